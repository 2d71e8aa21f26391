#!/bin/sh
# Gathers real Dockerfiles of published Go modules into a folder, as files 0001, 0002 …, and names their
# origins in SOURCES. Module versions never change, so neither does the result.
# Usage: dockerfile-corpus.sh FOLDER
set -eu
folder=$1
modules="
github.com/GoogleContainerTools/kaniko@v1.24.0
github.com/GoogleContainerTools/skaffold/v2@v2.16.1
github.com/anchore/syft@v1.57.0
github.com/aquasecurity/trivy@v0.74.0
github.com/containers/buildah@v1.41.4
github.com/docker/cli@v29.9.2+incompatible
github.com/docker/docker@v28.5.2+incompatible
github.com/moby/buildkit@v0.32.2
github.com/openshift/imagebuilder@v1.2.19
github.com/testcontainers/testcontainers-go@v0.43.0
k8s.io/kubernetes@v1.34.1
"
command -v go >/dev/null || { echo "go is missing: it fetches the modules" >&2; exit 1; }
rm -rf "$folder.new"
mkdir -p "$folder.new"
number=0
for module in $modules; do
    [ -f "$folder/SOURCES" ] && grep -q "^$module " "$folder/SOURCES" && continue
    number=missing
done
[ "$number" = 0 ] && { rmdir "$folder.new"; exit 0; }
number=0
for module in $modules; do
    root=$(cd / && go mod download -json "$module" | sed -n 's/^[[:space:]]*"Dir": "\(.*\)",*$/\1/p')
    find "$root" -type f ! -name '*.go' ! -name '*.md' \
        \( -iname '*dockerfile*' -o -iname '*containerfile*' \) | LC_ALL=C sort > "$folder.new/found"
    while read -r file; do
        number=$((number + 1))
        name=$(printf '%04d' "$number")
        cp "$file" "$folder.new/$name"
        echo "$module ${file#"$root"/} $name" >> "$folder.new/SOURCES"
    done < "$folder.new/found"
    rm "$folder.new/found"
done
chmod -R u+w "$folder.new"
rm -rf "$folder"
mv "$folder.new" "$folder"
