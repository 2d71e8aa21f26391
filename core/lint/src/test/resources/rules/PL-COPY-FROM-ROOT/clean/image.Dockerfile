FROM debian:12.5
COPY --from=example/tools:1 / /
