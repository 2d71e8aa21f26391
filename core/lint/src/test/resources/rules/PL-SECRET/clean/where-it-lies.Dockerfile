FROM debian:12.5
ENV DB_PASSWORD_FILE=/run/secrets/db PUBLIC_KEY=x
