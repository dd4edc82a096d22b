#!/usr/bin/env python3
"""Our own C++ is laid out as .clang-format says.

Usage: format.py [ROOT]
"""
import re
import shutil
import subprocess
import sys

import tree

PROGRAM = "clang-format-14"
COMPLAINT = re.compile(r"^(.*?):(\d+):\d+: error: code should be clang-formatted")


def check(files):
    paths = files.code()
    if not paths:
        return
    run = subprocess.run([PROGRAM, "--dry-run", "-Werror", *paths], cwd=files.root, capture_output=True, text=True,
                         check=False)
    seen = set()
    for line in run.stderr.splitlines():
        match = COMPLAINT.match(line)
        if match and match.group(1) not in seen:
            seen.add(match.group(1))
            yield tree.Finding(match.group(1), int(match.group(2)), "not laid out: run tools/dev/format on it")
    if run.returncode != 0 and not seen:
        yield tree.Finding(".clang-format", 1, f"{PROGRAM} failed: {run.stderr.strip()[:500]}")


if __name__ == "__main__":
    if shutil.which(PROGRAM) is None:
        print(f"SKIPPED: {PROGRAM} is not installed")
        sys.exit(77)
    tree.run(check)
