FROM debian:12.5
ADD ./ /srv/
