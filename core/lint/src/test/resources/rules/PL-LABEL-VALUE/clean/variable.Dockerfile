FROM debian:12.5
ARG D
LABEL org.opencontainers.image.created=$D
