FROM debian:12.5
WORKDIR /app
WORKDIR sub
