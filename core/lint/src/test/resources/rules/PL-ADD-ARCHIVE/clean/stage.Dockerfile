FROM debian:12.5 AS a
RUN true
FROM debian:12.5
COPY --from=a /files.tar.gz /tmp/
RUN tar xzf /tmp/files.tar.gz
