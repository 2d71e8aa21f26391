ARG V=12.5
FROM node:20 AS build
RUN npm run build
FROM debian:$V AS build2
RUN apt-get update && apt-get install -y golang-go
COPY . /src
RUN cd /src && go build -o /app .

FROM debian:$V AS app
COPY --from=build2 /app /app
COPY --from=build /web /web
ENTRYPOINT /app
