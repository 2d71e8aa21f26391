#!/bin/sh
# Adds the Java runtime, which no package manager put there, to a CycloneDX document of Plimsoll.
# Usage: runtime-component.sh RELEASE-FILE SBOM > SBOM
set -eu
of() { sed -n "s/^$1=\"\(.*\)\"/\1/p" "$release"; }
release=$1
vendor=$(of IMPLEMENTOR)
version=$(of SEMANTIC_VERSION)
awk -v vendor="$vendor" -v version="$version" '
    { print }
    $0 == "  \"components\": [" {
        print "    {"
        print "      \"type\": \"platform\","
        print "      \"bom-ref\": \"java-runtime\","
        print "      \"publisher\": \"" vendor "\","
        print "      \"name\": \"OpenJDK\","
        print "      \"version\": \"" version "\","
        print "      \"licenses\": [{\"expression\": \"GPL-2.0-only WITH Classpath-exception-2.0\"}]"
        print "    },"
        found = 1
    }
    END { exit !found }' "$2"
