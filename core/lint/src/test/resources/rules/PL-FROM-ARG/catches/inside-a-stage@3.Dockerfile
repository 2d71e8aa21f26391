FROM debian:12.5 AS one
ARG TAG=12.5
FROM debian:$TAG
