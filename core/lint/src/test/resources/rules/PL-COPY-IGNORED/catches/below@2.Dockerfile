FROM debian:12.5
ADD secret/key a.txt /srv/
