FROM node:20.11
WORKDIR /app
COPY . .
RUN npm ci
