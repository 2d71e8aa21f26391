FROM debian:12.5 AS a
RUN wget -q https://example.org/a
FROM debian:12.5
RUN curl -O https://example.org/b
