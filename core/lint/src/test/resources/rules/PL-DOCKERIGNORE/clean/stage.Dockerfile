FROM debian:12.5 AS a
RUN true
FROM a
COPY --from=a . /srv/
