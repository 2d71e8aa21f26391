FROM debian:12.5
LABEL Team=a
