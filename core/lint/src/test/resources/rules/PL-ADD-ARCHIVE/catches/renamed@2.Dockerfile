FROM debian:12.5
COPY app-1.2.tar.xz /tmp/app.tar.xz
RUN tar -xf /tmp/app.tar.xz
