FROM debian:12.5
RUN cd /src && make
