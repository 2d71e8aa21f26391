#!/bin/sh
# Measures whole processes, medians of 5 after a warm-up, and prints docs/benchmarks.md.
# Usage: bench.sh ALPINE-ROOTFS.tar.gz [DEBIAN-ROOTFS.tar] > docs/benchmarks.md
# Without the second argument mmdebstrap makes a Debian 12 (standard). Needs python3, time, umoci, skopeo.
set -eu
home=$(cd "$(dirname "$0")/.." && pwd)
jdk=$(sh "$home/build/jdk.sh")
work=$(mktemp -d "${TMPDIR:-/tmp}/plimsoll-bench.XXXXXX")
trap 'rm -rf "$work"' EXIT INT TERM
for tool in python3 skopeo umoci /usr/bin/time; do
    command -v "$tool" >/dev/null || { echo "bench.sh needs $tool" >&2; exit 2; }
done

# An image of one layer: an OCI layout in gzip, from it a docker-archive.
image() {
    umoci init --layout "$work/$1" >&2
    umoci new --image "$work/$1:latest" >&2
    umoci raw add-layer --image "$work/$1:latest" "$2" >&2
    skopeo copy --quiet "oci:$work/$1:latest" "docker-archive:$work/$1.tar:$1:latest" >&2
}
gzip -dc "$1" >"$work/alpine-layer.tar"
image alpine "$work/alpine-layer.tar"
rm "$work/alpine-layer.tar"
if [ $# -gt 1 ]; then
    debian=$2
else
    debian=$work/debian-layer.tar
    mmdebstrap --quiet --variant=standard bookworm "$debian" >&2
fi
image debian "$debian"

mkdir "$work/empty"
echo 'final class Empty { public static void main(String[] arguments) {} }' >"$work/empty/Empty.java"
"$jdk/bin/javac" -d "$work/empty" "$work/empty/Empty.java"
"$home/plimsoll" version >/dev/null
python3 "$home/build/bench.py" "$home" "$jdk" "$work"
