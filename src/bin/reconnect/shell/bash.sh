# shellcheck shell=bash
# reconnect in bash: put `eval "$(reconnect init bash)"` last in ~/.bashrc.
# Before each prompt this keeps RECONNECT_PROMPT up to date. PS1 only refers to the variable, so nothing in it can run.
# To keep these commands out of bash's history: HISTIGNORE="reconnect*${HISTIGNORE:+:$HISTIGNORE}"

_reconnect_hook() {
  _reconnect_token=''
  # The file holds one short token. It is compared, never shown or run.
  [[ ! -f @CHANGED@ ]] || builtin read -r -n 40 _reconnect_token <@CHANGED@ || :

  # Ask the program only if something changed, the time zone is another, or a new minute began. Before bash 5 the minutes count
  # from the start of the shell.
  _reconnect_now="$_reconnect_token ${TZ-unset} $((${EPOCHSECONDS:-$SECONDS} / 60))"
  if [[ $_reconnect_now != "$_reconnect_seen" ]]; then
    _reconnect_seen=$_reconnect_now
    RECONNECT_PROMPT=$(@PROGRAM@ prompt 2>/dev/null) || RECONNECT_PROMPT=''
  fi

  # Other tools may have written PS1 anew. Without `promptvars` bash would show the reference itself.
  # shellcheck disable=SC2016 # PS1 expands it.
  if [[ $_reconnect_shows == yes && ${PS1-} != *RECONNECT_PROMPT* ]] && shopt -q promptvars; then
    PS1='${RECONNECT_PROMPT:+$RECONNECT_PROMPT }'${PS1-}
  fi

  # What follows in PROMPT_COMMAND still sees the `$?` of your last command. Under `set -e` that would end the shell.
  [[ $- == *e* ]] || return "${_reconnect_status-0}"
}

_reconnect_install() {
  # A child shell may inherit PROMPT_COMMAND without the function. Its process id is another.
  # shellcheck disable=SC2016 # PROMPT_COMMAND expands it.
  local fixed array entry='_reconnect_status=$?; [[ ${_reconnect_shell-} != $$ ]] || _reconnect_hook'
  fixed=$(readonly -p)$'\n' array=$(declare -p PROMPT_COMMAND 2>/dev/null) || :
  _reconnect_shell=$$ _reconnect_shows=@SHOWS@ _reconnect_seen=
  [[ $fixed != *' PS1'[=$'\n']* ]] || _reconnect_shows=no
  if [[ $fixed == *' PROMPT_COMMAND'[=$'\n']* || ${PROMPT_COMMAND[*]-} == *_reconnect_hook* ]]; then
    return 0
  elif [[ $array == 'declare -a'* ]] && ((BASH_VERSINFO[0] * 100 + BASH_VERSINFO[1] >= 501)); then
    PROMPT_COMMAND+=("$entry")
  else
    # On a line of its own, because yours may end in `;` or a comment.
    # shellcheck disable=SC2128,SC2178 # Before bash 5.1 only the first element of an array runs.
    PROMPT_COMMAND=${PROMPT_COMMAND:+$PROMPT_COMMAND$'\n'}$entry
  fi
}
_reconnect_install
unset -f _reconnect_install
# Now, because terminals put their marks around PS1 before the first prompt.
_reconnect_hook || :
