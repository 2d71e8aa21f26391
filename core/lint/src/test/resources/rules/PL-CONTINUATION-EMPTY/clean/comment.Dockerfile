FROM debian:12.5
RUN a && \
    # then
    b

RUN c
