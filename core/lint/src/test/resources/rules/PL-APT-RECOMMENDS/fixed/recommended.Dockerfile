FROM debian:12.5
RUN apt-get install --no-install-recommends -y curl
