FROM debian:12.15
