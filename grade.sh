#!/usr/bin/env bash
# Grades the exercises: ./grade.sh --help
#
# A thin door: builds the `grade` program when its sources have changed, then becomes it.
set -euo pipefail

fail() {
    printf 'error: %s\n' "$@" >&2
    exit 2
}

root=$(cd -- "$(dirname -- "$0")" && pwd)
command -v swift >/dev/null || fail "\`swift\` is not in PATH: install Swift 6.2 or later from https://www.swift.org/install"

version=$(swift --version 2>/dev/null) || fail "\`swift --version\` does not work: install Swift again from https://www.swift.org/install"
[[ $version =~ Swift\ version\ ([0-9]+)\.([0-9]+) ]] || fail "\`swift --version\` names no version: $version"
((BASH_REMATCH[1] * 100 + BASH_REMATCH[2] >= 602)) ||
    fail "this is Swift ${BASH_REMATCH[1]}.${BASH_REMATCH[2]}; install 6.2 or later from https://www.swift.org/install"

# The stamp is as old as the sources that were built, and says which compiler built them.
program=$root/.build/debug/grade
stamp=$root/.build/grade.stamp
sources=("$root/Package.swift" "$root/Sources/Grading" "$root/Sources/grade")
if [[ ! -x $program || ! -f $stamp || $(<"$stamp") != "$version" ]] ||
    [[ -n $(find "${sources[@]}" -newer "$stamp" | head -n 1) ]]; then
    echo "Building the grader…" >&2
    mkdir -p "$root/.build"
    echo "$version" >"$stamp.new"
    log=$(env -u SOLUTIONS -u STUDENT GRADING=1 swift build --package-path "$root" --product grade 2>&1) || {
        # One error is told for every file that was compiled with it: once will do.
        { grep -E '(^|: )error: ' <<<"$log" || cat <<<"$log"; } | awk '!seen[$0]++' >&2
        fail "the grader does not build. \`git status\` shows which of its files have changed."
    }
    mv "$stamp.new" "$stamp"
fi
exec "$program" "$@"
