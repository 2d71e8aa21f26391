FROM debian:12.5
RUN a
CMD ["a"]
USER app
