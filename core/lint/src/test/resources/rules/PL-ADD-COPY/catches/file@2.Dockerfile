FROM debian:12.5
ADD app.conf /etc/
