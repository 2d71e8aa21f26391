FROM debian:12.5
RUN apt-get -qq install a && apt-get install --yes b && apt-get -qy install c && yes | apt-get install d
