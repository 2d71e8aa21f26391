FROM node:20.11
COPY --from=a:1 . .
RUN npm ci
