FROM debian:12.5
ARG A=1
ADD $A /etc/
