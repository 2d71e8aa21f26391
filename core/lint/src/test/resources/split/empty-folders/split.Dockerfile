FROM debian:12.5 AS build
RUN apt-get update && apt-get install -y --no-install-recommends golang-go ca-certificates && rm -rf /var/lib/apt/lists/*
WORKDIR /src
COPY . .
RUN mkdir -p /data /src/out && go build -o /app .

FROM debian:12.5
RUN apt-get update \
    && apt-get install -y --no-install-recommends ca-certificates \
    && rm -rf /var/lib/apt/lists/*
WORKDIR /src
COPY --from=build /app /app
COPY --from=build /data /data
COPY --from=build /src/static /src/static
COPY --from=build /var/lib/app /var/lib/app
LABEL a=b
USER 1000
# run it
CMD ["/app"]
