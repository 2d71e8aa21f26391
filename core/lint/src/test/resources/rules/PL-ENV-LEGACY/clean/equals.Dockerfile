FROM debian:12.5
ENV A=b
LABEL c="d e"
