FROM debian:12.5
WORKDIR /etc/app
