FROM debian:12.5
RUN curl -s https://example.org/a.tgz | tar xz
