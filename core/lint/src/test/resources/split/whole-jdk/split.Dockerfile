FROM debian:12.5 AS build
RUN apt-get update && apt-get install -y --no-install-recommends openjdk-17-jdk maven
WORKDIR /srv
COPY pom.xml .
COPY src src
RUN mvn -o package

FROM debian:12.5
RUN apt-get update \
    && apt-get install -y --no-install-recommends openjdk-17-jre \
    && rm -rf /var/lib/apt/lists/*
WORKDIR /srv
COPY --from=build /srv/target/app-1.jar /srv/target/app-1.jar
CMD ["java", "-jar", "target/app-1.jar"]
