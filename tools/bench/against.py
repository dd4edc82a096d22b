#!/usr/bin/env python3
"""This tree and another commit measured in alternating rounds: one table of ratios.

Usage: against.py --here BENCH AUDIT --there BENCH AUDIT [--name COMMIT] [--folder FOLDER] [--events N] [--rounds N]
BENCH is an asar_bench, AUDIT the asar-audit of the same build; tools/bench/run --against COMMIT builds both.
"""
import argparse
import json
import statistics
import subprocess
import sys
from pathlib import Path

APPEND = "durable append, the ledger with all checks"
# Of the append alone it is asked that it has not fallen by more than a tenth.
LEAST = 0.9


def measure(bench, audit, folder, events):
    """{figure: so many a second} of one run, which warms itself up; of figures of one name the first."""
    done = subprocess.run([bench, "--audit", audit, "--folder", folder, "--events", str(events), "--many-events", "0",
                           "--rounds", "1", "--json"], stdout=subprocess.PIPE, text=True, check=True)
    rates = {}
    for line in done.stdout.splitlines():
        figure = json.loads(line)
        if figure["unit"].startswith(("events/", "entries/", "events per ", "entries per ")):
            rates.setdefault(figure["name"], figure["median"])
    return rates


def table(rounds, name):
    """The text of [(rates here, rates there), …]; only what both measure can be compared."""
    lines = [f"| figure | here | {name} | ratio | of the rounds | target |", "|---|---|---|---|---|---|"]
    for figure in rounds[0][0]:
        if not all(figure in here and figure in there for here, there in rounds):
            continue
        ratios = [here[figure] / there[figure] for here, there in rounds]
        ratio = statistics.median(ratios)
        target = "" if figure != APPEND else f"≥ {LEAST} " + ("met" if ratio >= LEAST else "MISSED")
        lines.append(f"| {figure} | {statistics.median(here[figure] for here, _ in rounds):.0f} | "
                     f"{statistics.median(there[figure] for _, there in rounds):.0f} | {ratio:.3f} | "
                     f"{', '.join(f'{one:.2f}' for one in ratios)} | {target} |")
    return "\n".join(lines) + "\n"


def main(arguments):
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--here", nargs=2, required=True)
    parser.add_argument("--there", nargs=2, required=True)
    parser.add_argument("--name", default="there")
    parser.add_argument("--folder", default="build/bench-against")
    parser.add_argument("--events", type=int, default=100_000)
    parser.add_argument("--rounds", type=int, default=5)
    options = parser.parse_args(arguments)
    if options.rounds < 1:
        parser.error("--rounds needs at least 1")
    rounds = []
    for number in range(options.rounds):
        print(f"against {options.name}: round {number + 1} of {options.rounds}", file=sys.stderr, flush=True)
        rates = {}
        # Each begins every other round: whoever comes first finds another disk than the second.
        for side in ("here", "there") if number % 2 == 0 else ("there", "here"):
            folder = Path(options.folder) / side
            folder.mkdir(parents=True, exist_ok=True)
            rates[side] = measure(*getattr(options, side), folder, options.events)
        rounds.append((rates["here"], rates["there"]))
    print(table(rounds, options.name), end="")
    print(f"\nMedians of {len(rounds)} alternating rounds of {options.events} events, so many a second.\n"
          "Each tree plays a workload of its own: where that has changed, the ratio shows it too.")


if __name__ == "__main__":
    main(sys.argv[1:])
