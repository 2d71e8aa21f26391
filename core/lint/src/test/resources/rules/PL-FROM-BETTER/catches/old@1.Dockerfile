FROM debian:12.1
