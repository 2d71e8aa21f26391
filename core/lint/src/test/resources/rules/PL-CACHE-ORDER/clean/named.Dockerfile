FROM node:20.11
COPY . .
RUN npm install -g npm@10.2.0
