FROM debian:12.5
LABEL org.example.my_team=a
