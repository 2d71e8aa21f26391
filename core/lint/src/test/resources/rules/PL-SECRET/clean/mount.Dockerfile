FROM debian:12.5
RUN --mount=type=secret,id=token cat /run/secrets/token
