# check=experimental=all
# which one
ARG VERSION=1
FROM debian:12.5
