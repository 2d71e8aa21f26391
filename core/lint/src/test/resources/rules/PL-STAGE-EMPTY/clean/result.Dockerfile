FROM debian:12.5 AS base
RUN true
FROM base
