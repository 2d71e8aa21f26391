FROM debian:12.5
ADD files.tar.gz /srv/
