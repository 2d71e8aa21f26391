FROM debian:12.5
ONBUILD FROM alpine:3.20
