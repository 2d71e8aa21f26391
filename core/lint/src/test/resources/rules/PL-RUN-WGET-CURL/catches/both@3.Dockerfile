FROM debian:12.5
RUN wget -q https://example.org/a
RUN curl -O https://example.org/b
