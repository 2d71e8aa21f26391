FROM debian:12.5
run a
Cmd ["a"]
USER app
