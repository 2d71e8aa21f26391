FROM debian:12.5
RUN apt-get purge -y gcc && apt-get clean && rm -rf /tmp/*
