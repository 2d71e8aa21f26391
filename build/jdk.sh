#!/bin/sh
# Prints the home of a JDK 25: JAVA_HOME, else the newest installed one.
for candidate in "${JAVA_HOME:-}" /usr/lib/jvm/* /opt/java/* "${HOME:-/nonexistent}"/.sdkman/candidates/java/*; do
    if [ -x "$candidate/bin/javac" ] && grep -q '^JAVA_VERSION="25' "$candidate/release" 2>/dev/null; then
        echo "$candidate"
        exit 0
    fi
done
echo "no JDK 25 in JAVA_HOME or among the installed ones" >&2
exit 1
