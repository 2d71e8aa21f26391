FROM debian:12.5
RUN rm -rf /etc/nginx && ln -s /srv/nginx /etc/nginx
