#!/bin/sh
# Prints the path of a Go that can build what needs 1.26.3: the installed one where it fetches newer ones
# by itself (1.21 and later), else that version, fetched as a module as those do.
set -eu
wanted=1.26.3
have=$(cd / && go env GOVERSION 2>/dev/null) || {
    echo "go is missing (Debian: package golang-go)" >&2
    exit 1
}
case $have in
    go1.[0-9] | go1.[0-9].* | go1.1[0-9] | go1.1[0-9].* | go1.20 | go1.20.*) ;;
    *) command -v go; exit ;;
esac
system=$(cd / && go env GOOS)-$(cd / && go env GOARCH)
folder=$(cd / && go mod download -json "golang.org/toolchain@v0.0.1-go$wanted.$system" |
    sed -n 's/^[[:space:]]*"Dir": "\(.*\)",*$/\1/p')
# Modules hold no executables; those who fetch this one by themselves do the same.
chmod u+x "$folder"/bin/* "$folder"/pkg/tool/*/*
echo "$folder/bin/go"
