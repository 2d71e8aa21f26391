FROM debian:12.5
ADD https://example.org/a.conf /etc/
