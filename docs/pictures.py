#!/usr/bin/env python3
"""Draws what the real program prints on a terminal: `docs/pictures.py PROGRAM FOLDER` writes one SVG a picture.

tests/pictures.rs compares docs/pictures with what this would draw, so that no picture can go stale;
`UPDATE_PICTURES=1 cargo test --test pictures` draws them anew.
"""

import html
import os
import pathlib
import re
import subprocess
import sys
import tempfile
import unicodedata

# What happened before the pictures are taken: when, what is typed, what is on stdin.
STORY = [
    ("2026-10-25T09:00", ["start-no-contact", "24", "Oct", "2026", "22:10", "--breakup", "24", "Oct", "2026"], ""),
    ("2026-10-30T23:40", ["urge", "--resisted"], ""),
    ("2026-11-01T21:30", ["log-contact", "me"], ""),
    ("2026-11-08T10:00", ["notebook", "issue"], "When something hurt I went silent, for days."),
    ("2026-11-09T23:10", ["urge", "--resisted"], ""),
    ("2026-11-14T12:00", ["notebook", "want"], "A calm home, and to be the one who makes it calm."),
    ("2026-11-17T18:00", ["log-contact", "them"], ""),
]
NOW = "2026-11-23T18:00"
PICTURES = {
    "status": ["status"],
    "calendar": ["history", "--calendar", "--months", "2"],
    "urge": ["urge"],
}

CELL, LINE, SIZE, MARGIN = 8.4, 19, 14, 16
# What the program turns on, as the class that draws it. It uses no other; an unknown one is an error.
CLASSES = {"0": None, "1": "bold", "2": "dim", "36": "cyan", "39": None, "22": None}
STYLE = """
  .ground { fill: #ffffff; stroke: #d0d7de }
  text { font: 14px ui-monospace, 'SF Mono', Menlo, Consolas, 'DejaVu Sans Mono', monospace; fill: #1f2328; white-space: pre }
  .bold { font-weight: bold }
  .dim { fill: #59636e }
  .cyan { fill: #0b6e7a }
  @media (prefers-color-scheme: dark) {
    .ground { fill: #0d1117; stroke: #30363d }
    text { fill: #e6edf3 }
    .dim { fill: #9198a1 }
    .cyan { fill: #56d4dd }
  }
"""


def reconnect(program, home, at, args, text=""):
    """What a command prints, in a home of its own, with colours."""
    env = {"HOME": home, "PATH": "/usr/bin:/bin", "TZ": "Europe/Berlin", "COLUMNS": "80"}
    command = [program, "--color", "always", "--at", at, *args]
    return subprocess.run(command, env=env, input=text, capture_output=True, text=True, check=True).stdout


def width(text):
    """How many columns a text takes."""
    return sum(0 if unicodedata.combining(c) else 2 if unicodedata.east_asian_width(c) in "WF" else 1 for c in text)


def spans(line):
    """The stretches of one line, each with the column it begins at and its class."""
    column, look = 0, None
    for part in re.split(r"(\x1b\[[0-9;]*m)", line):
        if part.startswith("\x1b"):
            for code in part[2:-1].split(";"):
                look = CLASSES[code or "0"]
        elif part:
            yield column, look, part
            column += width(part)


def drawn(title, text):
    """The SVG of a text. Each stretch is as wide as its columns, whatever font is there."""
    lines = text.rstrip("\n").split("\n")
    columns = max(width(re.sub(r"\x1b\[[0-9;]*m", "", line)) for line in lines)
    across, down = columns * CELL + 2 * MARGIN, len(lines) * LINE + 2 * MARGIN
    out = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {across:g} {down:g}" width="{across:g}" height="{down:g}" role="img">',
        f"<title>{html.escape(title)}</title>",
        f"<style>{STYLE}</style>",
        f'<rect class="ground" x="0.5" y="0.5" width="{across - 1:g}" height="{down - 1:g}" rx="8"/>',
    ]
    for row, line in enumerate(lines):
        for column, look, part in spans(line):
            # Blanks draw nothing; an SVG viewer that folds them would move what follows.
            column, part = column + len(part) - len(part.lstrip(" ")), part.strip(" ")
            if not part:
                continue
            x, y = MARGIN + column * CELL, MARGIN + row * LINE + SIZE
            look = f' class="{look}"' if look else ""
            out.append(
                f'<text{look} x="{x:g}" y="{y:g}" textLength="{width(part) * CELL:g}" lengthAdjust="spacingAndGlyphs">'
                f"{html.escape(part)}</text>"
            )
    return "\n".join([*out, "</svg>", ""])


def main(program, folder):
    program = os.path.abspath(program)
    folder = pathlib.Path(folder)
    folder.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as home:
        for at, args, text in STORY:
            reconnect(program, home, at, args, text)
        for name, args in PICTURES.items():
            typed = f"reconnect {' '.join(args)}"
            text = f"\x1b[2m$\x1b[0m \x1b[1m{typed}\x1b[0m\n" + reconnect(program, home, NOW, args)
            (folder / f"{name}.svg").write_text(drawn(typed, text), encoding="utf-8")


if __name__ == "__main__":
    main(*sys.argv[1:])
