"""Models the feeds of the next day: usage next-day.py FEEDS OUT SHARE.

In each ecosystem some advisories are new (a copy of another one, with an id of its own) and some have
changed (another fixed version); some NVD records are new or have another date; of the EPSS scores a
SHARE has changed by up to a quarter, and every percentile is reckoned anew. The same input gives the
same output.
"""

import glob
import gzip
import json
import os
import random
import shutil
import sys
import zipfile

NEW_AND_CHANGED = {
    "Debian": 40, "Alpine": 30, "Red Hat": 40, "Maven": 15, "npm": 25, "PyPI": 15, "Go": 12,
    "Wolfi": 60, "Packagist": 8, "RubyGems": 2, "NuGet": 2, "crates.io": 3, "AlmaLinux": 6,
    "Bitnami": 10, "Hex": 1,
}
TODAY = "2026-11-23T00:00:00Z"
chance = random.Random(1)


def new_id(old):
    if "CVE-" in old:
        return old.split("CVE-")[0] + f"CVE-2026-{chance.randrange(50000, 59999)}"
    if old.startswith("GHSA-"):
        part = lambda: "".join(chance.choice("23456789cfghjmpqrvwx") for _ in range(4))
        return f"GHSA-{part()}-{part()}-{part()}"
    return old[:-1] + chance.choice("abcdwxyz") + str(chance.randrange(9))


def advisories(source, target):
    count = 0
    for ecosystem in sorted(os.listdir(source)):
        with zipfile.ZipFile(f"{source}/{ecosystem}/all.zip") as archive:
            records = {n: archive.read(n) for n in archive.namelist() if n.endswith(".json")}
        names = sorted(records)
        few = min(NEW_AND_CHANGED.get(ecosystem, 2), len(names))
        for name in chance.sample(names, few):
            record = json.loads(records[name])
            record["id"] = new_id(record["id"])
            record["modified"] = TODAY
            record["aliases"] = [f"CVE-2026-{chance.randrange(50000, 59999)}"]
            records[record["id"] + ".json"] = json.dumps(record).encode()
        for name in chance.sample(names, few):
            record = json.loads(records[name])
            record["modified"] = TODAY
            for affected in record.get("affected", []):
                for span in affected.get("ranges", []):
                    for event in span.get("events", []):
                        if "fixed" in event:
                            event["fixed"] += ".1"
            records[name] = json.dumps(record).encode()
        count += 2 * few
        os.makedirs(f"{target}/{ecosystem}", exist_ok=True)
        with zipfile.ZipFile(f"{target}/{ecosystem}/all.zip", "w", zipfile.ZIP_DEFLATED, compresslevel=1) as out:
            for name in sorted(records):
                out.writestr(name, records[name])
    return count


def nvd(folder):
    for file in sorted(glob.glob(f"{folder}/*.json.gz")):
        with gzip.open(file, "rt") as opened:
            feed = json.load(opened)
        records = feed["vulnerabilities"]
        for record in chance.sample(records, min(15, len(records))):
            record["cve"]["lastModified"] = "2026-11-23T00:00:00.000"
        for record in chance.sample(records, min(5, len(records))):
            copy = json.loads(json.dumps(record))
            copy["cve"]["id"] = f"CVE-2026-{chance.randrange(50000, 59999)}"
            records.append(copy)
        with gzip.open(file, "wt") as out:
            json.dump(feed, out)


def epss(source, target, share):
    os.makedirs(target, exist_ok=True)
    (file,) = glob.glob(f"{source}/*.csv.gz")
    with gzip.open(file, "rt") as opened:
        head, columns, *lines = opened.read().splitlines()
    rows = [line.split(",") for line in lines]
    before = {cve: float(percentile) for cve, _, percentile in rows}
    scores = []
    for cve, text, _ in rows:
        score = float(text)
        if chance.random() < share:
            score = min(0.99999, max(0.00001, round(score * chance.uniform(0.8, 1.25), 5)))
        scores.append((cve, score))
    scores += [(f"CVE-2026-{50000 + i}", round(chance.random() * 0.01, 5)) for i in range(150)]
    # Each has a rank of its own; equal scores keep the order of the day before.
    order = sorted(scores, key=lambda each: (each[1], before.get(each[0], 0)))
    rank = {cve: (i + 1) / len(order) for i, (cve, _) in enumerate(order)}
    with gzip.open(f"{target}/epss_scores-2026-11-23.csv.gz", "wt") as out:
        print(head, columns, sep="\n", file=out)
        for cve, score in sorted(scores):
            print(f"{cve},{score:.5f},{rank[cve]:.5f}", file=out)


def main():
    source, target, share = sys.argv[1], sys.argv[2], float(sys.argv[3])
    count = advisories(f"{source}/osv", f"{target}/osv")
    for folder in ("nvd", "kev", "eol"):
        shutil.copytree(f"{source}/{folder}", f"{target}/{folder}", dirs_exist_ok=True)
    nvd(f"{target}/nvd")
    epss(f"{source}/epss", f"{target}/epss", share)
    print(count, "advisories new or changed")


main()
