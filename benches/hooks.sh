#!/usr/bin/env bash
# What the hook costs a prompt in bash and zsh while nothing changes, beside an empty hook in the same shell and the same run: the
# machine's load falls on both. Each round calls one 10,000 times, then the other; the least of the rounds counts, since load only
# ever adds. Prints µs a call. Usage: benches/hooks.sh PROGRAM [ROUNDS]
set -euo pipefail
program=$(realpath "$1")
rounds=${2:-15}
home=$(mktemp -d)
trap 'rm -rf "$home"' EXIT
export HOME=$home ROUNDS=$rounds
unset RECONNECT_CONFIG_DIR RECONNECT_DATA_DIR RECONNECT_STATE_DIR XDG_CONFIG_HOME XDG_DATA_HOME XDG_STATE_HOME
"$program" start-no-contact 22 days ago --breakup 30 days ago >/dev/null

# Both shells read this. An expired segment is renewed between rounds, not in them.
cat >"$home/rounds" <<'ROUNDS'
empty() { :; }
calls=10000 round=0
while ((round < ROUNDS)); do
  : $((round += 1))
  _reconnect_hook
  for hook in empty _reconnect_hook; do
    began=$EPOCHREALTIME call=0
    while ((call < calls)); do $hook; : $((call += 1)); done
    ended=$EPOCHREALTIME
    echo "$hook $began $ended"
  done
done
[ "${RECONNECT_PROMPT-}" = '◷ 22' ] || echo 'the segment was lost' >&2
ROUNDS

table() {
  LC_ALL=C awk -v calls=10000 -v shell="$1" '
    { took = ($3 - $2) * 1e6 / calls; if (!($1 in least) || took < least[$1]) least[$1] = took }
    END { printf "| %s | %.1f | %.1f | %.1f |\n", shell, least["empty"], least["_reconnect_hook"], least["_reconnect_hook"] - least["empty"] }'
}
printf '| shell | empty hook, µs | the hook, µs | difference |\n| --- | --- | --- | --- |\n'
for shell in bash zsh; do
  if ! command -v "$shell" >/dev/null; then
    printf '%s is not installed\n' "$shell" >&2
    continue
  fi
  "$program" init "$shell" >"$home/hook"
  case $shell in
    bash) start=(bash --norc --noprofile) ;;
    *) start=(zsh -f) ;;
  esac
  # shellcheck disable=SC2016 # It is the inner shell that expands it.
  # The prompt that most distributions come with; a hook looks into it.
  PS1='\u@\h:\w\$ ' PROMPT='%n@%m:%~%# ' "${start[@]}" -c '. "$HOME/hook"; zmodload zsh/datetime 2>/dev/null; . "$HOME/rounds"' | table "$shell"
done
