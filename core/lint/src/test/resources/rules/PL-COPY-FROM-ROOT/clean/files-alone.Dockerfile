FROM scratch AS files
COPY a /a
FROM debian:12.5
COPY --from=files / /usr/local/
