FROM debian:12.5
LABEL contact=nobody
