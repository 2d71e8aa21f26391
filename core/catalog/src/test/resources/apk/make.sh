#!/bin/sh
# Makes the database of the case "installed" with apk itself.
# Usage, as root: ALPINE=alpine-minirootfs-3.20.3-x86_64.tar.gz make.sh FOLDER
# apk runs from that root file system of Alpine; only packages made here are installed.
set -eu
out=$(realpath "$1")
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
mkdir "$work/alpine" "$work/alpine/made"
tar xzf "$ALPINE" -C "$work/alpine"

pack() { # name version info-lines...; files lie in $work/data
    (cd "$work/data" && find . -mindepth 1 -printf '%P\n' | sort |
        tar --format=ustar --no-recursion --owner=0 --group=0 -cf ../data.tar -T -)
    gzip -n < "$work/data.tar" > "$work/data.gz"
    {
        printf 'pkgname = %s\npkgver = %s\npkgdesc = made for a test\nurl = https://example.org\n' "$1" "$2"
        printf 'builddate = 1700000000\nsize = 4096\narch = x86_64\n'
        printf 'datahash = %s\n' "$(sha256sum < "$work/data.gz" | cut -d' ' -f1)"
        shift 2
        printf '%s\n' "$@"
    } > "$work/.PKGINFO"
    (cd "$work" && tar --format=ustar --owner=0 --group=0 -cf control.tar .PKGINFO)
    # The control part lacks the end of archive: apk reads both parts as one.
    head -c 1536 "$work/control.tar" | gzip -n > "$work/control.gz"
    cat "$work/control.gz" "$work/data.gz" > "$work/alpine/made/$name.apk"
}

rm -rf "$work/data"; mkdir -p "$work/data/usr/bin" "$work/data/etc/tool"
echo tool > "$work/data/usr/bin/tool"; echo x > "$work/data/etc/tool/tool.conf"; echo r > "$work/data/in-the-root"
name=tool; pack tool 1.2.3-r4 'origin = tools' 'license = MIT AND Apache-2.0' \
    'depend = so:libtool.so.1' 'depend = base>=1.0' 'depend = !rival' 'provides = cmd:tool=1.2.3-r4'
rm -rf "$work/data"; mkdir -p "$work/data/usr/lib"
echo lib > "$work/data/usr/lib/libtool.so.1"
name=libtool; pack libtool 1.2.3-r4 'origin = tools' 'license = MIT' 'provides = so:libtool.so.1=1.0.0'
rm -rf "$work/data"; mkdir -p "$work/data"
name=base; pack base 1.0_git20240101-r0 'license = MIT'

# apk counts files without checksums of their own as errors, and installs them.
chroot "$work/alpine" sh -c 'cd /made && mkdir root && apk add --verbose --no-network --no-scripts \
    --allow-untrusted --initdb --root root --arch x86_64 ./base.apk ./libtool.apk ./tool.apk || true'
mkdir -p "$out/installed/in/lib/apk/db"
cp "$work/alpine/made/root/lib/apk/db/installed" "$out/installed/in/lib/apk/db/"
