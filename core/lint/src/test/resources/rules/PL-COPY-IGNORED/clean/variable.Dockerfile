FROM debian:12.5
COPY $X.md /srv/
