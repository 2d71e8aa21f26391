FROM debian:12.5
RUN mysqld & sleep 5; kill $!
