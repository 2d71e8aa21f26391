FROM debian:12.5 AS b
USER root
FROM debian:12.5
USER 1000
