# check=experimental=all
# the base
FROM debian:12.5
