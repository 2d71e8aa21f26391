#!/bin/sh
# Makes what users install: an archive with a Java runtime of its own, and a container image of it.
# The bytes depend on the sources, the JDK and (the image) on the Debian packages alone: not on the folder,
# the clock, the user or the machine's load. docs/adr/0020 says how.
# Usage: dist.sh OUT [archive]     `archive` leaves the image out
# SOURCE_DATE_EPOCH is the time of all files: the last commit's unless set.
set -eu
umask 022
home=$(cd "$(dirname "$0")/.." && pwd)
jdk=$(sh "$home/build/jdk.sh")
mkdir -p "$1"
out=$(cd "$1" && pwd)
what=${2:-all}
export JAVA_HOME="$jdk" TZ=UTC LC_ALL=C
SOURCE_DATE_EPOCH=${SOURCE_DATE_EPOCH:-$(git -C "$home" log -1 --format=%ct 2>/dev/null || echo 1767225600)}
export SOURCE_DATE_EPOCH

say() { echo "dist: $*" >&2; }
fail() { say "$*"; exit 1; }
command -v setarch >/dev/null || fail "needs setarch (Debian: package util-linux)"

# The names that archives and images have for this machine.
release() { sed -n "s/^$1=\"\(.*\)\"/\1/p" "$jdk/release"; }
case $(release OS_ARCH) in
x86_64) arch=x64 oci_arch=amd64 ;;
aarch64) arch=aarch64 oci_arch=arm64 ;;
*) arch=$(release OS_ARCH) oci_arch=$arch ;;
esac
os=$(release OS_NAME | tr '[:upper:]' '[:lower:]')

# Not below OUT: with a space or an umlaut in its path the JVM loads other classes, which would be in the caches.
work=$(mktemp -d /tmp/plimsoll-dist.XXXXXX)
trap 'rm -rf "$work"' EXIT INT TERM
say "building the program"
# From a copy: what earlier builds left in the folders of the sources is no part of it.
mkdir "$work/sources"
tar -C "$home" --exclude=target --exclude="./${out##*/}" -cf - ./pom.xml ./.mvn ./core ./feeds ./apps ./quality |
    tar -C "$work/sources" -xf -
(cd "$work/sources" && mvn -B -DskipTests -Dspotless.skip -pl apps/cli -am package) >"$out/build.log" 2>&1 ||
    { grep ERROR "$out/build.log" | head -20 >&2; fail "the build failed; the whole log is $out/build.log"; }
rm "$out/build.log"
mv "$work/sources/apps/cli/target/plimsoll.jar" "$work/sources/apps/cli/target/plimsoll-cli-start.jar" "$work"
rm -r "$work/sources"
"$jdk/bin/java" "$home/build/LiftClasses.java" "$work/plimsoll.jar"
version=$("$jdk/bin/java" -jar "$work/plimsoll.jar" version | cut -d' ' -f2)
name=plimsoll-$version-$os-$arch
tree=$work/$name
mkdir -p "$tree/bin" "$tree/lib" "$tree/data"

say "linking the runtime"
# What the classes name, but for what only unused parts of libraries name (property listeners of the desktop,
# adapters of Gson for SQL); and what is found by name: the elliptic curves of TLS.
modules=$("$jdk/bin/jdeps" --ignore-missing-deps --multi-release 25 --print-module-deps "$work/plimsoll.jar" |
    tr ',' '\n' | grep -vxE 'java\.(desktop|sql)' | tr '\n' ',')java.xml,java.logging,jdk.crypto.ec
"$jdk/bin/jlink" --add-modules "$modules" --strip-debug --no-header-files --no-man-pages --compress=zip-6 \
    --output "$tree/lib/runtime"
# Tools of the runtime that Plimsoll does not call, and what only another Java would read.
(cd "$tree/lib/runtime" && rm -f bin/keytool bin/rmiregistry lib/jexec lib/jrt-fs.jar lib/classlist)
grep -v '^MODULES=' "$jdk/release" | grep -vE '^(BUILD_INFO|SOURCE|BUILD_SOURCE|IMAGE_TYPE)' >"$work/release"
grep '^MODULES=' "$tree/lib/runtime/release" >>"$work/release"
mv "$work/release" "$tree/lib/runtime/release"

loader=$(grep -aoE '/lib[a-z0-9_/.-]*/ld-linux[a-z0-9_.-]*' "$tree/lib/runtime/bin/java" | head -1)
[ -n "$loader" ] || fail "$jdk is not for the GNU C library, which archive and image need"
mv "$work/plimsoll.jar" "$work/plimsoll-cli-start.jar" "$tree/lib"
cp "$home/build/jvm-flags.sh" "$tree/lib/jvm-flags.sh"
sed "s|@LOADER@|$loader|g" "$home/build/dist/launcher.sh" >"$tree/bin/plimsoll"
cp "$home/build/dist/install.sh" "$tree/install.sh"
sed "s|@VERSION@|$version|" "$home/build/dist/docker-scan.sh" >"$tree/bin/docker-scan"
cp -R "$home/data/advisories" "$tree/data/advisories"
cp "$home/data/README.md" "$tree/data/README.md"
cp "$home/LICENSE" "$home/CHANGELOG.md" "$tree/"
cp -R "$home/docs/guide" "$tree/guide"
say "writing manual pages and completions"
day=$(date -u -d "@$SOURCE_DATE_EPOCH" +%F)
"$jdk/bin/java" -cp "$tree/lib/plimsoll.jar" io.plimsoll.cli.ManPages "$tree/share/man/man1" "$day"
# Usage: completion SHELL FOLDER FILE
completion() {
    mkdir -p "$tree/share/$2"
    "$jdk/bin/java" -jar "$tree/lib/plimsoll.jar" completion "$1" >"$tree/share/$2/$3"
}
completion bash bash-completion/completions plimsoll
completion zsh zsh/site-functions _plimsoll
completion fish fish/vendor_completions.d plimsoll.fish
# As in a fresh clone and on every machine; a class cache knows its jar and its runtime by their times.
settle() {
    chmod -R u=rwX,go=rX "$tree"
    chmod 755 "$tree/bin/plimsoll" "$tree/bin/docker-scan" "$tree/install.sh"
    find "$tree" -exec touch -h -d "@$SOURCE_DATE_EPOCH" {} +
}
settle

say "making the class caches"
(cd "$work" && sh "$home/build/dist/class-caches.sh" "$name" "$jdk" "$home/build")

say "writing the list of components"
(cd "$work" && PLIMSOLL_CACHE_DIR=$work/cache "$name/bin/plimsoll" sbom --quiet --no-cache "dir:$name") >"$work/sbom.json"
sh "$home/build/dist/runtime-component.sh" "$tree/lib/runtime/release" "$work/sbom.json" >"$tree/sbom.cdx.json"
(cd "$tree" && find . -type f ! -name SHA256SUMS -printf '%P\0' | sort -z | xargs -0 sha256sum) >"$work/SHA256SUMS"
mv "$work/SHA256SUMS" "$tree/SHA256SUMS"
settle

say "packing"
tar --sort=name --format=gnu --mtime="@$SOURCE_DATE_EPOCH" --owner=0 --group=0 --numeric-owner \
    -C "$work" -cf - "$name" | gzip -9n >"$out/$name.tar.gz"
cp "$tree/sbom.cdx.json" "$out/$name.cdx.json"
made="$name.tar.gz $name.cdx.json"
if [ "$what" = all ]; then
    say "making the image"
    sh "$home/build/dist/image.sh" "$tree" "$version" "$oci_arch" "$out/$name.oci.tar" "$work"
    made="$made $name.oci.tar"
fi
# shellcheck disable=SC2086
(cd "$out" && sha256sum $made) >"$out/SHA256SUMS"
cat "$out/SHA256SUMS"
