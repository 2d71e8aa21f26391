FROM debian:12.5
COPY --chown app a /srv
