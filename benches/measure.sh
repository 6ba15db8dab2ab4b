#!/usr/bin/env bash
# What the program costs as a whole process, beside programs that one could run instead, on one machine in one run. Prints the tables
# of docs/performance.md. Needs python3 and GNU time, and a quiet machine. Programs that aren't on PATH are named and left out
# (Debian: dateutils timewarrior taskwarrior zoxide; cargo: bartib starship; pip: td-watson jrnl).
# PROGRAM=path measures a program that is already built; MUSL=path also measures a static musl build of it.
# Usage: benches/measure.sh [ROUNDS]
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
rounds=${1:-200}
sizes=(100 10000 100000 1000000)
export TZ=Europe/Berlin
unset RECONNECT_CONFIG_DIR RECONNECT_DATA_DIR RECONNECT_STATE_DIR XDG_CONFIG_HOME XDG_DATA_HOME XDG_STATE_HOME TIMEWARRIORDB COLUMNS
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

program=$work/bin/reconnect
mkdir "$work/bin"
if [ -n "${PROGRAM-}" ]; then
  cp "$PROGRAM" "$program"
else
  cargo fetch --quiet --locked
  SECONDS=0
  cargo build --quiet --release --locked --target-dir "$work/target"
  printf 'A release build from nothing took %s seconds on %s cores.\n' "$SECONDS" "$(nproc)"
  cp "$work/target/release/reconnect" "$program"
fi
printf 'The program has %s bytes.\n' "$(stat -c %s "$program")"
if [ -n "${MUSL-}" ]; then
  cp "$MUSL" "$work/bin/musl"
  printf 'The static musl program has %s bytes.\n' "$(stat -c %s "$MUSL")"
fi

# home NAME COUNT [notebook]: a home with COUNT records.
home() {
  mkdir "$work/$1"
  HOME=$work/$1 "$program" start-no-contact 2026-01-05 --breakup 2026-01-01 >/dev/null
  python3 benches/diary.py "$work/$1" "$(($2 - 2))" "${@:3}"
}
for size in "${sizes[@]}"; do
  home "$size" "$size"
  python3 benches/peers.py "$work/$size" "$size"
done
for size in 200 2000 20000; do home "notebook-$size" "$size" notebook; done
home start-up 100
python3 benches/peers.py "$work/start-up" 100
# These two don't read entries, but show what was started or visited last.
! command -v watson >/dev/null || HOME=$work/start-up watson start project >/dev/null
! command -v zoxide >/dev/null || HOME=$work/start-up zoxide add "$work"

# row NAME COLUMN HOME COMMAND…: one command of a table, if it's there.
row() {
  local name=$1 column=$2 home=$3
  shift 3
  if command -v "$1" >/dev/null; then
    printf '%s\t%s\t%s\t%s\n' "$name" "$column" "$work/$home" "${*@Q}"
  else
    printf '%s is not on PATH\n' "$1" >>"$work/missing"
  fi
}

# shellcheck disable=SC2016 # The backticks are Markdown's.
{
  start_up() { row "$1" - start-up "${@:2}"; }
  start_up '`/bin/true`' /bin/true
  start_up '`reconnect prompt`' "$program" prompt
  start_up '`reconnect status`' "$program" status
  start_up '`reconnect log-contact them`' "$program" log-contact them
  if [ -n "${MUSL-}" ]; then
    start_up 'static musl: `prompt`' "$work/bin/musl" prompt
    start_up 'static musl: `status`' "$work/bin/musl" status
  fi
  start_up '`date +%s`' date +%s
  start_up '`dateutils.ddiff`' dateutils.ddiff 2026-11-01 2026-11-23
  start_up '`timew`' timew
  start_up '`task count`' task count
  start_up '`zoxide query`' zoxide query tmp
  start_up '`starship prompt`' starship prompt --path "$work"
  start_up '`bartib current`' bartib -f "$work/start-up/bartib" current
  start_up '`watson status`' watson status
  start_up '`jrnl -n 1`' jrnl -n 1
} | python3 benches/rounds.py 'start-up, 100 entries' "$rounds"

# shellcheck disable=SC2016
for size in "${sizes[@]}"; do
  row '`reconnect status`' "$size" "$size" "$program" status
  row '`reconnect prompt`' "$size" "$size" "$program" prompt
  row '`reconnect history --limit 20`' "$size" "$size" "$program" history --limit 20
  row '`reconnect log-contact them`' "$size" "$size" "$program" log-contact them
  row '`bartib current`' "$size" "$size" bartib -f "$work/$size/bartib" current
  row '`timew summary :all`' "$size" "$size" timew summary :all
  row '`task count`' "$size" "$size" task count
  row '`jrnl -n 1`' "$size" "$size" jrnl -n 1
done | python3 benches/rounds.py 'growth with the number of entries' "$rounds"

# shellcheck disable=SC2016
for size in 200 2000 20000; do
  row '`reconnect notebook list`' "$size" "notebook-$size" "$program" notebook list
  row '`reconnect status`' "$size" "notebook-$size" "$program" status
done | python3 benches/rounds.py 'notebook entries' "$rounds"

echo
benches/hooks.sh "$program"
[ ! -e "$work/missing" ] || sort -u "$work/missing" >&2
