#!/bin/sh
# Lints real Dockerfiles, gathered by dockerfile-corpus.sh, and prints how often each rule speaks and in
# how many files, the most frequent first; with RULE, each finding of this rule.
# Usage: lint-corpus.sh FOLDER [RULE]
set -eu
home=$(cd "$(dirname "$0")/.." && pwd)
folder=$1
sh "$home/build/dockerfile-corpus.sh" "$folder"
found=$(mktemp)
trap 'rm -f "$found"' EXIT
cd "$folder"
# A file is linted by itself: the first line of a finding is FILE:LINE:COLUMN LEVEL RULE: MESSAGE.
find . -type f ! -name SOURCES ! -name '*.dockerignore' | LC_ALL=C sort | sed 's,^\./,,' |
    xargs "$home/plimsoll" lint |
    grep -E '^[0-9]+:[0-9]+:[0-9]+ (error|warning|info|style) PL-' > "$found"
if [ $# -gt 1 ]; then
    grep " $2: " "$found"
    exit
fi
echo "rule findings files"
sed -E 's/^([0-9]+):[0-9:]+ [a-z]+ (PL-[A-Z-]+): .*/\2 \1/' "$found" | LC_ALL=C sort |
    awk '{ all[$1]++; if (!(($1, $2) in seen)) { seen[$1, $2] = 1; files[$1]++ } }
         END { for (rule in all) print rule, all[rule], files[rule] }' | LC_ALL=C sort -k2,2nr -k1,1
