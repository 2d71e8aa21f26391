FROM debian:12.5
LABEL org.opencontainers.image.licenses="GPL 2, or later"
