FROM debian:12.5 AS a
ARG DIR=/srv
FROM debian:12.5
WORKDIR $DIR
