# reconnect in fish: put `reconnect init fish | source` last in ~/.config/fish/config.fish.
# Before each prompt RECONNECT_PROMPT is set; the prompt that is there is kept, and shown behind it.

function _reconnect_hook --on-event fish_prompt
    set -l last $status
    set -l program @PROGRAM@
    set -l state @STATE@
    set -l config @CONFIG@
    set -l segment
    set -l is_fresh

    # fish has no clock of its own; the time of a file and its age together are one, where `path mtime` is there (3.6).
    # Without it the program is asked before each prompt, and reads the state file itself. A config that was edited by hand is
    # newer than the state file.
    if set -q _reconnect_has_clock; and test -f $state; and not test $config -nt $state
        set -l written (path mtime -- $state)
        set -l age (path mtime -R -- $state)
        # The state file holds `from until segment`.
        set -l parts
        read -l line <$state
        and set parts (string split -m 2 ' ' -- $line)
        # What is in the file is trusted in nothing: both are digits, or they are not looked at.
        if test (count $parts) -eq 3; and string match -qr '^[0-9]{1,15}$' -- $parts[1]
            and string match -qr '^[0-9]{1,15}$' -- $parts[2]; and not string match -qr '[[:cntrl:]]' -- $parts[3]
            set -l now (math $written + $age)
            if test $parts[1] -le $now -a $now -lt $parts[2] -a (math $parts[2] - $parts[1]) -le 600
                set is_fresh 1
                set segment $parts[3]
            end
        end
    end

    # The program may have been uninstalled since.
    if test -z "$is_fresh"; and test -x $program
        set segment ($program prompt 2>/dev/null)
    end
    set -g RECONNECT_PROMPT $segment[1]
    set -q RECONNECT_PROMPT[1]; or set -g RECONNECT_PROMPT ''
    _reconnect_show
    return $last
end

# Puts the segment before whatever fish_prompt is now: another tool may have written it anew.
function _reconnect_show
    set -q _reconnect_shows; or return 0
    functions -q fish_prompt; or return 0
    string match -q '*_reconnect_own_prompt*' -- (functions fish_prompt); and return 0
    functions -e _reconnect_own_prompt
    functions -c fish_prompt _reconnect_own_prompt
    function fish_prompt
        # First, so that it sees the user's `$status` and `$pipestatus`.
        set -l own (_reconnect_own_prompt | string collect -N)
        test -n "$RECONNECT_PROMPT"; and printf '%s ' $RECONNECT_PROMPT
        printf '%s' $own
    end
end

set -e _reconnect_has_clock
path mtime -R / >/dev/null 2>/dev/null; and set -g _reconnect_has_clock 1
set -e _reconnect_shows
test -n @SHOWS@; and set -g _reconnect_shows 1
