#!/usr/bin/env python3
"""Times every command at 2,000 and 20,000 records of each kind, and prints how many times as long the larger one takes. More than 12 times
is a fault: exit 1. The fastest of ROUNDS runs counts, in user and system time, so that a busy machine tells the same.

Usage: growth.py BINARY [ROUNDS]"""
import datetime
import json
import os
import pathlib
import random
import resource
import subprocess
import sys
import tempfile

TEXT = "I listened to answer, not to understand."
KINDS = {
    "contacts": [{"kind": "contact", "who": who, "via": "text"} for who in ("me", "them")],
    "slips on one day": [{"kind": "contact", "who": "me", "via": "text"}],
    "runs": [{"kind": "end"}, {"kind": "start"}],
    "boundaries": [{"kind": "boundary", "boundary": "space"}, {"kind": "boundary", "boundary": "clear"}],
    "breakups": [{"kind": "breakup", "again": True}],
    "answers": [{"kind": "answer", "answer": answer} for answer in ("no", "yes", "not-now")],
    "aims": [{"kind": "aim", "aim": "closure"}],
    "notebook": [{"kind": kind, "text": TEXT} for kind in ("issue", "note", "want", "obstacle")],
    "letters": [{"kind": "letter", "until": "2026-12-24"}],
    "urges": [{"kind": "urge", "outcome": "sat-out", "minutes": 2}],
    "check-ins": [{"kind": "checkin", "mood": 3}],
    "corrections": [{"kind": "start"}],
    "damaged": [None],
}
LINES = [
    "status", "status --json", "status --why", "history", "history --csv", "history --json --all", "history --calendar", "history --urges",
    "history --all --find river", "notebook list", "letter list", "boundary", "answer", "aim", "breakup", "guide", "prompt", "check --active",
    "window 3 weeks ago", "remind --dry-run", "doctor", "erase --dry-run", "config check", "export", "export --format csv", "export --format md",
    "export --format ics", "export --format html", "log-contact them --logistics", "checkin 3", "notebook note", "urge --resisted", "answer yes",
    "boundary own", "boundary clear", "aim closure", "end-no-contact", "start-no-contact today", "undo",
]  # fmt: skip


def home_of(binary, kind, count):
    home = pathlib.Path(tempfile.mkdtemp(prefix="growth-"))
    run(binary, home, "start-no-contact 2026-01-05 --breakup 2026-01-01", 1)
    (diary,) = (home / ".local/share/reconnect/diary").glob("*.jsonl")
    start = diary.read_text().splitlines()[-1].split('"id":"')[1].split('"')[0]
    random.seed(count)
    first = datetime.datetime(2026, 1, 6)
    one_day = kind in ("slips on one day", "corrections")
    letters = diary.parent.parent / "letters"
    letters.mkdir()
    with diary.open("a") as lines:
        for number in range(count):
            moment = first + datetime.timedelta(seconds=number * (2 if one_day else 25_000_000 // count))
            at, name = f"{moment:%Y-%m-%dT%H:%M:%S}+00:00", f"{random.getrandbits(128):032x}"
            fields = KINDS[kind][number % len(KINDS[kind])]
            if fields is None:
                lines.write(f'{{"v":1,"id":"{name}","kind":"bound\n')
                continue
            if kind == "corrections":
                fields, start = fields | {"replaces": start}, name
            if kind in ("notebook", "letters"):
                fields = fields | {"n": number + 1}
            # Half of them have no time, which costs more to put in order.
            on = at if number % 2 or one_day else at[:10]
            lines.write(json.dumps({"v": 1, "id": name, "on": on, "at": at} | fields, separators=(",", ":")) + "\n")
            if kind == "letters":
                (letters / f"{name}.md").write_text("x")
    return home


def run(binary, home, line, rounds):
    env = {"HOME": str(home), "TZ": "UTC", "LANG": "C.UTF-8", "PATH": os.environ["PATH"]}
    best = float("inf")
    for _ in range(rounds):
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        subprocess.run([binary, "--at", "2026-11-23T18:00", *line.split()], env=env, capture_output=True, input=b"yes\n")
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        best = min(best, after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime)
    return best * 1000


binary, rounds = sys.argv[1], int(sys.argv[2]) if sys.argv[2:] else 3
worst, table = [], []
for kind in KINDS:
    small, large = home_of(binary, kind, 2_000), home_of(binary, kind, 20_000)
    for line in LINES:
        few, many = run(binary, small, line, rounds), run(binary, large, line, rounds)
        # A start takes some 2 ms whatever the diary holds.
        times = many / max(few, 2.0)
        table.append((times, f"{kind:18} {line:30} {few:8.1f} ms {many:8.1f} ms {times:6.1f} x"))
        if times > 12:
            worst.append(table[-1])
    subprocess.run(["rm", "-r", str(small), str(large)])
for _, row in sorted(table, reverse=True):
    print(row)
print(f"{len(table)} pairs, {len(worst)} grow more than 12 times")
sys.exit(1 if worst else 0)
