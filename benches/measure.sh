#!/usr/bin/env bash
# What the program costs as a whole process, beside what else could be run in its place, on the same machine in one run. Prints the
# tables of docs/performance.md. Needs python3, GNU time and valgrind. It installs nothing: peers that are not on PATH are named and
# left out (Debian: dateutils timewarrior taskwarrior zoxide; cargo: bartib starship; pip: td-watson jrnl).
# Usage: benches/measure.sh [ROUNDS] [RECORDS]
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
rounds=${1:-200}
many=${2:-1000000}
export TZ=Europe/Berlin
unset RECONNECT_CONFIG_DIR RECONNECT_DATA_DIR RECONNECT_STATE_DIR XDG_CONFIG_HOME XDG_DATA_HOME XDG_STATE_HOME COLUMNS

# built WHAT FOLDER: the file that cargo has built of a kind, by what it says itself.
built() { sed -n "s|.*\"kind\":\[\"$1\"\].*\"executable\":\"\([^\"]*\)\".*|\1|p" | tail -n 1; }
target=${CARGO_TARGET_DIR:-$PWD/target}
program=$(cargo build --release --locked --message-format json 2>/dev/null | built bin)
classify=$(cargo bench --bench classify --no-run --locked --message-format json 2>/dev/null | built bench)
# As it is built where .cargo/config.toml is not seen. The variable stands above the flags there.
plain='-C target-feature=-crt-static -C relocation-model=pic'
dynamic=$(RUSTFLAGS=$plain cargo build --release --locked --target-dir "$target/dynamic" --message-format json 2>/dev/null | built bin)
# valgrind sees the allocations of a program that takes its C library from the system.
counted=$(RUSTFLAGS=$plain cargo bench --bench classify --no-run --locked --target-dir "$target/dynamic" --message-format json 2>/dev/null | built bench)

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
# As they are installed, which is copied: the system holds the very file that a linker wrote in small pieces, and is slower to start it
# until it reads it anew.
mkdir "$work/bin"
cp "$program" "$work/bin/reconnect"
cp "$dynamic" "$work/bin/dynamic"
program=$work/bin/reconnect dynamic=$work/bin/dynamic
# A home with so many records: one a breakup, one a start, the rest contacts by them.
home() {
  mkdir "$work/$1"
  HOME=$work/$1 "$program" start-no-contact 2026-01-05 --breakup 2026-01-01 >/dev/null
  python3 benches/diary.py "$work/$1" "$(($1 - 2))"
  HOME=$work/$1 "$program" prompt >/dev/null
}
for records in 100 10000 "$many"; do home "$records"; done
# Their segments are written over, and renewed.
cp -r "$work/100" "$work/expired"
mkdir "$work/$many-expired"
cp -r "$work/$many/." "$work/$many-expired"
# As it stands after ten minutes: the same segment, its time over.
over=$(sed 's/^[0-9]* [0-9]*/1000000000 1000000600/' "$work/100/.local/state/reconnect/prompt")

# row NAME HOME STATE COMMAND…
row() {
  local name=$1 home=$2 state=$3
  shift 3
  printf '%s\t%s\t%s\t%s\n' "$name" "$work/$home" "$state" "${*@Q}"
}

# peer NAME COMMAND…: a row of it, if it is there.
peer() {
  local name=$1
  shift
  if command -v "$1" >/dev/null; then
    row "$name" peers '' "$@"
  else
    printf 'not on PATH: %s\n' "$1" >&2
  fi
}

# Their usual state: something running, and 100 entries where a program reads all of them.
mkdir -p "$work/peers/.config/jrnl"
as_peer() { HOME=$work/peers "$@" >/dev/null 2>&1 </dev/null || true; }
! command -v timew >/dev/null || as_peer timew :yes start
! command -v zoxide >/dev/null || as_peer zoxide add "$work"
! command -v watson >/dev/null || as_peer watson start project
: >"$work/peers/.taskrc"
python3 - "$work/peers" <<'PYTHON'
import json, pathlib, sys
home = pathlib.Path(sys.argv[1])
days = [f"2026-{1 + day // 28:02}-{1 + day % 28:02}" for day in range(100)]
(home / "tasks.json").write_text(json.dumps([{"description": f"task of {day}"} for day in days]))
(home / "activities").write_text("".join(f"{day} 10:00 - {day} 10:30 | a | b\n" for day in days))
(home / "journal.txt").write_text("".join(f"[{day} 10:00] an entry\n\n" for day in days))
(home / ".config/jrnl/jrnl.yaml").write_text(
    "colors: {body: none, date: none, tags: none, title: none}\ndefault_hour: 9\ndefault_minute: 0\neditor: ''\nencrypt: false\n"
    f"highlight: true\nindent_character: '|'\njournals: {{default: {{journal: {home}/journal.txt}}}}\nlinewrap: 79\ntagsymbols: '@'\n"
    "template: false\ntimeformat: '%Y-%m-%d %H:%M'\nversion: v4.2\n")
PYTHON
! command -v task >/dev/null || as_peer task rc.confirmation=off import "$work/peers/tasks.json"

# shellcheck disable=SC2016 # The backticks are Markdown's.
{
  row '`/bin/true`' 100 '' /bin/true
  row '`reconnect prompt`' 100 '' "$program" prompt
  row '`reconnect prompt`, expired' expired "$over" "$program" prompt
  row '`reconnect status`' 100 '' "$program" status
  row '`reconnect status --json`' 100 '' "$program" status --json
  row 'dynamic: `prompt`' 100 '' "$dynamic" prompt
  row 'dynamic: `prompt`, expired' expired "$over" "$dynamic" prompt
  row 'dynamic: `status`' 100 '' "$dynamic" status
  peer '`date +%s`' date +%s
  peer '`ddiff` (dateutils)' dateutils.ddiff 2026-11-01 2026-11-23
  peer '`timew`' timew
  peer '`task count`, 100 tasks' task count
  peer '`starship module time`' starship module time
  peer '`zoxide query`' zoxide query tmp
  peer '`bartib current`, 100 entries' bartib -f "$work/peers/activities" current
  peer '`watson status`' watson status
  peer '`jrnl -n 1`, 100 entries' jrnl -n 1
} | python3 benches/rounds.py 'start-up, 100 records' "$rounds"

# shellcheck disable=SC2016
{
  row '`reconnect prompt`, 100 records' 100 '' "$program" prompt
  row "\`reconnect prompt\`, $many records" "$many" '' "$program" prompt
} | python3 benches/rounds.py 'a cached prompt does not grow' "$rounds"

few=$((rounds / 20 > 3 ? rounds / 20 : 3))
diary=$(find "$work/$many/.local/share/reconnect/diary" -name '*.jsonl')
# shellcheck disable=SC2016
{
  row "\`wc -l\`, $many records" "$many" '' wc -l "$diary"
  for records in 100 10000 "$many"; do row "\`reconnect status --json\`, $records records" "$records" '' "$program" status --json; done
  row "\`reconnect prompt\`, expired, $many records" "$many-expired" "$over" "$program" prompt
  row "\`reconnect history --json\`, $many records" "$many" '' "$program" history --json
} | python3 benches/rounds.py 'growth' "$few"

# Last, since each run adds a record.
# shellcheck disable=SC2016
{
  row '`reconnect log-contact them`, 100 records' 100 '' "$program" log-contact them
  row '`reconnect log-contact them`, 10000 records' 10000 '' "$program" log-contact them
} | python3 benches/rounds.py 'recording, synced to the disk' "$few"

echo
benches/hooks.sh "$program"

# The records of `log-contact` are in it no more.
rm -r "$work/100"
home 100
instructions() { HOME=$work/100 valgrind --tool=callgrind --callgrind-out-file=/dev/null "$@" 2>&1 | awk '/Collected/ { print $4 }'; }
allocations() { valgrind "$counted" "$1" 2>&1 | awk '/total heap usage/ { print $5 }'; }
printf '\n| callgrind, 100 records | instructions |\n| --- | --- |\n'
# shellcheck disable=SC2016
for command in prompt status; do printf '| `reconnect %s` | %s |\n' "$command" "$(instructions "$program" "$command")"; done
# shellcheck disable=SC2016
printf '\n`classify`: %s. Allocations of the program that asks it: %s for 1 million dates, %s for 10 million.\n' \
  "$("$classify" 300)" "$(allocations 1)" "$(allocations 10)"
printf '\nThe static program has %s bytes, the dynamic one %s.\n' "$(stat -c %s "$program")" "$(stat -c %s "$dynamic")"
