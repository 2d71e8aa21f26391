FROM debian:12.5
ENV A=/a B=$A/b
