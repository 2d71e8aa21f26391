FROM debian:12.5
CMD ['app', '--flag']
