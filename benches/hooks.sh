#!/usr/bin/env bash
# Measures what the hook adds to a prompt in bash and zsh in an unchanged minute, beside an empty hook in the same shell.
# Slices of 500 calls of each take turns. Only the fastest 20 slices count, because other load on the machine only adds time.
# Prints µs a call. Usage: benches/hooks.sh PROGRAM [SLICES]
set -euo pipefail
program=$(realpath "$1")
slices=${2:-100}
home=$(mktemp -d)
trap 'rm -rf "$home"' EXIT
export HOME=$home SLICES=$slices
unset RECONNECT_CONFIG_DIR RECONNECT_DATA_DIR RECONNECT_STATE_DIR XDG_CONFIG_HOME XDG_DATA_HOME XDG_STATE_HOME
"$program" start-no-contact 22 days ago --breakup 30 days ago >/dev/null

# Both shells read this.
cat >"$home/slices" <<'SLICES'
# All that runs before a prompt: in bash PROMPT_COMMAND, which calls the hook.
nothing() { :; }
empty() { eval nothing; }
whole() { eval "${PROMPT_COMMAND:-_reconnect_hook}"; }
slice=0
while ((slice < SLICES)); do
  : $((slice += 1))
  # A new minute asks the program here, not in a slice.
  _reconnect_hook
  for hook in empty whole; do
    call=0 began=$EPOCHREALTIME
    while ((call < 500)); do $hook; : $((call += 1)); done
    echo "$hook $began $EPOCHREALTIME"
  done
done
[ "${RECONNECT_PROMPT-}" = '◷ 22' ] || echo 'the segment was lost' >&2
SLICES

# us HOOK: the mean of its fastest 20 slices.
us() {
  LC_ALL=C awk -v hook="$1" '$1 == hook { print ($3 - $2) * 1e6 / 500 }' "$home/times" | LC_ALL=C sort -n | LC_ALL=C awk '
    NR <= 20 { sum += $1; n += 1 }
    END { printf "%.1f\n", sum / n }'
}

printf '| shell | an empty hook, µs | the hook, µs | difference |\n| --- | --- | --- | --- |\n'
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
  # The hook looks into the prompt. These are the prompts that distributions ship.
  # shellcheck disable=SC2016 # It is the inner shell that expands it.
  PS1='\u@\h:\w\$ ' PROMPT='%n@%m:%~%# ' "${start[@]}" -c '. "$HOME/hook"; zmodload zsh/datetime 2>/dev/null; . "$HOME/slices"' >"$home/times"
  empty=$(us empty) hook=$(us whole)
  printf '| %s | %s | %s | %s |\n' "$shell" "$empty" "$hook" "$(LC_ALL=C awk -v a="$empty" -v b="$hook" 'BEGIN { printf "%.1f", b - a }')"
done
