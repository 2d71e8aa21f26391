FROM --platform=linux/arm/v7 docker.io/amd64/debian:12.5
