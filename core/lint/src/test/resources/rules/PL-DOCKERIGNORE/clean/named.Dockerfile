FROM debian:12.5
COPY app /srv/
