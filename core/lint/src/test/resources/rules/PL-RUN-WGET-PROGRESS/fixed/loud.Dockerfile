FROM debian:12.5
RUN wget -nv https://example.org/a
