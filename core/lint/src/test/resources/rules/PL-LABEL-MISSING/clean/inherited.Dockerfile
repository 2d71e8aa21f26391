FROM debian:12.5 AS a
LABEL org.example.team=a
FROM a
