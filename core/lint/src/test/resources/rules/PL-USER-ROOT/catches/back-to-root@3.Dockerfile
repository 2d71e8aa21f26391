FROM debian:12.5
USER app
USER 0
