FROM debian:12.5
RUN echo "apt-get install curl"
