FROM debian:12.5
COPY files.tar.gz /tmp/
RUN tar xzf /tmp/files.tar.gz -C /srv && rm /tmp/files.tar.gz
