FROM --platform=linux/amd64 arm64v8/debian:12.5
