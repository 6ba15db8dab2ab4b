#!/usr/bin/env bash
# Fails if a prompt or a status costs more than it should, in cargo's default release build. Counts instructions and system calls,
# which don't depend on the load of the machine. Usage: benches/guard.sh PROGRAM
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
program=$1
home=$(mktemp -d)
trap 'rm -rf "$home"' EXIT
export HOME=$home TZ=Europe/Berlin
unset RECONNECT_CONFIG_DIR RECONNECT_DATA_DIR RECONNECT_STATE_DIR XDG_CONFIG_HOME XDG_DATA_HOME XDG_STATE_HOME COLUMNS
"$program" start-no-contact 2026-01-05 --breakup 2026-01-01 >/dev/null
python3 benches/diary.py "$home" 98

# within WHAT COUNT BOUND
within() {
  printf '%s: %s, at most %s\n' "$1" "$2" "$3"
  [ "$2" -le "$3" ]
}
instructions() { valgrind --tool=callgrind --callgrind-out-file=/dev/null "$program" "$1" 2>&1 | awk '/Collected/ { print $4 }'; }
calls() { strace -f -qq -o "$home/calls" "$program" "$1" >/dev/null && wc -l <"$home/calls"; }

# 1.22 million and 97 were counted when this was written: 0.51 million to start, read the config and the zone, and 7,000 for each of
# 100 records. Building clap's tree for the prompt, or reading the diary a second time, would be over the bound.
within 'instructions of a prompt over 100 records' "$(instructions prompt)" 1300000
within 'system calls of a prompt over 100 records' "$(calls prompt)" 100
# 1.63 million and 101: as the prompt, with 0.4 million for clap's tree and for the page. Reading the diary twice would be over it.
within 'instructions of a status over 100 records' "$(instructions status)" 1750000
within 'system calls of a status over 100 records' "$(calls status)" 105
