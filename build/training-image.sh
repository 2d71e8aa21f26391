#!/bin/sh
# Writes two small images into a folder, `docker save` archives of two layers, one of them in gzip:
# debian.tar with Debian packages of a vulnerable version, alpine.tar with Alpine and npm packages. The
# launcher scans them to train the class cache.
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
for name in openssl curl zlib1g libc6 bash perl-base tar gzip sed ncurses-base; do
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

mkdir -p apk/etc apk/lib/apk/db more/srv/node_modules/lodash
cat >apk/etc/os-release <<'EOF'
ID=alpine
VERSION_ID=3.20.3
PRETTY_NAME="Alpine Linux v3.20"
EOF
echo 3.20.3 >apk/etc/alpine-release
for name in busybox libcrypto3 musl libssl3 zlib apk-tools ssl_client scanelf musl-utils; do
    cat <<EOF
P:$name
V:1.0.0-r1
A:x86_64
o:$name
L:MIT
F:lib
R:$name.so

EOF
    echo "$name" >"apk/lib/$name.so"
done >apk/lib/apk/db/installed
echo '{"name": "lodash", "version": "4.17.15", "license": "MIT"}' >more/srv/node_modules/lodash/package.json

digest() { sha256sum "$1" | cut -d' ' -f1; }

# Usage: image NAME FOLDER FOLDER
image() {
    tar -cf first.tar -C "$2" .
    tar -cf second.tar -C "$3" .
    first=$(digest first.tar)
    second=$(digest second.tar)
    gzip -nf second.tar
    cat >config.json <<EOF
{"architecture":"amd64","os":"linux","config":{},"history":[{"created_by":"first"},{"created_by":"second"}],
"rootfs":{"type":"layers","diff_ids":["sha256:$first","sha256:$second"]}}
EOF
    config=$(digest config.json).json
    mv config.json "$config"
    echo "[{\"Config\":\"$config\",\"RepoTags\":[\"training:latest\"],\"Layers\":[\"first.tar\",\"second.tar.gz\"]}]" >manifest.json
    tar -cf "$1.tar" manifest.json "$config" first.tar second.tar.gz
}
image debian base change
image alpine apk more
