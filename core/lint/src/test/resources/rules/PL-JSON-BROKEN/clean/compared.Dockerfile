FROM debian:12.5
RUN [ "$A" = b ] && true
