FROM debian:12.5
RUN wget https://example.org/a
