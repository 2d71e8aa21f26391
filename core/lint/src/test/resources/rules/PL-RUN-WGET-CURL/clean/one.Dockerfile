FROM debian:12.5
RUN curl -O https://example.org/a && curl -O https://example.org/b
