FROM registry.example/debian:12.5 AS a
FROM a
