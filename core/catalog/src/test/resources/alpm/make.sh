#!/bin/sh
# Makes the database of the case "local" with pacman itself.
# Needs the Debian 12 packages makepkg, pacman-package-manager, fakeroot, libarchive-tools, zstd.
# Usage, as root: make.sh FOLDER
set -eu
out=$(realpath "$1")
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
mkdir "$work/build" "$work/root" "$work/db"
cat > "$work/build/PKGBUILD" <<'P'
pkgbase=tools
pkgname=(tool-kit libtool)
pkgver=1.2.3
pkgrel=4
pkgdesc='made for a test'
arch=(x86_64)
license=(MIT Apache)
package_tool-kit() {
    depends=('libtool>=1.2' glibc)
    provides=(tool=1.2.3)
    backup=(etc/tool.conf)
    mkdir -p "$pkgdir/usr/bin" "$pkgdir/etc"
    echo tool > "$pkgdir/usr/bin/tool"
    echo x > "$pkgdir/etc/tool.conf"
}
package_libtool() {
    provides=(libtool.so=1-64)
    mkdir -p "$pkgdir/usr/lib"
    echo lib > "$pkgdir/usr/lib/libtool.so.1"
}
P
chmod 777 "$work" "$work/build"
(cd "$work/build" && setpriv --reuid=65534 --regid=65534 --clear-groups \
    env HOME="$work/build" CARCH=x86_64 CHOST=x86_64 PKGEXT=.pkg.tar makepkg --nodeps --noconfirm > "$work/log" 2>&1) ||
    { cat "$work/log"; exit 1; }
pacman --config /dev/null --root "$work/root" --dbpath "$work/db" --arch x86_64 --noconfirm -Udd "$work"/build/*.pkg.tar > "$work/log" 2>&1 ||
    { cat "$work/log"; exit 1; }
mkdir -p "$out/local/in/var/lib/pacman/local"
cp -r "$work/db/local/." "$out/local/in/var/lib/pacman/local/"
find "$out/local/in" -name mtree -delete
