#!/bin/sh
# Makes an OCI image archive of a distribution without an engine: a layer of the few Debian packages that the
# runtime needs, each with its record so that scanners see it, and a layer of Plimsoll. No shell, not root.
# Usage: image.sh TREE VERSION ARCHITECTURE OUTPUT WORK
set -eu
tree=$1
version=$2
architecture=$3
output=$4
work=$5/image
here=$(cd "$(dirname "$0")" && pwd)
command -v mmdebstrap >/dev/null || { echo "dist: the image needs mmdebstrap" >&2; exit 1; }
mkdir -p "$work/layout/blobs/sha256" "$work/program/opt"

# libisal2 makes gzip layers twice as fast; base-files says which system it is.
mmdebstrap --quiet --variant=extract --architectures="$architecture" --include=base-files,libc6,libisal2 \
    --skip=output/dev --extract-hook="sh '$here/image-base.sh' \"\$1\"" \
    --customize-hook="sh '$here/image-base.sh' --trim \"\$1\"" trixie "$work/base.tar"
cp -Rp "$tree" "$work/program/opt/plimsoll"
tar --sort=name --format=gnu --mtime="@$SOURCE_DATE_EPOCH" --owner=0 --group=0 --numeric-owner \
    -C "$work/program" -cf "$work/program.tar" opt/plimsoll
rm -r "$work/program"

digest() { sha256sum "$1" | cut -d' ' -f1; }
# Usage: blob FILE    moves it into the layout; sets `digest` and `size`
blob() {
    digest=$(digest "$1")
    size=$(wc -c <"$1")
    mv "$1" "$work/layout/blobs/sha256/$digest"
}
# Usage: layer TAR    sets `diff_id`, `digest` and `size`
layer() {
    diff_id=$(digest "$1")
    gzip -9n "$1"
    blob "$1.gz"
}
layer "$work/base.tar"
base_id=$diff_id base_digest=$digest base_size=$size
layer "$work/program.tar"
program_id=$diff_id program_digest=$digest program_size=$size

created=$(date -u -d "@$SOURCE_DATE_EPOCH" +%Y-%m-%dT%H:%M:%SZ)
. "$tree/lib/jvm-flags.sh"
entrypoint='"/opt/plimsoll/lib/runtime/bin/java"'
for flag in $flags -Dplimsoll.home=/opt/plimsoll -XX:AOTCache=/opt/plimsoll/lib/scan.aot \
    -jar /opt/plimsoll/lib/plimsoll-cli-start.jar; do
    entrypoint="$entrypoint,\"$flag\""
done
cat >"$work/config" <<JSON
{"created":"$created","architecture":"$architecture","os":"linux",
"config":{"User":"65532:65532","Env":["PATH=/usr/bin","HOME=/home/nonroot"],"Entrypoint":[$entrypoint],"Cmd":["--help"],
"WorkingDir":"/home/nonroot","Labels":{"org.opencontainers.image.title":"plimsoll",
"org.opencontainers.image.description":"Open container image security scanner",
"org.opencontainers.image.version":"$version","org.opencontainers.image.licenses":"Apache-2.0",
"org.opencontainers.image.created":"$created"}},
"rootfs":{"type":"layers","diff_ids":["sha256:$base_id","sha256:$program_id"]},
"history":[{"created":"$created","created_by":"Debian packages"},{"created":"$created","created_by":"Plimsoll $version"}]}
JSON
blob "$work/config"
config_digest=$digest config_size=$size
layer_type=application/vnd.oci.image.layer.v1.tar+gzip
cat >"$work/manifest" <<JSON
{"schemaVersion":2,"mediaType":"application/vnd.oci.image.manifest.v1+json",
"config":{"mediaType":"application/vnd.oci.image.config.v1+json","digest":"sha256:$config_digest","size":$config_size},
"layers":[{"mediaType":"$layer_type","digest":"sha256:$base_digest","size":$base_size},
{"mediaType":"$layer_type","digest":"sha256:$program_digest","size":$program_size}]}
JSON
blob "$work/manifest"
cat >"$work/layout/index.json" <<JSON
{"schemaVersion":2,"mediaType":"application/vnd.oci.image.index.v1+json",
"manifests":[{"mediaType":"application/vnd.oci.image.manifest.v1+json","digest":"sha256:$digest","size":$size,
"platform":{"architecture":"$architecture","os":"linux"},
"annotations":{"org.opencontainers.image.ref.name":"plimsoll:$version"}}]}
JSON
echo '{"imageLayoutVersion":"1.0.0"}' >"$work/layout/oci-layout"
tar --sort=name --format=gnu --mtime="@$SOURCE_DATE_EPOCH" --owner=0 --group=0 --numeric-owner --mode=u=rwX,go=rX \
    -C "$work/layout" -cf "$output" .
rm -r "$work"
