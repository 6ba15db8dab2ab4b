# shellcheck shell=bash disable=SC2016,SC2034,SC2119,SC2120,SC2128 # PS1 and PROMPT_COMMAND use what looks unused.
# reconnect in bash: put `eval "$(reconnect init bash)"` last in ~/.bashrc.
# Before each prompt this keeps RECONNECT_PROMPT up to date. PS1 only refers to the variable, so nothing in it can run.
# To keep these commands out of bash's history: HISTIGNORE="reconnect*${HISTIGNORE:+:$HISTIGNORE}"

_reconnect_hook() {
  _reconnect_token='' _reconnect_pipes=''
  # The file holds one short token. It is compared, never shown or run.
  [[ ! -f @CHANGED@ || ! -r @CHANGED@ ]] || builtin read -r -n 40 _reconnect_token <@CHANGED@ || :
  # Ask the program only if something changed, the time zone is another, or a new minute began (before bash 5, one of this shell).
  _reconnect_now="$_reconnect_token ${TZ-unset} $((${EPOCHSECONDS:-$SECONDS} / 60))"
  if [[ $_reconnect_now != "$_reconnect_seen" ]]; then
    _reconnect_seen=$_reconnect_now
    RECONNECT_PROMPT=$(@PROGRAM@ prompt 2>/dev/null) || RECONNECT_PROMPT=''
  fi
  # Without `promptvars` bash would show the reference itself.
  local written=no status=${2-0}
  if [[ $_reconnect_shows == yes && ${PS1-} != *RECONNECT_PROMPT* ]] && shopt -q promptvars; then _reconnect_show && written=yes; fi
  # A tool that writes PS1 at each prompt has to run before us, unless a DEBUG trap would take us for a command of yours.
  [[ -z $_reconnect_watched && ($written == yes || $# -eq 0) ]] || _reconnect_step_aside
  # The arguments are a command, your `$?`, and your PIPESTATUS, which matters if it holds more than that.
  [[ $# -lt 4 ]] || { shift 2 && printf -v _reconnect_pipes 'PIPESTATUS[_reconnect_turn++] = %s, ' "$@"; }
  return "$status"
}
# Puts the reference into PS1: before the last line, but behind escape sequences there, since they may move the cursor.
_reconnect_show() {
  local line=${PS1-} open close
  line=${line##*'\n'} line=${line##*$'\n'}
  # The line break may stand inside `$(…)` or `${…}`. Then go on to where that ends.
  while [[ $line != "${PS1-}" ]] && open=${line//[!(\{]/} close=${line//[!)\}]/} && ((${#open} < ${#close})); do
    line=${line#*[)\}]}
  done
  while [[ $line == '\['*'\]'* ]]; do line=${line#*'\]'}; done
  printf -v PS1 %s "${PS1%"$line"}" '${RECONNECT_PROMPT:+$RECONNECT_PROMPT }' "$line" 2>/dev/null || _reconnect_shows=no
}
# If the hook is the last command before the prompt, puts it in front of the one before, so that no DEBUG trap sees it last.
_reconnect_step_aside() {
  [[ "${PROMPT_COMMAND[*]-}" == *?"$_reconnect_entry" ]] || return 0
  local at before rest=${PROMPT_COMMAND-}
  for at in "${!PROMPT_COMMAND[@]}"; do [[ ${PROMPT_COMMAND[at]} == "$_reconnect_entry" ]] || before=$at; done
  if [[ ${PROMPT_COMMAND[at]} == "$_reconnect_entry" ]]; then
    printf -v "PROMPT_COMMAND[$at]" %s "${PROMPT_COMMAND[before]}" && printf -v "PROMPT_COMMAND[$before]" %s "$_reconnect_entry"
  elif [[ $rest == *[$'\n;']"$_reconnect_entry" || $rest == *'; '"$_reconnect_entry" ]]; then
    printf -v PROMPT_COMMAND '%s\n%s' "$_reconnect_entry" "${rest%"$_reconnect_entry"}"
  fi 2>/dev/null || :
}

_reconnect_hooks=(_reconnect_hook) _reconnect_watched=$(trap -p DEBUG) _reconnect_shows=@SHOWS@ _reconnect_seen=''
# What follows sees your `$?` and PIPESTATUS: the loop's third part runs after the hook and can still write PIPESTATUS. `&&` keeps
# ERR traps and `set -e` quiet. A child shell that inherits this, but not the array, does `(exit $?)` instead.
_reconnect_entry='for ((_reconnect_turn = 0; _reconnect_turn < 1; ${_reconnect_pipes-} _reconnect_turn++)); do "${_reconnect_hooks-eval}" "(exit $?) && :" "$?" "${PIPESTATUS[@]}" && :; done'
if [[ "${PROMPT_COMMAND[*]-}${precmd_functions[*]-}" != *_reconnect_hook* ]]; then
  if [[ -n ${bash_preexec_imported-}${__bp_imported-} ]]; then
    precmd_functions+=(_reconnect_hook)
  elif [[ "${PROMPT_COMMAND[*]-}" != "${PROMPT_COMMAND-}" ]] && ((BASH_VERSINFO[0] * 100 + BASH_VERSINFO[1] >= 501)); then
    printf -v 'PROMPT_COMMAND[999]' %s "$_reconnect_entry"
  else
    # On a line of its own, because yours may end in `;` or a comment.
    printf -v PROMPT_COMMAND %s ${PROMPT_COMMAND:+"$PROMPT_COMMAND"$'\n'}"$_reconnect_entry"
  fi 2>/dev/null || :
fi
# Now, because terminals put their marks around PS1 before the first prompt.
_reconnect_hook || :
