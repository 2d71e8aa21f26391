FROM debian:12.5
RUN echo a | tee b
