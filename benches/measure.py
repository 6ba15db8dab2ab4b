#!/usr/bin/env python3
"""What the program costs as a whole process, beside what else could be run in its place, on the same machine in one run. Prints the
tables of docs/performance.md. The commands of a table take turns, so that what else the machine does meets all of them.

Usage: benches/measure.py [ROUNDS]. Peers that are not installed are left out, and said so; valgrind is needed for instructions.
"""
import os
import pathlib
import re
import shutil
import statistics
import subprocess
import sys
import tempfile
import time

ROOT = pathlib.Path(__file__).resolve().parent.parent
ROUNDS = int(sys.argv[1]) if len(sys.argv) > 1 else 250
WORK = pathlib.Path(tempfile.mkdtemp())
PEERS = [
    "date +%s", "dateutils.ddiff 2026-11-01 2026-11-23", "timew", "task count", "starship module time", "zoxide query x",
    "bartib current", "watson status", "jrnl -n 1",
]


def build(name, flags):
    """A release build in a target folder of its own; `flags` replace those of .cargo/config.toml where there are any."""
    environment = os.environ | ({"RUSTFLAGS": flags} if flags else {})
    command = ["cargo", "build", "--release", "--locked", "--quiet", "--target-dir", ROOT / "target" / name]
    subprocess.run(command, cwd=ROOT, env=environment, check=True)
    (program,) = (ROOT / "target" / name).glob("*/release/reconnect")
    return str(program)


def home(name, records):
    """A home with so many records, of which one is the breakup and one the start."""
    path = WORK / name
    path.mkdir()
    at = environment(path)
    subprocess.run([STATIC, "start-no-contact", "2026-01-05", "--breakup", "2026-01-01"], env=at, check=True, capture_output=True)
    subprocess.run(["python3", ROOT / "benches/diary.py", path, str(records - 2)], env=at, check=True)
    return path


def environment(path):
    return {"HOME": str(path), "PATH": os.environ["PATH"], "TZ": "Europe/Berlin"}


def once(command, path):
    """Its seconds, and the peak of its memory in KiB."""
    null = os.open(os.devnull, os.O_RDWR)
    began = time.perf_counter()
    actions = [(os.POSIX_SPAWN_DUP2, null, number) for number in (0, 1, 2)]
    child = os.posix_spawnp(command[0], command, environment(path), file_actions=actions)
    _, _, usage = os.wait4(child, 0)
    took = time.perf_counter() - began
    os.close(null)
    return took, usage.ru_maxrss


def table(title, rows, rounds):
    """Rows of (name, command, home, what comes before each run). The first is what the others are compared with."""
    seconds, memory = [[] for _ in rows], [0] * len(rows)
    for number in range(rounds + 3):
        for index, (_, command, path, before) in enumerate(rows):
            before(path)
            took, peak = once(command, path)
            if number >= 3:
                seconds[index].append(took)
                memory[index] = peak
    print(f"\n| {title} | least, µs | x first, least | x first, median of the rounds | peak KiB |\n| --- | --- | --- | --- | --- |")
    for (name, *_), times, peak in zip(rows, seconds, memory):
        median = statistics.median(mine / first for mine, first in zip(times, seconds[0]))
        print(f"| {name} | {min(times) * 1e6:.0f} | {min(times) / min(seconds[0]):.2f} | {median:.2f} | {peak} |")
    sys.stdout.flush()


def nothing(_):
    pass


def expire(path):
    (path / ".local/state/reconnect/prompt").unlink(missing_ok=True)


STATIC = build("measured", None)
DYNAMIC = build("measured-dynamic", "-C target-cpu=x86-64")
HUNDRED, MANY, MILLION = (home(str(count), count) for count in (100, 10_000, 1_000_000))
(long_file,) = (MILLION / ".local/share/reconnect/diary").glob("*.jsonl")

own = [
    (f"`reconnect {arguments}`{note}{kind}", [program, *arguments.split()], HUNDRED, before)
    for kind, program in (("", STATIC), (", dynamic build", DYNAMIC))
    for arguments, note, before in (("prompt", "", nothing), ("prompt", ", expired", expire), ("status", "", nothing))
]
found = [(f"`{peer}`", peer.split(), HUNDRED, nothing) for peer in PEERS if shutil.which(peer.split()[0])]
missing = [peer.split()[0] for peer in PEERS if not shutil.which(peer.split()[0])]
if shutil.which("timew"):
    once(["timew", ":yes", "start"], HUNDRED)
table("start-up, 100 records", [("`/bin/true`", ["/bin/true"], HUNDRED, nothing), *own, *found], ROUNDS)
print(f"\nNot installed: {', '.join(missing) or 'none'}.")

table("growth", [("`wc -l` of 1,000,000 records", ["wc", "-l", str(long_file)], HUNDRED, nothing)] + [
    (f"`reconnect {arguments}`, {path.name} records", [STATIC, *arguments.split()], path, nothing)
    for arguments, paths in (("status --json", (HUNDRED, MANY, MILLION)), ("history --json", (MANY, MILLION)))
    for path in paths
], 7)
table("a prompt knows nothing of the diary's length", [
    (f"`reconnect prompt`, {path.name} records", [STATIC, "prompt"], path, nothing) for path in (HUNDRED, MILLION)
], ROUNDS)
table("recording", [
    (f"`reconnect log-contact them`, {path.name} records", [STATIC, "log-contact", "them"], path, nothing) for path in (HUNDRED, MANY)
], min(ROUNDS, 60))

print("\n| instructions (callgrind) | count |\n| --- | --- |")
for command in ("prompt", "status"):
    counted = subprocess.run(
        ["valgrind", "--tool=callgrind", "--callgrind-out-file=/dev/null", STATIC, command],
        env=environment(HUNDRED), capture_output=True, text=True, check=True,
    )
    print(f"| `reconnect {command}`, 100 records | {re.search(r'Collected : ([0-9]+)', counted.stderr)[1]} |")
print(f"\nThe program has {os.path.getsize(STATIC):,} bytes, the dynamic one {os.path.getsize(DYNAMIC):,}.")
shutil.rmtree(WORK)
