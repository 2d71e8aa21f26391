#!/bin/sh
# Runs the program once on each hostile input of quality/acceptance and prints a row for each, as in
# docs/guide/hostile-input.md: exit code, seconds, MB at the peak, what was said first. HOSTILE_OPTIONS are
# options of the scan more, such as --checks. Needs
# /usr/bin/time and the tests of quality/acceptance, compiled.
set -eu
home=$(cd "$(dirname "$0")/.." && pwd)
work=$(mktemp -d "${TMPDIR:-/tmp}/plimsoll-hostile.XXXXXX")
trap 'rm -rf "$work"' EXIT INT TERM
path=$home/quality/acceptance/target/test-classes:$home/quality/testkit/target/classes
path=$path:$home/apps/cli/target/plimsoll.jar:$(find "$HOME/.m2" -name 'commons-compress-1.28.0.jar')
path=$path:$(find "$HOME/.m2" -name 'commons-io-2*.jar' -o -name 'commons-lang3-3*.jar' -o -name 'xz-1.12.jar' \
    -o -name 'aircompressor-v3-3.8.jar' -o -name 'assertj-core-3*.jar' | tr '\n' ':')
(cd "$home" && "$(sh build/jdk.sh)/bin/java" -Xmx3g -cp "$path" io.plimsoll.acceptance.HostileInputs "$work" \
    >"$work/log" 2>&1) || { cat "$work/log" >&2; exit 2; }
for folder in "$work"/[0-9]*; do
    code=0
    PLIMSOLL_CACHE_DIR=$folder/cache PLIMSOLL_DB_DIR=$home/data/advisories timeout 300 \
        /usr/bin/time -o "$folder/time" -f '%e %M' "$home/plimsoll" scan --full ${HOSTILE_OPTIONS:-} "$(cat "$folder/target")" \
        >"$folder/out" 2>"$folder/err" || code=$?
    said=$(sed -n '/while reading/,$p' "$folder/out" | sed -n 2p)
    [ -n "$said" ] || said=$(head -1 "$folder/err")
    [ -n "$said" ] || said="nothing is lost"
    tail -1 "$folder/time" | {
        read -r seconds kib
        echo "| $(cat "$folder/name") | $code | $seconds | $((kib / 1024)) | $(echo "$said" | cut -c1-160) |"
    }
    rm -rf "$folder"
done
