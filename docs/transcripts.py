#!/usr/bin/env python3
"""Types the keys of docs/transcripts.md into a real terminal: `docs/transcripts.py PROGRAM PAGE` prints the page as it comes out.

The terminal is tmux, 80 columns wide. In a block ```keys each line is typed and sent with Enter; <Enter>, <Ctrl-C> and <Ctrl-D> are
those keys alone. The block ```screen below it is what the terminal then shows. `### Mon 8 Jun 2026 21:30` sets the clock, and
`## …` begins a home of its own, unless a line says <!-- the same home -->.
"""

import os
import pathlib
import re
import subprocess
import sys
import tempfile
import time

KEYS = {"<Enter>": "Enter", "<Ctrl-C>": "C-c", "<Ctrl-D>": "C-d"}
# The shell or a question waits, or the breath is being drawn, behind the cursor's line so far.
WAITING = re.compile(r"(\$|:|>) $|breathe in")


class Terminal:
    """One home, and a shell in it."""

    def __init__(self, program, folder):
        self.home, self.is_writing = pathlib.Path(folder), False
        (self.home / "bin").mkdir()
        wrapper = self.home / "bin/reconnect"
        wrapper.write_text(f'#!/bin/sh\nexec "{program}" --at "$(cat "{folder}/now")" "$@"\n')
        wrapper.chmod(0o755)
        words = f"env -i HOME={folder} PATH={folder}/bin:/usr/bin:/bin TERM=screen LANG=C.UTF-8 TZ=Europe/Berlin HISTFILE="
        self.tmux("-f", "/dev/null", "new-session", "-d", "-x", "80", "-y", "24", f"{words} PS1='$ ' bash --norc --noprofile")
        self.wait(-1)

    def tmux(self, *args):
        command = ["tmux", "-S", str(self.home / "tmux"), *args]
        return subprocess.run(command, capture_output=True, text=True, check=True).stdout

    def look(self):
        """All lines so far, the number of the cursor's line, and that line up to the cursor."""
        x, y, above = map(int, self.tmux("display", "-p", "#{cursor_x} #{cursor_y} #{history_size}").split())
        lines = self.tmux("capture-pane", "-p", "-S", "-").split("\n")
        return lines, above + y, lines[above + y].ljust(x)[:x]

    def wait(self, row):
        """Until the cursor has left that line and somebody is asked."""
        deadline = time.monotonic() + 20
        while time.monotonic() < deadline:
            lines, now, line = self.look()
            begins_to_write = now > 0 and lines[now - 1].endswith("ends it.")
            if now > row and (WAITING.search(line) or (not line and (self.is_writing or begins_to_write))):
                self.is_writing = not line
                return
            time.sleep(0.02)
        sys.exit("nobody asks:\n" + "\n".join(self.look()[0]))

    def play(self, keys):
        """What the terminal shows from these keys on."""
        _, first, _ = self.look()
        for line in keys:
            row = self.look()[1]
            if line in KEYS:
                # An empty line or Ctrl-D ends what is being written.
                self.is_writing = False
                self.tmux("send-keys", KEYS[line])
                row -= line == "<Ctrl-D>"
            else:
                self.tmux("send-keys", "-l", "--", line)
                self.tmux("send-keys", "Enter")
            self.wait(row)
        lines, last, _ = self.look()
        shown = "\n".join(line.rstrip() for line in lines[first:last])
        # The picture of the breath depends on the moment.
        return re.sub(r"breathe in .*", "breathe in   ●●●●●·   1:58", shown).replace(str(self.home), "/home/you")


def played(program, lines, homes):
    """The page's lines, with what the terminals really show."""
    out, terminal, keys, block = [], None, [], None
    for line in lines:
        if line.startswith("## "):
            terminal = None
        elif line == "<!-- the same home -->":
            terminal = homes[-1][1]
        elif line.startswith("### "):
            if terminal is None:
                folder = tempfile.TemporaryDirectory(ignore_cleanup_errors=True)
                terminal = Terminal(os.path.abspath(program), folder.name)
                homes.append((folder, terminal))
            (terminal.home / "now").write_text(line[4:])
        if line.startswith("```"):
            if block == "```screen":
                out += terminal.play(keys).split("\n")
            elif line == "```keys":
                keys = []
            block = None if block else line
        elif block == "```keys":
            keys.append(line)
        elif block == "```screen":
            continue
        out.append(line)
    return out


def main(program, page):
    homes = []
    try:
        print("\n".join(played(program, pathlib.Path(page).read_text(encoding="utf-8").splitlines(), homes)))
    finally:
        for _, terminal in homes:
            terminal.tmux("kill-server")


if __name__ == "__main__":
    main(*sys.argv[1:])
