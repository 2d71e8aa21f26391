FROM node:20.11
COPY . .
RUN --mount=type=cache,target=/root/.npm npm ci
