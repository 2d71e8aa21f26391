#!/bin/sh
# Writes image.tar into a folder: a `docker save` archive of two small layers, one of them in gzip, with
# a Debian package of a vulnerable version. The launcher scans it once to train the class cache.
# Usage: training-image.sh FOLDER
set -eu
cd "$1"

mkdir -p base/etc base/var/lib/dpkg/info base/usr/bin change/usr/share/doc/openssl
cat >base/etc/os-release <<'EOF'
ID=debian
VERSION_ID="12"
VERSION_CODENAME=bookworm
PRETTY_NAME="Debian GNU/Linux 12 (bookworm)"
EOF
for name in openssl curl zlib1g; do
    cat <<EOF
Package: $name
Status: install ok installed
Architecture: amd64
Maintainer: nobody <nobody@example.org>
Version: 1.0.0-1
Description: a package

EOF
    echo "/usr/bin/$name" >"base/var/lib/dpkg/info/$name.list"
    echo "$name" >"base/usr/bin/$name"
done >base/var/lib/dpkg/status
echo nothing >change/usr/share/doc/openssl/copyright

digest() { sha256sum "$1" | cut -d' ' -f1; }

tar -cf base.tar -C base .
tar -cf change.tar -C change .
base=$(digest base.tar)
change=$(digest change.tar)
gzip -n change.tar
cat >config.json <<EOF
{"architecture":"amd64","os":"linux","config":{},"history":[{"created_by":"base"},{"created_by":"change"}],
"rootfs":{"type":"layers","diff_ids":["sha256:$base","sha256:$change"]}}
EOF
config=$(digest config.json).json
mv config.json "$config"
echo "[{\"Config\":\"$config\",\"RepoTags\":[\"training:latest\"],\"Layers\":[\"base.tar\",\"change.tar.gz\"]}]" >manifest.json
tar -cf image.tar manifest.json "$config" base.tar change.tar.gz
