FROM debian:12.5
RUN [ "$(find /data | wc -l)" == "1" ]
