FROM debian:12.5
RUN rm -rf /var/cache/apt && echo apt install
