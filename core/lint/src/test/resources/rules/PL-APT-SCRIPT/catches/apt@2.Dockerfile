FROM debian:12.5
RUN apt update && apt-get upgrade
