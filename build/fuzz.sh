#!/bin/sh
# Fuzzes each target of quality/fuzz, or those that are named, for FUZZ_SECONDS (60) each.
# Usage: fuzz.sh [TARGET...]
# What it learns stays in FUZZ_FOLDER (quality/fuzz/target/fuzzing): a corpus for each target, and an
# input that breaks one as crash-*. Keep such an input in quality/fuzz/src/test/resources/kept/TARGET/
# under a name that says what was wrong. Ends with 1 where a target broke.
set -eu
home=$(cd "$(dirname "$0")/.." && pwd)
jdk=$(sh "$home/build/jdk.sh")
module=$home/quality/fuzz
work=${FUZZ_FOLDER:-$module/target/fuzzing}
seconds=${FUZZ_SECONDS:-60}
(cd "$home" && JAVA_HOME=$jdk mvn -B -Pfuzz -pl quality/fuzz -am -DskipTests package)

# A copy, so that a build does not change what runs.
rm -rf "$work/lib"
mkdir -p "$work/lib" "$work/corpus"
number=0
for part in $(tr ':' ' ' <"$module/target/fuzz.classpath"); do
    number=$((number + 1))
    cp -r "$part" "$work/lib/$number-$(basename "$part")"
done
cp -r "$module/target/test-classes" "$work/lib/tests"
path=$work/lib/tests
for part in "$work"/lib/*; do path=$path:$part; done

cd "$module"
run() { "$jdk/bin/java" -cp "$path" "$@"; }
[ $# -gt 0 ] || set -- $(run io.plimsoll.fuzz.Seeds)
broken=
for target in "$@"; do
    corpus=$work/corpus/$target
    mkdir -p "$corpus"
    run io.plimsoll.fuzz.Seeds "$target" "$corpus/seeds"
    mkdir -p "$corpus/found"
    echo "fuzz: $target, $seconds s"
    # The target of registries speaks to a server of its own, which Jazzer would report.
    JAZZER_SSRF_PERMISSIVE_UNTIL_CONFIGURED=1 \
        "$jdk/bin/java" -Xmx512m -XX:+UseSerialGC --enable-native-access=ALL-UNNAMED \
        -XX:+EnableDynamicAgentLoading -Dplimsoll.fuzz.target="$target" -cp "$path" \
        com.code_intelligence.jazzer.Jazzer --target_class=io.plimsoll.fuzz.Fuzzer \
        --instrumentation_includes='io.plimsoll.**' --disabled_hooks='**' \
        --reproducer_path="$work" -artifact_prefix="$work/$target." \
        -max_total_time="$seconds" -timeout=60 -rss_limit_mb=2048 -max_len=65536 -print_final_stats=1 \
        "$corpus/found" "$corpus/seeds" >"$work/$target.log" 2>&1 || broken="$broken $target"
    grep -E 'number_of_executed_units|== Java Exception|ERROR: libFuzzer' "$work/$target.log" || true
done
[ -z "$broken" ] || { echo "fuzz: broken:$broken; see $work" >&2; exit 1; }
