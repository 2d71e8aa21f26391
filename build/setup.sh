#!/bin/sh
# Installs the Debian packages that the tests use, where they are missing.
# Usage: setup.sh [MORE-PACKAGE...]
set -eu
wanted="maven libisal2 mmdebstrap debian-archive-keyring skopeo docker-registry apache2-utils openssl umoci rpm zstd xz-utils python3 python3-venv docker.io containerd runc podman buildah chromium groff man-db mandoc zsh fish $*"
missing=
for package in $wanted; do
    dpkg-query -W -f='${Status}' "$package" 2>/dev/null | grep -q 'ok installed' || missing="$missing $package"
done
# These may come from elsewhere than Debian: the program counts, not the package.
command -v go >/dev/null || missing="$missing golang-go"
command -v npm >/dev/null || missing="$missing npm"
python3 -m pip --version >/dev/null 2>&1 || missing="$missing python3-pip"
# The package index itself is test material.
index=$(find /var/lib/apt/lists -name '*_Packages*' -print -quit 2>/dev/null)
[ -z "$missing" ] && [ -n "$index" ] && exit 0
if [ "$(id -u)" != 0 ]; then
    echo "the tests need:$missing; install them with apt-get" >&2
    exit 1
fi
apt-get update -qq
# shellcheck disable=SC2086
[ -z "$missing" ] || DEBIAN_FRONTEND=noninteractive apt-get install -qq -y --no-install-recommends $missing
