FROM node:20.11 AS build
RUN yarn install
FROM debian:12.5
COPY --from=build /app /app
