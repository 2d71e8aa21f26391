FROM debian:12.5
RUN apt-get -o APT::Install-Recommends=false install -y curl
