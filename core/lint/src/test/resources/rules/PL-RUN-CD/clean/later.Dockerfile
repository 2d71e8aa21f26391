FROM debian:12.5
RUN mkdir /src && cd /src && make
