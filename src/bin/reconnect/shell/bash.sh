# shellcheck shell=bash disable=SC2034 # PS1 shows RECONNECT_PROMPT.
# reconnect in bash: put `eval "$(reconnect init bash)"` last in ~/.bashrc.
# Before each prompt this keeps RECONNECT_PROMPT up to date. PS1 only refers to the variable, so nothing in it can run.
# To keep these commands out of bash's history: HISTIGNORE="reconnect*${HISTIGNORE:+:$HISTIGNORE}"

_reconnect_hook() {
  _reconnect_token=''
  # The file holds one short token. It is compared, never shown or run.
  [[ ! -f @CHANGED@ || ! -r @CHANGED@ ]] || builtin read -r -n 40 _reconnect_token <@CHANGED@ || :

  # Ask the program only if something changed, the time zone is another, or a new minute began. Before bash 5 the minutes count
  # from the start of the shell.
  _reconnect_now="$_reconnect_token ${TZ-unset} $((${EPOCHSECONDS:-$SECONDS} / 60))"
  if [[ $_reconnect_now != "$_reconnect_seen" ]]; then
    _reconnect_seen=$_reconnect_now
    RECONNECT_PROMPT=$(@PROGRAM@ prompt 2>/dev/null) || RECONNECT_PROMPT=''
  fi

  # If another tool has written PS1 anew, run behind it from now on, unless a DEBUG trap would notice. Without `promptvars` bash
  # would show the reference itself.
  _reconnect_where=before
  if [[ $_reconnect_shows == yes && ${PS1-} != *RECONNECT_PROMPT* ]] && shopt -q promptvars; then
    [[ -n $_reconnect_watched ]] || _reconnect_where=behind
    _reconnect_show
  fi
  _reconnect_place $_reconnect_where
  printf -v _reconnect_pipes 'PIPESTATUS[_reconnect_turn++] = %s, ' "${_reconnect_pipe[@]-0}"
  return "$_reconnect_status"
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
  # shellcheck disable=SC2016 # PS1 expands it.
  printf -v PS1 %s "${PS1%"$line"}" '${RECONNECT_PROMPT:+$RECONNECT_PROMPT }' "$line" 2>/dev/null || _reconnect_shows=no
}

# Moves the hook in PROMPT_COMMAND: `before` the last command, so that no DEBUG trap sees it behind that, or `behind` all.
_reconnect_place() {
  local all a b rest
  all=("${!PROMPT_COMMAND[@]}")
  if ((${#all[@]} > 1 && BASH_VERSINFO[0] * 100 + BASH_VERSINFO[1] >= 501)); then
    a=${all[${#all[@]} - 2]} b=${all[${#all[@]} - 1]}
    [[ $1 == before ]] || a=$b b=${all[${#all[@]} - 2]}
    [[ ${PROMPT_COMMAND[b]} == "$_reconnect_entry" ]] || return 0
    printf -v "PROMPT_COMMAND[$b]" %s "${PROMPT_COMMAND[a]}" && printf -v "PROMPT_COMMAND[$a]" %s "$_reconnect_entry"
  elif [[ $1 == before && ${PROMPT_COMMAND-} == *?"$_reconnect_entry" ]]; then
    rest=${PROMPT_COMMAND%"$_reconnect_entry"} rest=${rest%"${rest##*[! ]}"}
    [[ $rest != *[$'\n;'] ]] || printf -v PROMPT_COMMAND '%s\n%s' "$_reconnect_entry" "${rest%?}"
  elif [[ $1 == behind && ${PROMPT_COMMAND-} == "$_reconnect_entry"$'\n'* ]]; then
    printf -v PROMPT_COMMAND '%s\n%s' "${PROMPT_COMMAND#"$_reconnect_entry"?}" "$_reconnect_entry"
  fi 2>/dev/null || :
}

_reconnect_install() {
  _reconnect_shell=$$ _reconnect_shows=@SHOWS@ _reconnect_seen='' _reconnect_status=0 _reconnect_pipe=0
  # What stands behind it sees the `$?` and PIPESTATUS of your last command: the loop's third part runs after the hook and can
  # still write PIPESTATUS. `&&` keeps ERR traps and `set -e` quiet. A child shell may inherit PROMPT_COMMAND without the hook.
  # shellcheck disable=SC2016 # PROMPT_COMMAND expands it.
  _reconnect_entry='_reconnect_status=$? _reconnect_pipe=("${PIPESTATUS[@]}"); for ((_reconnect_turn = 0; _reconnect_turn < 1; ${_reconnect_pipes-_reconnect_turn++,} 0)); do if [[ ${_reconnect_shell-} == $$ ]]; then _reconnect_hook; else (exit "$_reconnect_status"); fi && :; done'
  local all
  all=("${!PROMPT_COMMAND[@]}")
  if [[ ${PROMPT_COMMAND[*]-}${precmd_functions[*]-} == *_reconnect_hook* ]]; then
    return 0
  elif [[ -n ${bash_preexec_imported-}${__bp_imported-} ]]; then
    precmd_functions+=(_reconnect_hook)
  elif ((${#all[@]} > 1 && BASH_VERSINFO[0] * 100 + BASH_VERSINFO[1] >= 501)); then
    printf -v "PROMPT_COMMAND[$((${all[${#all[@]} - 1]} + 1))]" %s "$_reconnect_entry"
  else
    # shellcheck disable=SC2128 # Bash before 5.1 runs only the first element of an array.
    # On a line of its own, because yours may end in `;` or a comment.
    printf -v PROMPT_COMMAND %s "${PROMPT_COMMAND:+$PROMPT_COMMAND$'\n'}$_reconnect_entry"
  fi 2>/dev/null || :
}
_reconnect_watched=$(trap -p DEBUG)
_reconnect_install
unset -f _reconnect_install
# Now, because terminals put their marks around PS1 before the first prompt.
_reconnect_hook || :
