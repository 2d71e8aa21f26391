FROM debian:12.5
USER app
RUN true
USER 1000
