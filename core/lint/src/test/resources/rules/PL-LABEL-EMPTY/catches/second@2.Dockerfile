FROM debian:12.5
LABEL a=b org.example.team=
