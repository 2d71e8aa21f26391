FROM debian:12.5 AS a
WORKDIR /srv
FROM a
COPY a b
