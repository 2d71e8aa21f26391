#!/bin/sh
# Makes what a rehearsal needs in a folder: images, and in version.calls and scan.calls what users call.
# Usage: rehearsal-calls.sh FOLDER, relative where the result must not depend on the place
set -eu
work=$1
sh "${0%/*}/training-image.sh" "$work"
# An image with provenance by BuildKit.
cp "${0%/*}/../quality/testkit/src/main/resources/attested/max.tar" "$work/built.tar"
echo version >"$work/version.calls"
for image in debian alpine; do
    for options in "" "" "--format=json " "--format=cyclonedx "; do
        echo "scan ${options}docker-archive:$work/$image.tar"
    done
    echo "sbom --output=$work/$image.json docker-archive:$work/$image.tar"
    echo "scan $work/$image.json"
done >"$work/scan.calls"
echo "scan oci-archive:$work/built.tar" >>"$work/scan.calls"
echo "explain CVE-2021-23337 docker-archive:$work/alpine.tar" >>"$work/scan.calls"
echo "db status" >>"$work/scan.calls"
