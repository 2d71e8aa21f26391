FROM debian:12.5 AS build
RUN apt-get update && apt-get install -y --no-install-recommends golang-go ca-certificates && rm -rf /var/lib/apt/lists/*
WORKDIR /src
COPY . .
RUN go build -o /srv/bin/app .

FROM debian:12.5
RUN apt-get update \
    && apt-get install -y --no-install-recommends ca-certificates \
    && rm -rf /var/lib/apt/lists/*
WORKDIR /src
COPY --from=build /src/static /src/static
COPY --from=build /srv/bin/app /srv/bin/app
LABEL a=b
USER 1000
# run it
CMD cd /srv/bin && exec ./app
