FROM debian:12.5
COPY --from=a:1 secret /srv/
