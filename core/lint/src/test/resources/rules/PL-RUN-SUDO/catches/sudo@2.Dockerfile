FROM debian:12.5
RUN sudo apt-get update
