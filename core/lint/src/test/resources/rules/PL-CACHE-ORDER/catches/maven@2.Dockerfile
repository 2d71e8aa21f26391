FROM maven:3.9
ADD . /src
RUN mvn dependency:go-offline
