FROM python:3.9-slim AS build
FROM python:3.9-slim
COPY --from=build /a /a
