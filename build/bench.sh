#!/bin/sh
# Measures whole processes, medians of 5 after a warm-up, then store and matching inside a warm JVM, and
# prints docs/benchmarks.md. Images are made of an Alpine root file system, a Debian 12 (standard), the
# JDK with the jars of the local Maven repository, and the packages of a peer from npm five times.
# Usage: bench.sh ALPINE-ROOTFS.tar.gz [DEBIAN-ROOTFS.tar] > docs/benchmarks.md
# Without the second argument mmdebstrap makes the Debian. Needs what `build/setup.sh isal` installs.
# With TRIVY=FILE, such as build/peer-trivy.sh makes, Trivy lists the packages of the same images in the same run.
set -eu
home=$(cd "$(dirname "$0")/.." && pwd)
jdk=$(sh "$home/build/jdk.sh")
work=$(mktemp -d "${TMPDIR:-/tmp}/plimsoll-bench.XXXXXX")
trap 'rm -rf "$work"' EXIT INT TERM
for tool in python3 skopeo umoci igzip openssl npm /usr/bin/time; do
    command -v "$tool" >/dev/null || { echo "bench.sh needs $tool" >&2; exit 2; }
done

# Usage: image NAME LAYER.tar... An OCI layout in gzip, from it a docker-archive.
image() {
    name=$1
    shift
    umoci init --layout "$work/$name" >&2
    umoci new --image "$work/$name:latest" >&2
    for layer in "$@"; do
        umoci raw add-layer --image "$work/$name:latest" "$layer" >&2
    done
    skopeo copy --quiet "oci:$work/$name:latest" "docker-archive:$work/$name.tar:$name:latest" >&2
}

gzip -dc "$1" >"$work/alpine-layer.tar"
image alpine "$work/alpine-layer.tar"
if [ $# -gt 1 ]; then
    debian=$2
else
    debian=$work/debian-layer.tar
    mmdebstrap --quiet --variant=standard bookworm "$debian" >&2
fi
image debian "$debian"

mkdir -p "$work/java.d/app" "$work/peer" "$work/npm.d/srv"
find "$HOME/.m2/repository" -name '*.jar' -exec cp {} "$work/java.d/app" \;
tar -cf "$work/jdk-layer.tar" -C "$(dirname "$jdk")" "$(basename "$jdk")"
tar -cf "$work/jars-layer.tar" -C "$work/java.d" app
image java "$work/alpine-layer.tar" "$work/jdk-layer.tar" "$work/jars-layer.tar"

# The peer: it lists packages only, and is what `docker scan` ran.
npm install --silent --no-audit --no-fund --prefix "$work/peer" snyk-docker-plugin@7.0.0 minimatch@3.1.2 >&2
cat >"$work/peer/scan.js" <<'END'
require('snyk-docker-plugin').scan({ path: process.argv[2] }).then(
  (found) => console.log(found.scanResults.length),
  (failed) => { console.error(failed); process.exit(1); });
END
for copy in 1 2 3 4 5; do
    cp -r "$work/peer/node_modules" "$work/npm.d/srv/node_modules$copy"
    mkdir "$work/npm.d/srv/app$copy"
    mv "$work/npm.d/srv/node_modules$copy" "$work/npm.d/srv/app$copy/node_modules"
done
tar -cf "$work/npm-layer.tar" -C "$work/npm.d" srv
image npm "$work/alpine-layer.tar" "$work/npm-layer.tar"
rm -rf "$work"/*-layer.tar "$work/java.d" "$work/npm.d"

mkdir "$work/empty"
echo 'final class Empty { public static void main(String[] arguments) {} }' >"$work/empty/Empty.java"
"$jdk/bin/javac" -d "$work/empty" "$work/empty/Empty.java"
"$home/plimsoll" version >/dev/null
(cd "$home" && JAVA_HOME=$jdk mvn -B -DskipTests -pl quality/bench -am package) >"$work/bench.log" 2>&1 ||
    { tail -20 "$work/bench.log" >&2; exit 2; }
python3 "$home/build/bench.py" "$home" "$jdk" "$work"
