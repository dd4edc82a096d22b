#!/usr/bin/env python3
"""Sums gcov's counts per source of the tree: executed lines, countable lines, per cent.

Usage: coverage_table.py BUILD_FOLDER
"""
import json
import subprocess
import sys
from pathlib import Path

FOLDERS = ("ledger/", "projections/", "audit/", "tools/")


def reports(build):
    """gcov's answers for every object that ran."""
    for counts in sorted(Path(build).rglob("*.gcda")):
        run = subprocess.run(["gcov", "--json-format", "--stdout", str(counts)], capture_output=True, text=True,
                             cwd=build, check=False)
        for line in run.stdout.splitlines():
            yield json.loads(line)


def sum_lines(answers, root):
    """{source: {line: times executed}}, over all objects that hold the line."""
    lines = {}
    for answer in answers:
        for file in answer["files"]:
            place = Path(answer["current_working_directory"], file["file"]).resolve()
            if not place.is_relative_to(root) or not place.relative_to(root).as_posix().startswith(FOLDERS):
                continue
            counts = lines.setdefault(place.relative_to(root).as_posix(), {})
            for line in file["lines"]:
                number = line["line_number"]
                counts[number] = counts.get(number, 0) + line["count"]
    return lines


def table(lines):
    rows = sorted((sum(1 for count in counts.values() if count) / len(counts), path, counts)
                  for path, counts in lines.items() if counts)
    for share, path, counts in rows:
        yield f"{share:7.1%}  {sum(1 for count in counts.values() if count):5} of {len(counts):5}  {path}"
    total = sum(len(counts) for _, _, counts in rows)
    hit = sum(1 for _, _, counts in rows for count in counts.values() if count)
    yield f"{hit / total if total else 0:7.1%}  {hit:5} of {total:5}  all"


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    print("\n".join(table(sum_lines(reports(Path(sys.argv[1]).resolve()), Path.cwd().resolve()))))
