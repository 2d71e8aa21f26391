FROM debian:12.5
LABEL version=1.2
