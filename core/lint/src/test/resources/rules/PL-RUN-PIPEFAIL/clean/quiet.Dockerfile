FROM debian:12.5
RUN if find /usr -name a | grep -q .; then echo found; fi
