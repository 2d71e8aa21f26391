FROM debian:12.5
RUN systemctl enable nginx
