#!/bin/sh
# Makes lib/version.aot and lib/scan.aot of a distribution, the same bytes each time.
#
# - What a rehearsal loads goes into a list, by the interpreter alone: what the compilers look up depends on
#   when they run. Three rehearsals vote, for threads meet or miss one another; what depends on that in most
#   runs, constant pools of locks and of references, is left out by name. Identities of classes are left out,
#   for they are in the order of loading.
# - A cache is made of the sorted list at fixed addresses (setarch -R, no relocation) and again by the
#   interpreter alone; twice, so that the clock in it can be told apart (SteadyCache).
#
# Usage: class-caches.sh TREE JDK BUILD    in the folder above TREE, a relative name: it is in the caches
set -eu
tree=$1
jdk=$2
build=$3
mkdir -p rehearsal
sh "$build/rehearsal-calls.sh" rehearsal
. "$tree/lib/jvm-flags.sh"
flags="$flags -Dplimsoll.home=$tree"
java=$tree/lib/runtime/bin/java
jar=$tree/lib/plimsoll-cli-start.jar
racing='^@cp (java/util/concurrent/|java/lang/ref/|jdk/internal/util/|java/lang/invoke/MethodType)'

# Usage: rehearse CALLS RUN
rehearse() {
    # shellcheck disable=SC2086
    PLIMSOLL_CACHE_DIR=rehearsal/cache "$java" $flags -Xint -Xmx1g -Xmn700m -Xshare:off \
        -XX:DumpLoadedClassList="rehearsal/$1.$2" -cp "$jar" io.plimsoll.cli.Rehearsal "rehearsal/$1.calls"
    rm -rf rehearsal/cache
    sed 's/ id: .*//' "rehearsal/$1.$2" | grep -v '^#' | grep -vE "$racing" | sort -u >"rehearsal/$1.$2.sorted"
}

# Usage: create CALLS RUN
create() {
    # shellcheck disable=SC2086
    setarch -R "$java" $flags -Xint -XX:ArchiveRelocationMode=0 \
        -Xshare:dump -XX:+AOTClassLinking -XX:SharedClassListFile="rehearsal/$1.list" \
        -XX:SharedArchiveFile="rehearsal/$1.$2.aot" -cp "$jar" >"rehearsal/$1.log" 2>&1 ||
        { cat "rehearsal/$1.log" >&2; exit 1; }
}

for calls in version scan; do
    for run in 1 2 3; do
        rehearse $calls $run
    done
    sort "rehearsal/$calls".?.sorted | uniq -c | sed -n 's/^ *[23] //p' >"rehearsal/$calls.voted"
    # The JVM wants a class before what it says of it.
    { grep -v '^@' "rehearsal/$calls.voted"; grep '^@' "rehearsal/$calls.voted"; } >"rehearsal/$calls.list"
    create $calls 1
    create $calls 2
    "$jdk/bin/java" "$build/dist/SteadyCache.java" "rehearsal/$calls.1.aot" "rehearsal/$calls.2.aot" \
        "$tree/lib/$calls.aot"
done >&2
