FROM debian:12.5
RUN wget -qO- https://example.org/a
