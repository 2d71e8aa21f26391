"""Fetches all tags of a repository of a plain registry into an OCI layout, as a tar file that is the same for equal content.

Usage: attested-images.py HOST/REPOSITORY FILE.tar
"""

import io
import json
import sys
import tarfile
import urllib.request

TYPES = ",".join(
    "application/vnd." + each
    for each in (
        "oci.image.index.v1+json",
        "oci.image.manifest.v1+json",
        "docker.distribution.manifest.list.v2+json",
        "docker.distribution.manifest.v2+json",
    )
)


def main(name, file):
    host, repository = name.split("/", 1)
    base = f"http://{host}/v2/{repository}/"
    files = {"oci-layout": b'{"imageLayoutVersion":"1.0.0"}'}

    def get(path):
        request = urllib.request.Request(base + path, headers={"Accept": TYPES})
        with urllib.request.urlopen(request) as answer:
            return answer.read(), answer.headers

    def keep(digest, content):
        files["blobs/" + digest.replace(":", "/")] = content

    def manifest(target):
        content, headers = get("manifests/" + target)
        digest = headers["Docker-Content-Digest"]
        keep(digest, content)
        document = json.loads(content)
        for child in document.get("manifests", []):
            manifest(child["digest"])
        for blob in document.get("layers", []) + ([document["config"]] if "config" in document else []):
            keep(blob["digest"], get("blobs/" + blob["digest"])[0])
        return {"mediaType": headers["Content-Type"], "digest": digest, "size": len(content)}

    manifests = []
    for tag in sorted(json.loads(get("tags/list")[0])["tags"]):
        descriptor = manifest(tag)
        descriptor["annotations"] = {"org.opencontainers.image.ref.name": tag}
        manifests.append(descriptor)
    files["index.json"] = json.dumps({"schemaVersion": 2, "manifests": manifests}).encode()
    with tarfile.open(file, "w", format=tarfile.USTAR_FORMAT) as tar:
        for path in sorted(files):
            entry = tarfile.TarInfo(path)
            entry.size = len(files[path])
            tar.addfile(entry, io.BytesIO(files[path]))


main(*sys.argv[1:])
