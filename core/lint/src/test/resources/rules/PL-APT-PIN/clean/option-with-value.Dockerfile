FROM debian:12.5
RUN apt-get install -y -t bookworm-backports curl=8.1-1
