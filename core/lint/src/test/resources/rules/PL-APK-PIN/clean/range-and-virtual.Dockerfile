FROM alpine:3.20
RUN apk add --no-cache --virtual .build "gcc<14" make~4
