# syntax=docker/dockerfile:1
# A server.
FROM debian:12.5 AS build
# tools
RUN apt-get update && apt-get install -y --no-install-recommends golang-go ca-certificates && rm -rf /var/lib/apt/lists/*
WORKDIR /src

# sources
COPY . .
RUN go build -o /app .

FROM debian:12.5
RUN apt-get update \
    && apt-get install -y --no-install-recommends ca-certificates \
    && rm -rf /var/lib/apt/lists/*
WORKDIR /src
COPY --from=build /app /app
COPY --from=build /src/static /src/static
CMD ["/app"]
# the end
