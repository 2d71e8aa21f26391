#!/bin/sh
# Makes the archives of the cases with the JDK's own jar and javac, Info-ZIP's zip and Python's
# zipfile. Needs JAVA_HOME with a JDK 25, and the Debian packages zip and python3.
# Usage: make.sh FOLDER
set -eu
out=$(realpath "$1")
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
date=2026-01-01T00:00:00Z

# classes FOLDER CLASS...: compiles empty classes, such as org.h2.Driver
classes() {
    folder=$1
    shift
    for name in "$@"; do
        source=src/$(echo "$name" | tr . /).java
        mkdir -p "$(dirname "$source")" "$folder"
        printf 'package %s;\n\nclass %s {}\n' "${name%.*}" "${name##*.}" > "$source"
        "$JAVA_HOME/bin/javac" --release 8 -Xlint:-options -g:none -d "$folder" "$source"
    done
}

# pom FOLDER GROUP ARTIFACT VERSION
pom() {
    mkdir -p "$1/META-INF/maven/$2/$3"
    printf 'artifactId=%s\ngroupId=%s\nversion=%s\n' "$3" "$2" "$4" > "$1/META-INF/maven/$2/$3/pom.properties"
    printf '<project><groupId>%s</groupId><artifactId>%s</artifactId><version>%s</version></project>\n' \
        "$2" "$3" "$4" > "$1/META-INF/maven/$2/$3/pom.xml"
}

# jar_of FOLDER JAR [OPTION...]: an archive with what lies in a folder
jar_of() {
    folder=$1
    mkdir -p "$(dirname "$2")" "$folder"
    file=$2
    shift 2
    "$JAVA_HOME/bin/jar" --create --file "$file" --date "$date" "$@" -C "$folder" .
}

# plain: coordinates of its own
classes plain com.example.lib.Main
pom plain com.example lib 1.2.3
jar_of plain "$out/plain/in/app/lib-1.2.3.jar"
jar_of plain "$out/plain/in/app/renamed.jar"

# shaded: its own coordinates and two foreign ones, of which one has a pom.xml only
cp -r plain shaded
pom shaded org.yaml snakeyaml 1.26
pom shaded com.example inherits 9
rm shaded/META-INF/maven/com.example/inherits/pom.properties
printf '<project><parent><groupId>com.example.parent</groupId><artifactId>p</artifactId><version>4.5</version></parent><artifactId>inherits</artifactId></project>\n' \
    > shaded/META-INF/maven/com.example/inherits/pom.xml
jar_of shaded "$out/shaded/in/app/lib-1.2.3.jar"
jar_of shaded "$out/shaded/in/app/all.jar"

# unfilled: placeholders that no build filled
classes unfilled com.example.lib.Main
pom unfilled com.example lib '${project.version}'
jar_of unfilled "$out/unfilled/in/app/lib-7.0.jar"

# manifest: no coordinates, a manifest that says them in its own way, with long lines
classes manifest com.example.tool.Main
cat > bundle.mf <<'M'
Bundle-SymbolicName: com.example.a.long.name.that.is.continued.on.the.next.line.the-tool;singleton:=true
Bundle-Version: 2.5.0
M
cat > title.mf <<'M'
Implementation-Title: other-tool
Implementation-Version: 3.1 (build 7)
Implementation-Vendor-Id: com.example.vendor
M
jar_of manifest "$out/manifest/in/app/the-tool.jar" --manifest bundle.mf
jar_of manifest "$out/manifest/in/app/main.jar" --manifest title.mf

# file-name: nothing but a name
for name in thing-1.0.jar thing-1.0-SNAPSHOT-sources.jar some-1.2-api-2.14.1.jar thing.jar; do
    jar_of empty "$out/file-name/in/app/$name" --no-manifest
done

# class-packages: names that advisories know, groups that only the classes tell
classes beans org.springframework.beans.BeanWrapper org.springframework.beans.factory.BeanFactory
jar_of beans "$out/class-packages/in/app/spring-beans-5.3.17.jar"
classes postgresql org.postgresql.Driver org.postgresql.core.Query
jar_of postgresql "$out/class-packages/in/app/postgresql-42.2.5.jar"
classes h2 org.h2.Driver org.h2.util.Utils
jar_of h2 "$out/class-packages/in/app/h2-1.4.199.jar"
classes kafka org.apache.kafka.clients.Metadata
jar_of kafka "$out/class-packages/in/app/kafka-clients-2.8.0.jar"
classes server kafka.server.KafkaServer kafka.Kafka
jar_of server "$out/class-packages/in/app/kafka_2.13-3.6.0.jar"
classes elasticsearch org.elasticsearch.Version
jar_of elasticsearch "$out/class-packages/in/app/elasticsearch-7.10.0.jar"
classes mysql com.mysql.jdbc.Driver
jar_of mysql "$out/class-packages/in/app/mysql-connector-java-5.1.49-bin.jar"
classes tomcat org.apache.catalina.Server org.apache.tomcat.util.Util
jar_of tomcat "$out/class-packages/in/app/tomcat-embed-core-9.0.60.jar"
classes stranger com.example.Stranger
jar_of stranger "$out/class-packages/in/app/snakeyaml-1.26.jar"

# nested: an application with a start script before it, a stored and a deflated archive two deep
classes app/BOOT-INF/classes com.example.app.Application
mkdir -p app/BOOT-INF/lib app/more
jar_of plain app/BOOT-INF/lib/lib-1.2.3.jar
jar_of h2 app/BOOT-INF/lib/h2-1.4.199.jar
mkdir -p outer/lib
jar_of plain outer/lib/inner-1.0.jar
jar_of outer app/more/outer-2.0.war
cat > app.mf <<'M'
Start-Class: com.example.app.Application
Implementation-Title: application
Implementation-Version: 0.9
M
jar_of app app.jar --no-compress --manifest app.mf
jar_of app deflated.jar --manifest app.mf
mkdir -p "$out/nested/in/app"
printf '#!/bin/bash\nexec java -jar "$0"\n' | cat - app.jar > "$out/nested/in/app/app.jar"
cp deflated.jar "$out/nested/in/app/deflated.ear"

# war: libraries of a web application
mkdir -p web/WEB-INF/lib
classes web/WEB-INF/classes com.example.web.Servlet
jar_of kafka web/WEB-INF/lib/kafka-clients-2.8.0.jar
jar_of web "$out/war/in/webapps/ROOT.war" --no-manifest

# jenkins: a plugin
cat > plugin.mf <<'M'
Short-Name: git
Group-Id: org.jenkins-ci.plugins
Plugin-Version: 4.11.0 (private-1)
M
jar_of empty "$out/jenkins/in/plugins/git.jpi" --manifest plugin.mf

# encrypted: the whole but the names
mkdir -p "$out/encrypted/in/app"
(cd plain && zip -q -X -r -P secret "$out/encrypted/in/app/lib-1.2.3.jar" .)

# zip64: sizes in extra fields, written by zip as a stream, and by Python
mkdir -p "$out/zip64/in/app"
(cd plain && zip -q -X -r -fz "$out/zip64/in/app/lib-1.2.3.jar" .)
(cd plain && zip -q -X -r -fz - . | cat > "$out/zip64/in/app/streamed-1.0.jar")
python3 - "$out/zip64/in/app/forced.jar" app/BOOT-INF/lib/h2-1.4.199.jar <<'P'
import sys, zipfile
with zipfile.ZipFile(sys.argv[1], "w") as archive:
    with archive.open(zipfile.ZipInfo("lib/h2-1.4.199.jar"), "w", force_zip64=True) as entry:
        entry.write(open(sys.argv[2], "rb").read())
P

# cut-short: the end is missing
mkdir -p "$out/cut-short/in/app"
head -c -60 "$out/shaded/in/app/lib-1.2.3.jar" > "$out/cut-short/in/app/lib-1.2.3.jar"
head -c 1000 "$out/shaded/in/app/lib-1.2.3.jar" > "$out/cut-short/in/app/half-1.2.3.jar"

# not-zip
mkdir -p "$out/not-zip/in/app"
echo 'version https://git-lfs.github.com/spec/v1' > "$out/not-zip/in/app/pointer.jar"
: > "$out/not-zip/in/app/empty.jar"
