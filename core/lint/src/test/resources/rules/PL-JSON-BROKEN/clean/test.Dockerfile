FROM debian:12.5
RUN [ -f /etc/passwd ]
