#!/bin/sh
# Runs the Plimsoll of this folder with the Java runtime beside it.
self=$0
while [ -h "$self" ]; do
    target=$(readlink "$self")
    case $target in /*) self=$target ;; *) self=${self%/*}/$target ;; esac
done
home=${self%/*}/..
case $self in
*/bin/plimsoll) home=${self%/bin/plimsoll} ;;
bin/plimsoll) home=. ;;
plimsoll) home=.. ;;
esac
if [ ! -e @LOADER@ ]; then
    echo "plimsoll: the Java runtime inside needs the GNU C library (@LOADER@), which this" >&2
    echo "system does not have (Alpine and others with musl): run the container image of Plimsoll instead." >&2
    exit 2
fi
terminals=
[ -t 1 ] && terminals=${terminals}out
[ -t 2 ] && terminals=${terminals}err
. "$home/lib/jvm-flags.sh"
# All classes of a cache are loaded at once, 20 ms that `version` need not wait for.
[ "$*" = version ] && cache=version || cache=scan
# Where /proc is not mounted, the loader does not know where the runtime lies.
if [ ! -e /proc/self/exe ]; then
    export LD_LIBRARY_PATH="$home/lib/runtime/lib:$home/lib/runtime/lib/server"
fi
# shellcheck disable=SC2086
exec "$home/lib/runtime/bin/java" $flags "-Dplimsoll.home=$home" "-Dplimsoll.terminals=$terminals" \
    "-XX:AOTCache=$home/lib/$cache.aot" -jar "$home/lib/plimsoll-cli-start.jar" "$@"
