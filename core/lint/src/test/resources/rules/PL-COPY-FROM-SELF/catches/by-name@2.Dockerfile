FROM debian:12.5 AS app
COPY --from=app /a /b
