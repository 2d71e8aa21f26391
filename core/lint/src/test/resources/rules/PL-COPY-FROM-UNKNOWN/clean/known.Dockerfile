FROM debian:12.5 AS build
FROM alpine:3.20
COPY --from=build /a /b
COPY --from=0 /a /c
