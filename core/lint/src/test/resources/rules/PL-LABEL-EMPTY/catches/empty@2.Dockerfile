FROM debian:12.5
LABEL org.example.team=""
