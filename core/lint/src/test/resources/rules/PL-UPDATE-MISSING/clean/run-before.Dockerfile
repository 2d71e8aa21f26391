FROM debian:12.5
RUN apt-get update
RUN apt-get install -y curl
