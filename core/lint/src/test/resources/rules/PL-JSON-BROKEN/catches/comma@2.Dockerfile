FROM debian:12.5
ENTRYPOINT ["app",]
