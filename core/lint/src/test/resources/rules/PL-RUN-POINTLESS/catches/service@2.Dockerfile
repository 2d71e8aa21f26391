FROM debian:12.5
RUN service nginx restart
