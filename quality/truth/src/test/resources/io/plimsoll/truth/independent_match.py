"""Which vulnerabilities the Debian packages of this machine have, by OSV records and dpkg alone.

Usage: independent_match.py all.zip
Prints a line for each: package, architecture, version, id, fixed versions; tabs between them.
"""
import collections
import json
import subprocess
import sys
import zipfile

THERE = {"installed", "unpacked", "half-configured", "triggers-awaited", "triggers-pending"}
FIELDS = ["Package", "Architecture", "Version", "source:Package", "source:Version",
          "db:Status-Status"]
compared = {}


def release():
    for line in open("/etc/os-release", encoding="utf-8"):
        if line.startswith("VERSION_ID="):
            return line.split("=", 1)[1].strip().strip('"')
    raise SystemExit("os-release has no VERSION_ID")


def packages_by_source():
    form = "\\t".join("${%s}" % field for field in FIELDS) + "\\n"
    listing = subprocess.run(["dpkg-query", "-W", "-f", form], check=True,
                             capture_output=True, text=True).stdout
    by_source = collections.defaultdict(list)
    for line in listing.splitlines():
        name, architecture, version, source, source_version, status = line.split("\t")
        if status in THERE:
            by_source[source].append((name, architecture, version, source_version))
    return by_source


def is_below(version, bound):
    if bound == "0":
        return False
    key = (version, bound)
    if key not in compared:
        code = subprocess.run(["dpkg", "--compare-versions", version, "lt", bound]).returncode
        if code not in (0, 1):
            raise SystemExit("dpkg refuses %s lt %s" % key)
        compared[key] = code == 0
    return compared[key]


def fix_for(version, events):
    """Whether a version is affected, and the fix that ends the range that it is in."""
    if len(events) > 2 or "introduced" not in events[0]:
        raise SystemExit("events that this script cannot read: %r" % events)
    if is_below(version, events[0]["introduced"]):
        return False, None
    if len(events) == 1:
        return True, None
    fixed = events[1]["fixed"]
    return is_below(version, fixed), fixed


def main():
    ecosystem = "Debian:" + release()
    by_source = packages_by_source()
    found = collections.defaultdict(set)
    with zipfile.ZipFile(sys.argv[1]) as archive:
        for entry in archive.namelist():
            record = json.loads(archive.read(entry))
            if "withdrawn" in record:
                continue
            ids = record.get("upstream", []) + record.get("aliases", [])
            if len(ids) != 1:
                raise SystemExit("%s names %d vulnerabilities" % (entry, len(ids)))
            known_as = ids[0] if ids[0].startswith("CVE-") else record["id"]
            for affected in record["affected"]:
                package = affected["package"]
                if package["ecosystem"] != ecosystem:
                    continue
                if affected.get("versions"):
                    raise SystemExit("versions that this script cannot read: " + entry)
                for name, architecture, version, source_version in by_source[package["name"]]:
                    for affected_range in affected["ranges"]:
                        hit, fixed = fix_for(source_version, affected_range["events"])
                        if hit:
                            key = (name, architecture, version, known_as)
                            found[key].update([fixed] if fixed else [])
    for key, fixed in sorted(found.items()):
        if len(fixed) > 1:
            raise SystemExit("several fixes, whose order only dpkg knows: %r" % (key,))
        print("\t".join(key + (",".join(fixed),)))


main()
