FROM debian:12.5
RUN apt-get update && apt-get install -y a && apt-get purge -y a
