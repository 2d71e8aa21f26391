FROM debian:12.5
RUN apt-get install $OPTIONS a
