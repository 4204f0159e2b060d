#!/usr/bin/env bash
# Grades one shard of a class on this machine, with a copy of the kit on its own disk: builds write into it.
#
#   class-shard.sh KIT SUBMISSIONS RESULTS K/N [OPTION…]
#
# The copy stays, and what is built in it: the next shard on this machine begins at once. Two at a time have two.
set -euo pipefail

if (($# < 4)); then
    echo "usage: $0 KIT SUBMISSIONS RESULTS K/N [OPTION…]" >&2
    exit 2
fi
kit=$1 submissions=$2 results=$3 shard=$4
shift 4

copies=${TMPDIR:-/tmp}/class-kits-$UID
[[ -d $copies ]] || mkdir -m 700 -- "$copies"
[[ -O $copies && ! -L $copies ]] || {
    echo "error: $copies is somebody else's: set TMPDIR to a folder of your own" >&2
    exit 2
}
# The first copy that nobody works with; the lock ends with this script and what it starts.
slot=1
while exec 9>"$copies/$slot.lock" && ! flock --nonblock 9; do ((slot += 1)); done
copy=$copies/$slot
mkdir -p -- "$copy"
find "$copy" -mindepth 1 -maxdepth 1 ! -name '.build*' -exec rm -rf -- {} +
tar -C "$kit" --exclude='./.build*' --exclude=./.git -cf - . | tar -C "$copy" -xf -

mkdir -p -- "$results"
exec "$copy/grade.sh" class "$submissions" --out "$results/shard-${shard%/*}" --shard "$shard" "$@"
