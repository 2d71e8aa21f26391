# check=experimental=all
# base the base
FROM debian:12.5 AS base
