FROM alpine:3.20 AS build
RUN apk add --no-cache go git tzdata
COPY . /src
RUN cd /src && go build -o /usr/bin/app .

FROM alpine:3.20
RUN apk add --no-cache tzdata
COPY --from=build /usr/bin/app /usr/bin/app
ENTRYPOINT ["/usr/bin/app"]
