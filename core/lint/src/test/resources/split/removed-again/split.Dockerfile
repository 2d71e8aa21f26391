FROM debian:12.5 AS build
RUN apt-get update && apt-get install -y --no-install-recommends golang-go ca-certificates curl && apt-get purge -y curl && rm -rf /var/lib/apt/lists/*
WORKDIR /src
COPY . .
RUN go build -o /app .

FROM debian:12.5
RUN apt-get update \
    && apt-get install -y --no-install-recommends ca-certificates \
    && rm -rf /var/lib/apt/lists/*
WORKDIR /src
COPY --from=build /app /app
COPY --from=build /src/static /src/static
LABEL a=b
USER 1000
# run it
CMD ["/app"]
