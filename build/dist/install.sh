#!/bin/sh
# Installs this folder as PREFIX/lib/plimsoll, with PREFIX/bin/plimsoll leading to it, and links in PREFIX/share
# to the manual pages and the completions of bash, zsh and fish. Opens no connection.
# Installing again replaces what is there.
# Usage: install.sh [--prefix DIR] [--uninstall]
#   --prefix DIR   default /usr/local for root, ~/.local for others
#   --uninstall    removes what an installation put there
set -eu
fail() { echo "install.sh: $*" >&2; exit 2; }
prefix=
uninstall=
while [ $# -gt 0 ]; do
    case $1 in
    --prefix) [ $# -gt 1 ] || fail "--prefix needs a folder"; prefix=$2; shift 2 ;;
    --prefix=*) prefix=${1#--prefix=}; shift ;;
    --uninstall) uninstall=yes; shift ;;
    *) fail "unknown argument '$1'; usage: install.sh [--prefix DIR] [--uninstall]" ;;
    esac
done
if [ -z "$prefix" ]; then
    if [ "$(id -u)" = 0 ]; then prefix=/usr/local; else prefix=${HOME:?}/.local; fi
fi
case $prefix in /*) ;; *) prefix=$(pwd)/$prefix ;; esac
to=$prefix/lib/plimsoll
link=$prefix/bin/plimsoll
shared="man/man1 bash-completion/completions zsh/site-functions fish/vendor_completions.d"
# All of these lie three folders below PREFIX.
inside=../../../lib/plimsoll/share
unlink_shared() {
    for folder in $shared; do
        for each in "$prefix/share/$folder"/*plimsoll*; do
            case $(readlink "$each" 2>/dev/null) in "$inside"/*) rm "$each" ;; esac
        done
    done
}
link_shared() {
    for folder in $shared; do
        mkdir -p "$prefix/share/$folder"
        for each in "$to/share/$folder"/*; do
            at=$prefix/share/$folder/${each##*/}
            if [ -e "$at" ] || [ -h "$at" ]; then
                echo "$at is there and not of Plimsoll; it is left alone"
            else
                ln -s "$inside/$folder/${each##*/}" "$at"
            fi
        done
    done
}
ours() { [ -h "$link" ] && [ "$(readlink "$link")" = ../lib/plimsoll/bin/plimsoll ]; }

if [ -n "$uninstall" ]; then
    if ours; then rm "$link"; fi
    unlink_shared
    rm -rf "$to"
    echo "removed $to; caches and data of each user stay in ~/.cache/plimsoll and ~/.local/share/plimsoll"
    exit 0
fi

from=$(cd "$(dirname "$0")" && pwd)
case $from/ in "$to"/*) fail "this folder is the installation; run install.sh of an unpacked archive" ;; esac
if [ -e "$link" ] && ! ours; then fail "$link is there and not of Plimsoll; move it away or choose another --prefix"; fi
if [ -e "$to" ] && [ ! -f "$to/lib/plimsoll.jar" ]; then fail "$to is there and not of Plimsoll; move it away"; fi
(cd "$from" && sha256sum -c SHA256SUMS >/dev/null 2>&1) ||
    fail "files in $from do not match SHA256SUMS; fetch and unpack the archive again"

mkdir -p "$prefix/lib" "$prefix/bin"
new=$prefix/lib/.plimsoll-new.$$
old=$prefix/lib/.plimsoll-old.$$
trap 'rm -rf "$new"' EXIT INT TERM
# -p: a class cache knows the jar and the runtime that it was made of by their times.
cp -Rp "$from" "$new"
if [ "$(id -u)" = 0 ]; then chown -R 0:0 "$new"; fi
if [ -e "$to" ]; then mv "$to" "$old"; fi
mv "$new" "$to"
rm -rf "$old"
ln -sf ../lib/plimsoll/bin/plimsoll "$link"
unlink_shared
link_shared
"$link" version
echo "installed as $link; remove it with: sh $to/install.sh --uninstall --prefix $prefix"
case :$PATH: in *:"$prefix/bin":*) ;; *) echo "$prefix/bin is not in PATH" ;; esac
