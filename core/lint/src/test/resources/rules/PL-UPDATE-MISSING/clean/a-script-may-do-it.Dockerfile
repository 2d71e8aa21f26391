FROM debian:12.5
RUN ./prepare.sh
RUN apt-get install -y curl
