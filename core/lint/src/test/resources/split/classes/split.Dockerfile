FROM debian:12.5 AS build
RUN apt-get update && apt-get install -y --no-install-recommends openjdk-17-jdk-headless maven
WORKDIR /srv
COPY pom.xml .
COPY src src
RUN mvn -o package

FROM debian:12.5
RUN apt-get update \
    && apt-get install -y --no-install-recommends openjdk-17-jre-headless \
    && rm -rf /var/lib/apt/lists/*
WORKDIR /srv
COPY --from=build /srv/target/app-1.jar /srv/target/app-1.jar
COPY --from=build /srv/target/classes/App.class /srv/target/classes/App.class
COPY --from=build /srv/target/lib/b.jar /srv/target/lib/b.jar
CMD java -cp target/classes:target/lib/* App
