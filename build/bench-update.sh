#!/bin/sh
# Measures `db update` from a web server of this machine: all, the next day, nothing new.
# usage: bench-update.sh FEEDS [SHARE of the EPSS scores that change in a day]
set -eu
feeds=$1
share=${2:-0.05}
here=$(cd "$(dirname "$0")/.." && pwd)
work=$(mktemp -d)
server=
trap 'test -z "$server" || kill "$server"; rm -rf "$work"' EXIT
cd "$work"
openssl genpkey -algorithm ed25519 -out key.pem
openssl pkey -in key.pem -pubout -out key.pub
"$here/plimsoll" db build --from "$feeds" --out mirror --sign-key key.pem --created 2026-11-22T00:00:00Z
python3 -u -m http.server 0 --bind 127.0.0.1 --directory mirror >server.log 2>&1 &
server=$!
until grep -qs port server.log; do sleep 0.1; done
port=$(sed -n 's/.* port \([0-9]*\) .*/\1/p' server.log)
update() {
    echo "$1:"
    for i in 1 2 3 4 5; do
        rm -rf own
        [ -z "$2" ] || cp -r "$2" own
        start=$(date +%s%N)
        "$here/plimsoll" db update --from "http://127.0.0.1:$port/" --trust-key key.pub --db own 2>said
        end=$(date +%s%N)
        echo "  $(((end - start) / 1000000)) ms, $(sed 's/.* in own: //' said)"
    done
}
update "all" ""
cp -r own first
update "nothing new" first
python3 "$here/build/next-day.py" "$feeds" next "$share"
"$here/plimsoll" db build --from next --out mirror --previous mirror --sign-key key.pem --created 2026-11-23T00:00:00Z
update "the next day" first
