#!/bin/sh
# Makes the fixtures of provenance and signatures anew: images built by BuildKit 0.32.2, with provenance of each form, and
# signatures by cosign 2.6.5 and 3.1.3. The programs come from the Go module proxy; ten minutes on two cores the first time.
# Needs root, Go 1.26, runc and docker-registry. Every run has other digests and keys: the tests read both from the files.
# Usage: attested-images.sh PROGRAMS FOLDER
set -eu
home=$(cd "$(dirname "$0")" && pwd)
mkdir -p "$1" "$2"
bin=$(cd "$1" && pwd)
out=$(cd "$2" && pwd)
registry=localhost:5071
work=$(mktemp -d "${TMPDIR:-/tmp}/attested.XXXXXX")
processes=
trap 'kill $processes 2>/dev/null || true; sleep 1; rm -rf "$work"' EXIT INT TERM

# MODULE@VERSION PACKAGE NAME
program() {
    [ -x "$bin/$3" ] && return
    from=$(cd / && go mod download -json "$1" | sed -n 's/.*"Dir": "\(.*\)".*/\1/p')
    cp -r "$from" "$work/sources"
    chmod -R u+w "$work/sources"
    (cd "$work/sources" && CGO_ENABLED=0 GOFLAGS=-mod=mod go build -ldflags "-s -w" -o "$bin/$3" "$2")
    rm -rf "$work/sources"
}
for each in buildkitd buildctl; do
    program github.com/moby/buildkit@v0.32.2 ./cmd/$each $each
done
program github.com/moby/buildkit@v0.32.2 ./frontend/dockerfile/cmd/dockerfile-frontend dockerfile-frontend
program github.com/sigstore/cosign/v2@v2.6.5 ./cmd/cosign cosign2
program github.com/sigstore/cosign/v3@v3.1.3 ./cmd/cosign cosign3

cd "$work"
cat > registry.yml <<EOF
version: 0.1
log: {accesslog: {disabled: true}}
storage: {filesystem: {rootdirectory: $work/registry}}
http: {addr: "127.0.0.1:5071"}
EOF
docker-registry serve registry.yml > registry.log 2>&1 &
processes=$!
# Names without a host come from the registry of this machine.
cat > buildkitd.toml <<EOF
root = "$work/buildkit"
[worker.oci]
  enabled = true
  snapshotter = "native"
[worker.containerd]
  enabled = false
[registry."$registry"]
  http = true
[registry."docker.io"]
  mirrors = ["$registry"]
EOF
"$bin/buildkitd" --config buildkitd.toml --addr "unix://$work/buildkit.sock" > buildkitd.log 2>&1 &
processes="$processes $!"
sleep 5

mkdir -p root/etc extra context
printf 'PRETTY_NAME="Debian GNU/Linux 12 (bookworm)"\nID=debian\nVERSION_ID="12"\n' > root/etc/os-release
tar --sort=name --owner=0 --group=0 --mtime=@1767225600 -C root -cf context/rootfs.tar etc
cd context
echo 'a compiler' > go
echo 'a program' > app.txt
cp "$bin/dockerfile-frontend" .
printf 'FROM scratch\nADD rootfs.tar /\nCOPY go /etc/extra\nENV BASE=debian\n' > debian.Dockerfile
printf 'FROM scratch\nADD rootfs.tar /\nCOPY go /usr/local/bin/go\n' > golang.Dockerfile
printf 'FROM scratch\nCOPY dockerfile-frontend /bin/dockerfile-frontend\nENTRYPOINT ["/bin/dockerfile-frontend"]\n' > frontend.Dockerfile
cat > app.Dockerfile <<'EOF'
ARG DEBIAN=bullseye
FROM golang:1.26 AS build
COPY app.txt /out/app

FROM debian:${DEBIAN} AS app
LABEL org.opencontainers.image.title=app
COPY --from=build /out/app /usr/bin/app
COPY app.txt /srv/
CMD ["/usr/bin/app"]

FROM app AS debug
COPY app.txt /debug
EOF
printf 'FROM debian:bookworm\nCOPY app.txt /srv/\n' > one.Dockerfile
printf 'FROM golang:1.26 AS build\nCOPY app.txt /out/app\nFROM scratch\nCOPY --from=build /out/app /app\n' > scratch.Dockerfile
printf '# syntax=docker/dockerfile:1\nFROM debian:bookworm\nCOPY app.txt /srv/\n' > syntax.Dockerfile
printf 'FROM golang:1.26 AS build\nCOPY app.txt /out/app\nFROM debian:bookworm\nCOPY --link --from=build /out/app /app\n' > link.Dockerfile

# DOCKERFILE OPTION…
build() {
    file=$1
    shift
    "$bin/buildctl" --addr "unix://$work/buildkit.sock" build --progress=plain --frontend dockerfile.v0 --local context=. \
        --local dockerfile=. --opt "filename=$file.Dockerfile" "$@" > "$work/build.log" 2>&1 || { cat "$work/build.log"; exit 1; }
}
# NAME DOCKERFILE PROVENANCE OPTION…
attested() {
    name=$1
    file=$2
    provenance=$3
    shift 3
    build "$file" --opt "attest:provenance=$provenance" --output "type=oci,dest=$out/$name.tar,name=example.org/team/app:1" "$@"
}
build debian --output "type=image,name=$registry/library/debian:bookworm,push=true"
build golang --output "type=image,name=$registry/library/golang:1.26,push=true"
build frontend --output "type=image,name=$registry/docker/dockerfile:1,push=true"
app="--opt build-arg:DEBIAN=bookworm --opt target=app"
code="--opt vcs:source=https://git.example.org/team/app.git --opt vcs:revision=3f0f5b1a2c6d4e8f9a0b1c2d3e4f5a6b7c8d9e0f"
builder=builder-id=https://ci.example.org/builders/1
attested max app "mode=max,$builder" $app $code
attested max-v02 app "mode=max,version=v0.2,$builder" $app $code
attested max-scratch scratch mode=max
attested max-syntax syntax mode=max
attested max-link link mode=max
attested min-one one mode=min
attested min-one-v02 one mode=min,version=v0.2
attested min-two app mode=min $app
attested min-scratch scratch mode=min
attested min-syntax syntax mode=min
build app --opt attest:provenance=mode=max $app \
    --output "type=oci,dest=$out/max-zstd.tar,name=example.org/team/app:1,compression=zstd,force-compression=true"

# Signatures of the index of `max`, by keys of each kind.
image=$registry/team/app
copy() {
    skopeo copy -q --all --dest-tls-verify=false "oci-archive:$out/max.tar" "docker://$1"
}
export COSIGN_PASSWORD=
cd "$work"
openssl genpkey -algorithm ec -pkeyopt ec_paramgen_curve:P-256 -out p256.pem
openssl genpkey -algorithm ec -pkeyopt ec_paramgen_curve:P-384 -out p384.pem
openssl genpkey -algorithm ec -pkeyopt ec_paramgen_curve:P-521 -out p521.pem
openssl genpkey -algorithm rsa -pkeyopt rsa_keygen_bits:2048 -out rsa.pem 2>/dev/null
openssl genpkey -algorithm ed25519 -out ed25519.pem
copy "$image:1"
curl -s -H "Accept: application/vnd.oci.image.index.v1+json" "http://$registry/v2/team/app/manifests/1" > "$out/signed-index.json"
for key in p256 p384 p521 rsa ed25519; do
    openssl pkey -in $key.pem -pubout -out "$out/$key.pub"
    "$bin/cosign2" import-key-pair --key $key.pem --output-key-prefix $key >/dev/null 2>&1
    # Each in a repository of its own, then all of them in one.
    for each in team/app "team/$key"; do
        [ "$each" = team/app ] || copy "$registry/$each:1"
        "$bin/cosign2" sign -y --key $key.key --tlog-upload=false -a "team=$key" "$registry/$each:1" >/dev/null 2>&1
        "$bin/cosign3" sign -y --key $key.key --tlog-upload=false --use-signing-config=false "$registry/$each:1" >/dev/null 2>&1
    done
    "$bin/cosign3" sign-blob -y --key $key.key --tlog-upload=false --use-signing-config=false \
        --bundle "$out/blob-$key.json" "$out/signed-index.json" >/dev/null 2>&1
    python3 "$home/attested-images.py" "$registry/team/$key" "$out/signed-$key.tar"
done
python3 "$home/attested-images.py" "$image" "$out/signed-all.tar"

# Provenance that somebody else attached, to the base image that has none.
tar -xf "$out/max.tar" -C "$work" --one-top-level=max
predicate=$(grep -l '"_type":"https://in-toto.io/Statement' "$work"/max/blobs/sha256/*)
python3 -c 'import json, sys; print(json.dumps(json.load(open(sys.argv[1]))["predicate"]))' "$predicate" > predicate.json
for version in 2 3; do
    skopeo copy -q --all --src-tls-verify=false --dest-tls-verify=false \
        "docker://$registry/library/debian:bookworm" "docker://$registry/team/attested-$version:1"
    options=$([ $version = 2 ] || echo --use-signing-config=false)
    "$bin/cosign$version" attest -y --key p256.key --tlog-upload=false $options --type slsaprovenance1 \
        --predicate predicate.json "$registry/team/attested-$version:1" >/dev/null 2>&1
    python3 "$home/attested-images.py" "$registry/team/attested-$version" "$out/attested-cosign$version.tar"
done
"$bin/cosign2" save --dir saved "$registry/team/p256:1"
tar --sort=name --owner=0 --group=0 --mtime=@1767225600 -C saved -cf "$out/saved.tar" .
chmod 644 "$out"/*
