FROM --platform=amd64 amd64/debian:12.5
