FROM debian:12.5
LABEL commit=HEAD
