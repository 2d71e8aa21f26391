FROM debian:12.5
COPY files.tar.gz /srv/
