FROM debian:12.5
LABEL com.docker.a=b
