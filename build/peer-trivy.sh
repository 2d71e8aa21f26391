#!/bin/sh
# Builds the peer that `make bench` compares with, Trivy 0.74.0, from the Go module proxy; six minutes on two cores.
# Usage: peer-trivy.sh FILE
set -eu
to=$(cd "$(dirname "$1")" && pwd)/$(basename "$1")
work=$(mktemp -d "${TMPDIR:-/tmp}/peer-trivy.XXXXXX")
trap 'chmod -R u+w "$work"; rm -rf "$work"' EXIT INT TERM
module=$(cd "$work" && go mod download -json github.com/aquasecurity/trivy@v0.74.0 | sed -n 's/.*"Dir": "\(.*\)".*/\1/p')
cp -r "$module" "$work/sources"
chmod -R u+w "$work/sources"
cd "$work/sources"
GOEXPERIMENT=jsonv2 CGO_ENABLED=0 GOFLAGS=-mod=mod go build -ldflags "-s -w" -o "$to" ./cmd/trivy
