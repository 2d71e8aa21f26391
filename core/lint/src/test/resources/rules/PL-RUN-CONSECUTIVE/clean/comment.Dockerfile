FROM debian:12.5
RUN a
# Changes often.
RUN b
