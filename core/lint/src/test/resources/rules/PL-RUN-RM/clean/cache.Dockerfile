FROM debian:12.5
RUN --mount=type=cache,target=/c rm -rf /c/*
