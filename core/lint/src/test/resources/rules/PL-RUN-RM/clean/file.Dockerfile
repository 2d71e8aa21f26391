FROM debian:12.5
RUN rm /etc/nginx/conf.d/default.conf
