FROM debian:12.5 AS one
COPY --from=two /a /b
FROM alpine:3.20 AS two
