FROM node:22
RUN npm install -g typescript@5.5.4
