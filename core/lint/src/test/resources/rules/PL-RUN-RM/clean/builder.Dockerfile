FROM debian:12.5 AS build
RUN rm -rf /tmp/*
FROM debian:12.5
COPY --from=build /a /a
