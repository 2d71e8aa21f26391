#!/bin/sh
# Hooks of mmdebstrap for the image's first layer.
# Usage: image-base.sh ROOT          keeps a record of each package, as distroless images do
#        image-base.sh --trim ROOT   leaves what runs, what says what it is, and one user
set -eu
if [ "$1" != --trim ]; then
    records=$1/var/lib/dpkg/status.d
    mkdir -p "$records"
    for package in "$1"/var/cache/apt/archives/*.deb; do
        name=$(dpkg-deb --field "$package" Package)
        dpkg-deb --field "$package" >"$records/$name"
        dpkg-deb --info "$package" md5sums >"$records/$name.md5sums"
    done
    exit 0
fi
root=$2
records=$root/var/lib/dpkg/status.d
mv "$records" "$root/status.d"
# Dated or random, of apt and dpkg, or without use in a container.
rm -rf "${root:?}/var/lib/dpkg" "${root:?}/var/lib/apt" "${root:?}/var/cache" "${root:?}/var/log" "${root:?}/var/backups" \
    "${root:?}/etc/apt" "${root:?}/etc/fstab" "${root:?}/etc/hostname" "${root:?}/etc/resolv.conf" "${root:?}/etc/update-motd.d" \
    "${root:?}/etc/skel" "${root:?}/usr/share/man" "${root:?}/usr/share/info" "${root:?}/usr/share/lintian" "${root:?}/dev"
find "$root/usr/share/doc" -type f ! -name copyright -delete
mkdir -p "$root/var/lib/dpkg" "$root/var/log" "$root/var/cache" "$root/dev"
mv "$root/status.d" "$records"
printf 'root:x:0:0:root:/root:/usr/sbin/nologin\nnonroot:x:65532:65532:nonroot:/home/nonroot:/usr/sbin/nologin\n' >"$root/etc/passwd"
printf 'root:x:0:\nnonroot:x:65532:\n' >"$root/etc/group"
mkdir -p "$root/home/nonroot" "$root/tmp"
# Whoever `--user` names may keep a cache there.
chmod 1777 "$root/tmp" "$root/home/nonroot"
