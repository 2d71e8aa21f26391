FROM golang:1.22
FROM debian:12.5
RUN true
