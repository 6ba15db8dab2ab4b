#!/usr/bin/env bash
# Fails if a cached prompt or a status costs more than it should. Counted are instructions and system calls, which the load of the
# machine does not change. Usage: benches/guard.sh PROGRAM
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
program=$1
home=$(mktemp -d)
trap 'rm -rf "$home"' EXIT
export HOME=$home TZ=Europe/Berlin
unset RECONNECT_CONFIG_DIR RECONNECT_DATA_DIR RECONNECT_STATE_DIR XDG_CONFIG_HOME XDG_DATA_HOME XDG_STATE_HOME COLUMNS
"$program" start-no-contact 2026-01-05 --breakup 2026-01-01 >/dev/null
python3 benches/diary.py "$home" 98
"$program" prompt >/dev/null

# within WHAT COUNT BOUND
within() {
  printf '%s: %s, at most %s\n' "$1" "$2" "$3"
  [ "$2" -le "$3" ]
}
instructions() { valgrind --tool=callgrind --callgrind-out-file=/dev/null "$program" "$1" 2>&1 | awk '/Collected/ { print $4 }'; }
calls() { strace -f -qq -o "$home/calls" "$program" "$1" >/dev/null && wc -l <"$home/calls"; }

# 99 000 and 40 were counted when this was written. A zone file read, or clap's tree built, costs more than the rest of the room.
within 'instructions of a cached prompt' "$(instructions prompt)" 130000
within 'system calls of a cached prompt' "$(calls prompt)" 50
# 360 000 and 60, a third of it for looking at 100 lines. Looking at each of them twice would be over it.
within 'instructions of a status over 100 records' "$(instructions status)" 450000
within 'system calls of a status over 100 records' "$(calls status)" 75
