FROM node:22
RUN npm install && npm ci && npm install -g @angular/cli@18.1.0 ./local
