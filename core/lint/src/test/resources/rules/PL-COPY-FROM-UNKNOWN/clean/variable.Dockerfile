FROM alpine:3.20
COPY --from=${X} /a /b
