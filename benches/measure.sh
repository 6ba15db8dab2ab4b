#!/usr/bin/env bash
# What the program costs as a whole process, beside what else could be run in its place, on the same machine in one run.
# Prints the tables of docs/performance.md. Needs hyperfine, valgrind and python3; peers that are not installed are left out.
# Usage: benches/measure.sh [RUNS]
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
runs=${1:-250}

cargo build --release --locked --quiet
program=$(find target -path '*release/reconnect' -type f | head -n 1)
program=$PWD/$program
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

# A home with so many records: one a breakup, one a start, the rest contacts by them.
home() {
  local home=$work/$1
  mkdir "$home"
  HOME=$home "$program" start-no-contact 2026-01-05 --breakup 2026-01-01 >/dev/null
  python3 benches/diary.py "$home" "$(($1 - 2))"
}
for records in 100 10000 1000000; do home "$records"; done
export TZ=Europe/Berlin

# table TITLE COMMAND…: the least and the median of interleaved runs as ratios to the first command.
table() {
  local title=$1
  shift
  hyperfine -N --warmup 10 --runs "$runs" --export-json "$work/times.json" "$@" >/dev/null 2>&1
  python3 - "$title" "$work/times.json" "$work" "$program" <<'PYTHON'
import json, sys
title, path, work, program = sys.argv[1:]
results = json.load(open(path))["results"]
print(f"\n| {title} | least, µs | x first, least | x first, median |\n| --- | --- | --- | --- |")
for result in results:
    name = result["command"].replace(program, "reconnect").replace("env HOME=" + work + "/", "")
    name = "wc -l, of the million" if name.startswith("wc") else name
    least, median = (result[key] / results[0][key] for key in ("min", "median"))
    print(f"| `{name}` | {result['min'] * 1e6:.0f} | {least:.2f} | {median:.2f} |")
PYTHON
}

export HOME=$work/100
"$program" prompt >/dev/null
peers=()
! command -v timew >/dev/null || timew :yes start >/dev/null 2>&1
for peer in 'date +%s' 'dateutils.ddiff 2026-11-01 2026-11-23' 'timew' 'zoxide query x' 'starship module time' 'task count'; do
  ! command -v "${peer%% *}" >/dev/null || peers+=("$peer")
done
table 'start-up, 100 records' /bin/true "$program prompt" "$program status" "$program status --json" "${peers[@]}"

runs=10
table 'growth' "wc -l $(find "$work/1000000" -name '*.jsonl')" "env HOME=$work/100 $program status --json" \
  "env HOME=$work/10000 $program status --json" "env HOME=$work/1000000 $program status --json"

printf '\n| instructions (callgrind) | count |\n| --- | --- |\n'
for command in 'prompt' 'status'; do
  count=$(valgrind --tool=callgrind --callgrind-out-file=/dev/null "$program" $command 2>&1 | awk '/Collected/ { print $4 }')
  # shellcheck disable=SC2016 # the backticks are Markdown's
  printf '| `reconnect %s`, 100 records | %s |\n' "$command" "$count"
done
printf '\nThe program has %s bytes.\n' "$(stat -c %s "$program")"
