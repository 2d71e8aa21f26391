FROM --platform=linux/arm64/v8 arm64v8/debian:12.5
