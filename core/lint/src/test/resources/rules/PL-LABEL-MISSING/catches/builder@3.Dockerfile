FROM debian:12.5 AS build
LABEL org.example.team=a
FROM debian:12.5
