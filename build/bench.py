"""Runs the measurements of bench.sh and prints them as a page. Called by bench.sh only."""

import json
import os
import pathlib
import re
import shutil
import statistics
import subprocess
import sys
import time

RUNS = 5
PAGE = """\
# Benchmarks

Written by `make bench` (`build/bench.sh`): whole processes started through the launcher, median of {runs}
after a warm-up, files in the page cache. No test asserts a time.

{date}, {cores} cores, {cpu}, {memory} GiB of memory, {java}. The load was {load} at
the start: compare within the table only. {trivy}
The peer is snyk-docker-plugin 7.0.0 from npm in the same run, which lists packages and judges nothing. The floor reads, digests and inflates with the fastest tools at hand: `openssl dgst
-sha256` of an uncompressed archive, `igzip -dc | openssl dgst -sha256` of each blob of a compressed one
beside `openssl dgst -sha256` of the blob.

| what | measured | floor | peer | peak memory | Trivy | budget | met |
|---|---|---|---|---|---|---|---|
"""
QUOTED = """Times of Trivy are quoted from a run of version 0.74 on two
quiet cores of another machine, so that the column of budgets is a goal and no comparison; of a range
the middle counts."""
BESIDE = """Trivy 0.74.0 (`build/peer-trivy.sh`) ran on the same
images in the same run. It lists packages only (`--format cyclonedx`: it fetches its advisory data from a registry,
which is none of this machine's), where Plimsoll lists and judges: its column is less than it needs to scan. Where it
wants its index of jars, too, it does not run, and the column and the budget are quoted: version 0.74, two quiet cores of
another machine, of a range the middle."""
INSIDE = """
## Inside a warm JVM

JMH (`quality/bench`), one fork; the matcher takes two threads, of which a core is the half.

| what | measured | budget | met |
|---|---|---|---|
"""
REST = """
`unknown` are packages that no advisory names, `fixed` packages that advisories name in versions above
every fix (what has no fix stays open), `old` packages in a version below all: 1000 Debian packages each,
taken evenly from the whole segment, the kernel with its thousands of advisories among them.

`sources` are the project's own, which hold every keyword of the rules for secrets, `log` is a web server's, `base64`
one line: 16 MB each, by `SecretBench`.

The data in `data/advisories` takes {data:.1f} MB (budget 40 MB, Trivy 266 MB quoted).

"""
BENCHMARKS = (
    ("StoreBench.openAndLookUpOne", "", "open the store, look one package up", "10 ms", 10_000),
    ("MatchBench.judge", "unknown", "packages a second and core, `unknown`", "1,000,000", 1e6),
    ("MatchBench.judge", "fixed", "packages a second and core, `fixed`", "1,000,000", 1e6),
    ("MatchBench.judge", "old", "packages a second and core, `old`", "1,000,000", 1e6),
    ("SecretBench.search", "sources", "MB searched for secrets a second and core, `sources`", "100", 100),
    ("SecretBench.search", "log", "MB searched for secrets a second and core, `log`", "100", 100),
    ("SecretBench.search", "base64", "MB searched for secrets a second and core, `base64`", "100", 100),
)


def timed(command, environment, before=lambda: None):
    """Median seconds of the runs after the first, and the peak in MiB of one more."""
    seconds = []
    for run in range(RUNS + 1):
        before()
        start = time.perf_counter()
        done = subprocess.run(command, env=environment, stdout=subprocess.DEVNULL,
                              stderr=subprocess.PIPE, text=True)
        if done.returncode:
            sys.exit(f"{command} ended with {done.returncode}: {done.stderr}")
        if run:
            seconds.append(time.perf_counter() - start)
    before()
    report = subprocess.run(["/usr/bin/time", "-v"] + command, env=environment,
                            stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True).stderr
    peak = int(re.search(r"Maximum resident set size \(kbytes\): (\d+)", report)[1]) / 1024
    return statistics.median(seconds), peak


def machine(jdk):
    cpu = re.search(r"model name\s*: (.*)", pathlib.Path("/proc/cpuinfo").read_text())
    java = pathlib.Path(jdk, "release").read_text()
    return {
        "date": time.strftime("%Y-%m-%d", time.gmtime()),
        "cores": os.cpu_count(),
        "cpu": cpu[1] if cpu else "unknown processor",
        "memory": round(os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30),
        "java": "Java " + re.search(r'JAVA_RUNTIME_VERSION="([^"]*)"', java)[1],
        "load": round(os.getloadavg()[0], 1),
    }


def row(what, measured, floor, peer, quoted, budget, seconds, beside=0):
    """One line of the table; `seconds` is the budget as a number, 0 where there is none; `beside` what
    Trivy took in the same run, 0 where it did not run."""
    took, peak = measured
    if beside:
        seconds = beside / 2 if budget.startswith("half") else beside
        quoted = millis(beside)
    met = "" if not seconds else "yes" if took <= seconds else f"**no**, {took / seconds:.1f} times"
    print(f"| {what} | {took * 1000:.0f} ms | {millis(floor)} | {millis(peer)} | {peak:.0f} MiB | {quoted} "
          f"| {budget} | {met} |", flush=True)


def millis(seconds):
    return f"{seconds * 1000:.0f} ms" if seconds else ""


def cases(work):
    """Name, target, quoted and budgeted times of the first and the second scan."""
    half = ("", "half of Trivy", 0)
    below = ("", "below Trivy", 0)
    return (
        ("Alpine docker-archive", f"docker-archive:{work}/alpine.tar",
         ("0.13 s", "below Trivy", 0.13), ("0.10 s", "below Trivy", 0.10)),
        ("Debian docker-archive", f"docker-archive:{work}/debian.tar",
         ("0.92 s", "half of Trivy", 0.46), ("0.4-0.5 s", "below Trivy", 0.45)),
        ("Debian OCI layout, gzip", f"oci-dir:{work}/debian",
         ("3.3 s", "half of Trivy", 1.65), ("0.15-0.25 s", "below Trivy", 0.20)),
        ("Java docker-archive", f"docker-archive:{work}/java.tar", half, below),
        ("Java OCI layout, gzip", f"oci-dir:{work}/java", half, below),
        ("npm docker-archive", f"docker-archive:{work}/npm.tar", half, below),
        ("npm OCI layout, gzip", f"oci-dir:{work}/npm", half, below),
    )


def floor_of(target):
    """A shell command that reads, digests and inflates all that a scan must."""
    kind, path = target.split(":", 1)
    if kind == "docker-archive":
        return f"openssl dgst -sha256 {path}"
    return (f"for blob in $(find {path}/blobs -type f -size +64k); do openssl dgst -sha256 $blob & "
            "igzip -dc $blob | openssl dgst -sha256; wait; done")


def size_of(target):
    """MB as stored."""
    path = pathlib.Path(target.split(":", 1)[1])
    files = [path] if path.is_file() else path.rglob("*")
    return sum(file.stat().st_size for file in files if file.is_file()) / 1e6


def inside(home, jdk, work):
    """Runs the benchmarks inside a warm JVM."""
    results = work + "/jmh.json"
    classes = f"{home}/quality/bench/target/classes:{home}/quality/bench/target/lib/*"
    store = f"-Dplimsoll.store={home}/data/advisories -Dplimsoll.home={home}"
    subprocess.run([jdk + "/bin/java", "-cp", classes, "org.openjdk.jmh.Main", "-f", "1", "-wi", "5", "-i", "5",
                    "-w", "2", "-r", "2", "-rf", "json", "-rff", results, "-jvmArgs", "-Xmx512m " + store],
                   check=True, stdout=subprocess.DEVNULL)
    measured = {}
    for result in json.loads(pathlib.Path(results).read_text()):
        name = ".".join(result["benchmark"].split(".")[-2:])
        measured[name, result.get("params", {}).get("kind", "")] = result["primaryMetric"]["score"]
    print(INSIDE, end="")
    for name, kind, what, budget, number in BENCHMARKS:
        time_wanted = name.startswith("Store")
        score = measured[name, kind] / (2 if name.startswith("Match") else 1)
        met = score <= number if time_wanted else score >= number
        shown = f"{score / 1000:.2f} ms" if time_wanted else f"{score:,.0f}"
        print(f"| {what} | {shown} | {budget} | {'yes' if met else '**no**'} |")


def trivy(target, cache, forget):
    """The seconds that Trivy takes to list the packages of a target; 0 where it is not there."""
    program = os.environ.get("TRIVY")
    if not program:
        return 0

    def both():
        if forget:
            shutil.rmtree(cache, ignore_errors=True)
    command = [program, "--cache-dir", cache, "--quiet", "image", "--skip-version-check",
               "--format", "cyclonedx", "--input", target.split(":", 1)[1]]
    # Where it wants data that it cannot fetch, such as its index of jars, it has no column.
    if subprocess.run(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL).returncode:
        return 0
    return timed(command, dict(os.environ), both)[0]


def main(home, jdk, work):
    launcher = home + "/plimsoll"
    cache = work + "/cache"
    environment = dict(os.environ, PLIMSOLL_CACHE_DIR=cache, JAVA_HOME=jdk, LC_ALL="C")
    beside = BESIDE if os.environ.get("TRIVY") else QUOTED
    print(PAGE.format(runs=RUNS, trivy=beside, **machine(jdk)), end="")

    def forget():
        shutil.rmtree(cache, ignore_errors=True)

    def plain(command):
        return timed(command, environment)[0]

    empty = plain([jdk + "/bin/java", "-XX:+UseSerialGC", "-Xmx512m", "-XX:-UsePerfData", "-cp", work + "/empty",
                   "Empty"])
    row("`plimsoll version`; floor: an empty JVM with the same flags",
        timed([launcher, "version"], environment), empty, 0, "0.10 s", "floor + 15 ms", empty + 0.015)
    for name, target, first, second in cases(work):
        command = [launcher, "scan", "--quiet", target]
        floor = plain(["sh", "-c", floor_of(target)])
        peer_target = target.replace("oci-dir:", "")
        peer = 0 if target.startswith("oci-dir:") else plain(["node", work + "/peer/scan.js", peer_target])
        row(f"first scan, {name} ({size_of(target):.0f} MB)", timed(command, environment, forget), floor, peer,
            *first, trivy(target, work + "/trivy", True))
        row("second scan, " + name, timed(command, environment), floor, peer, *second,
            trivy(target, work + "/trivy", False))
        if name.startswith("Debian"):
            checks = command + ["--checks"]
            row(f"first scan with `--checks`, {name}", timed(checks, environment, forget), floor, 0, "", "", 0)
            row(f"second scan with `--checks`, {name}", timed(checks, environment), floor, 0, "", "", 0)
    inside(home, jdk, work)
    data = sum(file.stat().st_size for file in pathlib.Path(home, "data/advisories").iterdir())
    print(REST.format(data=data / 1e6), end="")


if __name__ == "__main__":
    main(*sys.argv[1:])
