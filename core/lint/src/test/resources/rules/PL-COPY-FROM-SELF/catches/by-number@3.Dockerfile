FROM debian:12.5
FROM alpine:3.20
COPY --from=1 /a /b
