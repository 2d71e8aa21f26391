FROM debian:12.5
ENV A=/a
ENV B=$A/b
