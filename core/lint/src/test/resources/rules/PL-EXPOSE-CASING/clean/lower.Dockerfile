FROM debian:12.5
EXPOSE 80/tcp
