FROM debian:12.5 AS build
RUN true
FROM scratch
COPY --from=build / /
