FROM localhost:5000/debian:12.5 AS a
FROM index.docker.io/library/debian:12.5
