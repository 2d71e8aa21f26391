FROM debian:12.5
RUN useradd -u 1000 app
