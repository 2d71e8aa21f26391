#!/bin/sh
# Measures one scan of a synthetic image of 10 GB: a file of 4 GB, a million small files, 120 layers. The
# archive is sparse, 1.5 GB on the disk. Prints a section of docs/benchmarks.md. Needs time.
# Usage: bench-large.sh [LAYERS FILES LARGEST-BYTES TOTAL-BYTES]
set -eu
home=$(cd "$(dirname "$0")/.." && pwd)
jdk=$(sh "$home/build/jdk.sh")
work=$(mktemp -d "${TMPDIR:-/tmp}/plimsoll-large.XXXXXX")
trap 'rm -rf "$work"' EXIT
trap 'exit 130' INT TERM
[ $# -eq 4 ] || set -- 120 1000000 4294967296 10737418240
PLIMSOLL_CACHE_DIR=$work/cache
export PLIMSOLL_CACHE_DIR
"$home/plimsoll" version >/dev/null
"$jdk/bin/java" -cp "$home/quality/testkit/target/classes:$home/core/model/target/classes" \
    io.plimsoll.testkit.LargeImage "$work/image.tar" "$@"
cat <<END
## A large image

\`make bench-large\`: one docker-archive of $(stat -c %s "$work/image.tar") bytes with $1 layers, $2 small files and one of
$3 bytes; its zeros are holes of a sparse file, and are read and digested like any others. The heap is the
launcher's, 512 MB at most.

| scan | wall | user | system | peak memory |
|---|---|---|---|---|
END
for name in first second; do
    /usr/bin/time -o "$work/time" -f '| %e s | %U s | %S s | %M |' \
        "$home/plimsoll" scan --quiet --format=json --output="$work/report.json" "docker-archive:$work/image.tar"
    awk -v name="$name" -F'|' '{ printf "| %s |%s|%s|%s| %d MiB |\n", name, $2, $3, $4, $5 / 1024 }' "$work/time"
done
