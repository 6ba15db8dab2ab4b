# shellcheck shell=bash
# reconnect in bash: put `eval "$(reconnect init bash)"` last in ~/.bashrc, behind other tools that write PS1.
# Before each prompt RECONNECT_PROMPT is set; PS1 only refers to it, so that nothing in it can run or paint.

# bash copies a function each time it is called, so this one is short. Most prompts end here: the line that was read and checked
# last stands in the state file still, and its time is not over. A config that was edited by hand is newer than the state file.
# `mapfile` and `[` cost less than `read` and a pattern.
_reconnect_hook() {
  _reconnect_status=$?
  # shellcheck disable=SC2053 # A pattern.
  if [[ -n $_reconnect_seen && -f @STATE@ && ! @CONFIG@ -nt @STATE@ && ${PS1-} == $_reconnect_shown && $- != *e* ]] &&
    ((_reconnect_from <= EPOCHSECONDS && EPOCHSECONDS < _reconnect_until)) &&
    builtin mapfile -n 1 _reconnect_line <@STATE@ && [ "${_reconnect_line-}" = "$_reconnect_seen" ]; then
    RECONNECT_PROMPT=$_reconnect_segment
    return "$_reconnect_status"
  fi
  _reconnect_look
}

_reconnect_look() {
  local program=@PROGRAM@ state=@STATE@ config=@CONFIG@
  local line='' from='' until='' segment='' now='' is_fresh=''

  # bash before 4.2 has no clock of its own: there the program is asked before each prompt, and reads the state file itself.
  if ((BASH_VERSINFO[0] * 100 + BASH_VERSINFO[1] >= 402)); then
    builtin printf -v now '%(%s)T' -1
  fi

  # The state file holds `from until segment`. A config that was edited by hand is newer than it.
  if [[ -n $now && -f $state && ! $config -nt $state ]] && { IFS= builtin read -r line <"$state"; } 2>/dev/null; then
    from=${line%% *} segment=${line#* }
    until=${segment%% *} segment=${segment#* }
    # Arithmetic runs `a[$(command)]`: both are digits, or they are not looked at. 10#, because a leading 0 would be octal.
    if [[ -n $from && -n $until && $from$until != *[!0123456789]* && ${#from} -lt 16 && ${#until} -lt 16 ]] &&
      [[ $segment != *[[:cntrl:]]* ]] && ((10#$from <= now && now < 10#$until && 10#$until - 10#$from <= 600)); then
      is_fresh=1
    fi
  fi

  # What the next prompt may be spared. Where bash has a clock that costs nothing, that is.
  _reconnect_from=0 _reconnect_until=0 _reconnect_seen='' _reconnect_segment=$segment
  if [[ -n $is_fresh ]] && ((BASH_VERSINFO[0] >= 5)); then
    _reconnect_from=$((10#$from)) _reconnect_until=$((10#$until)) _reconnect_seen=$line$'\n'
  fi

  if [[ -z $is_fresh ]]; then
    segment=''
    # Where nothing is set up there is nothing to read, and one question in ten minutes is enough.
    if [[ -z $now || -e $state || -e $config ]] || ((now - _reconnect_asked >= 600 || now < _reconnect_asked)); then
      _reconnect_asked=${now:-0}
      # The program may have been uninstalled since.
      if [[ -x $program ]]; then
        segment=$("$program" prompt 2>/dev/null) || segment=''
      fi
    fi
  fi
  RECONNECT_PROMPT=$segment

  # A tool that writes PS1 anew has dropped the reference. Without `promptvars` it would be shown as it stands.
  # shellcheck disable=SC2016,SC2053 # It is PS1 that expands the reference, once; what that holds is not expanded again.
  if [[ ${PS1-} != $_reconnect_shown ]] && shopt -q promptvars; then
    PS1='${RECONNECT_PROMPT:+$RECONNECT_PROMPT }'${PS1-}
  fi

  # What comes later in PROMPT_COMMAND sees the user's `$?`. Under `set -e` that would end the shell.
  case $- in
    *e*) return 0 ;;
  esac
  return "$_reconnect_status"
}

_reconnect_install() {
  local entry shows=@SHOWS@
  _reconnect_asked=0 _reconnect_from=0 _reconnect_until=0 _reconnect_seen='' _reconnect_segment=''
  # What PS1 looks like once it refers to the segment: anything, where it need not.
  _reconnect_shown='*'
  if [[ -n $shows ]]; then
    _reconnect_shown='*{RECONNECT_PROMPT:+*'
  fi
  for entry in "${PROMPT_COMMAND[@]:-}"; do
    if [[ $entry == *_reconnect_hook* ]]; then
      return 0
    fi
  done
  # Before 5.1 only the first element of an array is run.
  if ((BASH_VERSINFO[0] * 100 + BASH_VERSINFO[1] >= 501)) &&
    [[ $(declare -p PROMPT_COMMAND 2>/dev/null) == 'declare -a'* ]]; then
    PROMPT_COMMAND+=(_reconnect_hook)
  else
    # A new line, because the string may end in `;` or in a comment.
    # shellcheck disable=SC2128,SC2178 # The first element is meant.
    PROMPT_COMMAND=${PROMPT_COMMAND:+$PROMPT_COMMAND$'\n'}_reconnect_hook
  fi
}
_reconnect_install
unset -f _reconnect_install
