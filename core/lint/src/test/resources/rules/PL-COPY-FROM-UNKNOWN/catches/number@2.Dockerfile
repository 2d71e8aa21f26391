FROM debian:12.5
COPY --from=3 /a /b
