FROM debian:12.5 AS build
RUN apt-get update && apt-get install -y gcc
FROM debian:12.5
COPY --from=build /a /a
