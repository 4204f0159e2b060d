#!/usr/bin/env bash
# A class on several machines by GNU parallel. All see KIT, SUBMISSIONS and RESULTS under the same paths.
#
#   class-parallel.sh KIT SUBMISSIONS RESULTS SHARDS [HOST,HOST…] [OPTION…]
#
# README.md tells more. Started again after an interruption it goes on.
set -euo pipefail

if (($# < 4)); then
    echo "usage: $0 KIT SUBMISSIONS RESULTS SHARDS [HOST,HOST…] [OPTION…]" >&2
    exit 2
fi
absolute() { (cd -- "$1" && pwd); }
mkdir -p -- "$3"
kit=$(absolute "$1") submissions=$(absolute "$2") results=$(absolute "$3") shards=$4
shift 4
# `:` is this machine.
hosts=:
if (($# > 0)) && [[ $1 != -* ]]; then
    hosts=$1
    shift
fi

# A shard at a time on each machine: `class` itself uses all of its cores.
seq "$shards" | parallel --quote --jobs 1 --sshlogin "$hosts" --line-buffer --tagstring 'shard {}' \
    "$kit/Solutions/Scaling/class-shard.sh" "$kit" "$submissions" "$results" "{}/$shards" "$@"

folders=()
for ((index = 1; index <= shards; index++)); do folders+=("$results/shard-$index"); done
exec "$kit/grade.sh" merge "${folders[@]}" --out "$results/all"
