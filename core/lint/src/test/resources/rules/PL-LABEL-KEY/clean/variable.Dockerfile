FROM debian:12.5
ARG A=b
LABEL $A=c
