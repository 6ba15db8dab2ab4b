#!/usr/bin/env python3
"""Draws what the real program prints on a terminal: `docs/pictures.py PROGRAM FOLDER` writes one SVG a picture.

tests/docs/pictures.rs compares docs/pictures with what this script draws, so no picture can go stale.
`UPDATE_PICTURES=1 cargo test --test docs pictures` draws them again.
"""

import html
import html.parser
import os
import pathlib
import re
import subprocess
import sys
import tempfile
import unicodedata

# Two made-up months: when, what is typed, and what stdin holds.
STORY = [
    ("2026-10-25T09:00", ["start-no-contact", "24", "Oct", "2026", "22:10", "--breakup", "24", "Oct", "2026"], ""),
    ("2026-10-27T23:20", ["urge", "--resisted", "--trigger", "lonely", "--strength", "4"], ""),
    ("2026-10-30T23:40", ["urge", "--resisted", "--trigger", "song", "--strength", "3"], ""),
    ("2026-11-01T21:30", ["urge", "--wrote", "--trigger", "alcohol", "--strength", "5"], ""),
    ("2026-11-01T21:31", ["log-contact", "me", "1", "Nov", "2026", "21:30"], ""),
    ("2026-11-03T08:00", ["checkin", "2"], ""),
    ("2026-11-08T10:00", ["notebook", "want"], "A calm home, and to be the one who makes it calm."),
    ("2026-11-08T10:10", ["notebook", "if-then"], "If I want to write at night, I call Ana."),
    ("2026-11-08T22:50", ["urge", "--resisted", "--trigger", "lonely", "--strength", "4"], ""),
    ("2026-11-10T08:00", ["checkin", "3"], ""),
    ("2026-11-15T22:10", ["urge", "--resisted", "--trigger", "lonely", "--strength", "3"], ""),
    ("2026-11-17T18:00", ["log-contact", "them", "--logistics"], ""),
    ("2026-11-18T19:30", ["urge", "--resisted", "--trigger", "they-wrote", "--strength", "3"], ""),
    ("2026-11-20T08:00", ["checkin", "4"], ""),
    ("2026-11-22T21:40", ["urge", "--resisted", "--trigger", "memory", "--strength", "2"], ""),
]
NOW = "2026-11-23T18:00"
PICTURES = {
    "status": ["status"],
    "calendar": ["history", "--calendar", "--months", "2"],
    "urge": ["urge"],
    "urges": ["history", "--urges"],
}

CELL, LINE, SIZE, MARGIN = 8.4, 19, 14, 16
# The program's terminal codes, and the class that draws each. An unknown code is an error.
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
    """What a command prints, in colour, in a home of its own."""
    env = {"HOME": home, "PATH": "/usr/bin:/bin", "TZ": "Europe/Berlin", "LANG": "C.UTF-8", "COLUMNS": "80"}
    command = [program, "--color", "always", "--at", at, *args]
    return subprocess.run(command, env=env, input=text, capture_output=True, text=True, check=True).stdout


def width(text):
    """The columns that a text takes."""
    return sum(0 if unicodedata.combining(c) else 2 if unicodedata.east_asian_width(c) in "WF" else 1 for c in text)


def spans(line):
    """The parts of one line, each with its first column and its class."""
    column, look = 0, None
    for part in re.split(r"(\x1b\[[0-9;]*m)", line):
        if part.startswith("\x1b"):
            for code in part[2:-1].split(";"):
                look = CLASSES[code or "0"]
        elif part:
            yield column, look, part
            column += width(part)


def draw(title, text):
    """The SVG of a text. Each part is as wide as its columns, in any font."""
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
            # Some viewers fold blanks, and that would move the text.
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


class Xhtml(html.parser.HTMLParser):
    """The body and the style of a page, as XML that an SVG can hold."""

    VOID = ("br", "hr", "col", "wbr")
    SPACES = {"svg": "http://www.w3.org/2000/svg", "body": "http://www.w3.org/1999/xhtml"}

    def __init__(self, page):
        super().__init__()
        self.xml, self.style, self.inside = "", "", None
        self.feed(page)

    def handle_starttag(self, tag, attributes):
        self.inside = tag if tag in ("body", "style") else self.inside
        if self.inside == "body":
            space = [("xmlns", self.SPACES[tag])] if tag in self.SPACES else []
            names = "".join(f' {name.replace("viewbox", "viewBox")}="{html.escape(value or "")}"' for name, value in space + attributes)
            self.xml += f"<{tag}{names}{'/' if tag in self.VOID else ''}>"

    def handle_endtag(self, tag):
        if self.inside == "body" and tag not in self.VOID:
            self.xml += f"</{tag}>"
        self.inside = None if tag in ("body", "style") else self.inside

    def handle_data(self, data):
        if self.inside == "body":
            self.xml += html.escape(data)
        elif self.inside == "style":
            self.style += data


def draw_page(title, page, across, down):
    """The top of an HTML page as an SVG."""
    page = Xhtml(page)
    return "\n".join([
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {across} {down}" width="{across}" height="{down}"'
        f' style="width: {across}px; height: {down}px; margin: 0" role="img">',
        f"<title>{html.escape(title)}</title>",
        f"<style>{html.escape(page.style)}</style>",
        f'<foreignObject width="{across}" height="{down}">{page.xml}</foreignObject>',
        "</svg>",
        "",
    ])


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
            (folder / f"{name}.svg").write_text(draw(typed, text), encoding="utf-8")
        page = reconnect(program, home, NOW, ["export", "--format", "html"])
        # A new version alone makes no picture stale.
        page = re.sub(r"(reconnect) \d+\.\d+\.\d+", r"\1", page)
        drawn = draw_page("the page that reconnect export --format html prints", page, 800, 1310)
        (folder / "page.svg").write_text(drawn, encoding="utf-8")


if __name__ == "__main__":
    main(*sys.argv[1:])
