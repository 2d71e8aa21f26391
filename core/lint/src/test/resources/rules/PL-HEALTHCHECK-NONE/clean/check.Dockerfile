FROM debian:12.5
HEALTHCHECK CMD ["a", "--check"]
