#!/usr/bin/env python3
"""Times whole processes and prints a Markdown table. Every round starts each command once, in random order, so that the machine's
load falls on all of them. A ratio compares a command with the first command within the same round.

Reads a line for each command: NAME, COLUMN, HOME and the command, with tabs between. One column makes a table with times, ratios and
memory. Several columns make a table of growth. A command that takes over 30 seconds is left out from there on.

Usage: rounds.py TITLE ROUNDS < commands"""
import os
import random
import shlex
import statistics
import subprocess
import sys
import time

LIMIT, BUDGET = 30, 40  # seconds: for one command, and for the rounds of one column


class Command:
    def __init__(self, line):
        self.name, self.column, home, words = line.rstrip("\n").split("\t")
        self.argv = shlex.split(words)
        self.env = {**os.environ, "HOME": home}
        self.times = []

    def works(self):
        """Also warms the caches."""
        try:
            silent = {"stdin": subprocess.DEVNULL, "stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
            failed = subprocess.run(self.argv, env=self.env, timeout=LIMIT, **silent).returncode
        except subprocess.TimeoutExpired:
            return False
        if failed:
            sys.exit(f"{self.name} fails: {self.argv}")
        return True

    def start(self):
        streams = [(os.POSIX_SPAWN_OPEN, stream, os.devnull, os.O_RDWR, 0) for stream in range(3)]
        began = time.perf_counter()
        os.waitpid(os.posix_spawnp(self.argv[0], self.argv, self.env, file_actions=streams), 0)
        self.times.append(time.perf_counter() - began)

    def peak(self):
        """MiB. GNU time starts the command, because whatever Python itself holds would count otherwise."""
        ran = subprocess.run(["/usr/bin/time", "-f", "%M", *self.argv], env=self.env, capture_output=True, text=True)
        return f"{int(ran.stderr.split()[-1]) / 1024:.1f}"


def shown(seconds):
    return f"{seconds:.3g} s" if seconds >= 1 else f"{seconds * 1000:.3g} ms"


def measure(commands, rounds):
    began = time.perf_counter()
    for command in commands:
        command.start()
    rounds = max(3, min(rounds, int(BUDGET / (time.perf_counter() - began))))
    for command in commands:
        command.times.clear()
    for _ in range(rounds):
        for command in random.sample(commands, len(commands)):
            command.start()
    for command in commands:
        ratios = [spent / base for spent, base in zip(command.times, commands[0].times)]
        command.least, command.ratio = shown(min(command.times)), f"{statistics.median(ratios):.2f}"


title, rounds = sys.argv[1], int(sys.argv[2])
random.seed(0)
rows, columns, dropped = {}, {}, set()
for line in sys.stdin:
    command = Command(line)
    rows.setdefault(command.name, {})[command.column] = command
    columns.setdefault(command.column, []).append(command)
for column in columns.values():
    for command in [command for command in column if command.name in dropped or not command.works()]:
        dropped.add(command.name)
        column.remove(command)
        rows[command.name][command.column] = None
    measure(column, rounds)

if len(columns) == 1:
    print(f"\n| {title} | least | ratio | peak, MiB |\n| --- | --- | --- | --- |")
    for name, row in rows.items():
        for command in filter(None, row.values()):
            print(f"| {name} | {command.least} | {command.ratio} | {command.peak()} |")
else:
    print(f"\n| {title} | {' | '.join(f'{int(column):,}' for column in columns)} | peak, MiB |\n| --- |{' --- |' * (len(columns) + 1)}")
    for name, row in rows.items():
        cells = [f"{row[column].least} ({row[column].ratio})" if row.get(column) else f"over {LIMIT} s" for column in columns]
        last = [command for command in row.values() if command][-1]
        print(f"| {name} | {' | '.join(cells)} | {last.peak()} |")
