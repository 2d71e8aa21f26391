FROM debian:12.5 AS a
COPY f.tar.gz /tmp/
RUN tar xzf /tmp/f.tar.gz
FROM scratch
COPY --from=a /f /f
