FROM debian:12.5
USER app:app
