"""Runs the measurements of bench.sh and prints them as a page. Called by bench.sh only."""

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
the start: compare within the table only. Times of Trivy are quoted from a run of version 0.74 on two
quiet cores of another machine, so that the column of budgets is a goal and no comparison; of a range
the middle counts. The floor is `cat | sha256sum` of the archive, for gzip `{inflate} -dc | sha256sum` of
the largest blob. These tools may be slower than the digests and the inflater of the JVM.

| what | measured | floor | peak memory | Trivy (quoted) | budget | met |
|---|---|---|---|---|---|---|
"""
REST = """
The data in `data/advisories` takes {data:.1f} MB (budget 40 MB, Trivy 266 MB quoted).

Not measured here: Java and npm images, the opening of the store and matches per second (no simple way
to take them out of a whole process), and 16 processes on one cache.
"""


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


def row(what, measured, floor, peers, budget, seconds):
    """One line of the table; `seconds` is the budget as a number."""
    took, peak = measured
    base = f"{floor * 1000:.0f} ms" if floor else ""
    met = "yes" if took <= seconds else f"**no**, {took / seconds:.1f} times"
    print(f"| {what} | {took * 1000:.0f} ms | {base} | {peak:.0f} MiB | {peers} | {budget} | {met} |",
          flush=True)


def main(home, jdk, work):
    launcher = home + "/plimsoll"
    cache = work + "/cache"
    environment = dict(os.environ, PLIMSOLL_CACHE_DIR=cache, JAVA_HOME=jdk, LC_ALL="C")
    inflate = next(tool for tool in ("igzip", "pigz", "gzip") if shutil.which(tool))
    print(PAGE.format(runs=RUNS, inflate=inflate, **machine(jdk)), end="")

    def forget():
        shutil.rmtree(cache, ignore_errors=True)

    def floor(command):
        return timed(["sh", "-c", command], environment)[0]

    empty = floor(f"{jdk}/bin/java -XX:+UseSerialGC -Xmx512m -XX:-UsePerfData -cp {work}/empty Empty")
    row("`plimsoll version`; floor: an empty JVM with the same flags",
        timed([launcher, "version"], environment), empty, "0.10 s", "floor + 15 ms", empty + 0.015)
    blobs = f"{work}/debian/blobs/sha256/*"
    cases = (
        ("Alpine docker-archive", f"docker-archive:{work}/alpine.tar", f"cat {work}/alpine.tar | sha256sum",
         ("0.13 s", "below Trivy", 0.13), ("0.10 s", "below Trivy", 0.10)),
        ("Debian docker-archive", f"docker-archive:{work}/debian.tar", f"cat {work}/debian.tar | sha256sum",
         ("0.92 s", "half of Trivy", 0.46), ("0.4-0.5 s", "below Trivy", 0.45)),
        ("Debian OCI layout, gzip", f"oci-dir:{work}/debian",
         f"{inflate} -dc $(ls -S {blobs} | head -1) | sha256sum",
         ("3.3 s", "half of Trivy", 1.65), ("0.15-0.25 s", "below Trivy", 0.20)),
    )
    for name, target, base, first, second in cases:
        command = [launcher, "scan", "--quiet", target]
        least = floor(base)
        row("first scan, " + name, timed(command, environment, forget), least, *first)
        row("second scan, " + name, timed(command, environment), least, *second)
    data = sum(file.stat().st_size for file in pathlib.Path(home, "data/advisories").iterdir())
    print(REST.format(data=data / 1e6), end="")


if __name__ == "__main__":
    main(*sys.argv[1:])
