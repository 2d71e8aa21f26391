FROM node:20.11
RUN yarn install && yarn cache clean
