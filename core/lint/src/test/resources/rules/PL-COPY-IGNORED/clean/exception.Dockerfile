FROM debian:12.5
COPY README.md /srv/
