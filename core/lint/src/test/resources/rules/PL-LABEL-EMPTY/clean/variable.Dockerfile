FROM debian:12.5
ARG A=1
LABEL a=$A
