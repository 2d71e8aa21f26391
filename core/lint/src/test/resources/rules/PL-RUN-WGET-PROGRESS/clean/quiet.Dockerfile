FROM debian:12.5
RUN wget -q https://example.org/a && wget -nv https://example.org/b && wget --progress=dot:giga https://example.org/c
