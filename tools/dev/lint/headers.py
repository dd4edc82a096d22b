#!/usr/bin/env python3
"""Every header compiles alone.

A header whose .cc includes it first is proved wherever sources are compiled one by one: by the preset dev, and by
clang-tidy every night. The others are compiled here, alone, with the flags of a neighbour in the compile database.

Usage: headers.py ROOT BUILD_FOLDER
"""
import json
import os
import re
import shlex
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import tree

FIRST_INCLUDE = re.compile(r'^[ \t]*#[ \t]*include[ \t]*[<"]([^>"]+)[>"]', re.MULTILINE)
DROPPED = {"-c", "-Winvalid-pch"}
DROPPED_WITH_VALUE = {"-o", "-MF", "-MT", "-MQ", "-include"}  # a precompiled header is included by nobody


def first_include(text):
    match = FIRST_INCLUDE.search(text)
    return match.group(1) if match else None


def check_own_first(files):
    """A .cc includes its own header before all else."""
    for path in files.code():
        header = path[:-3] + ".h"
        if path.endswith(".cc") and header in files.files and first_include(files.text(path)) != header:
            yield tree.Finding(path, 1, f'its own header comes first: #include "{header}"')


def to_compile(files):
    """The headers without a source of their own."""
    for path in files.code():
        if path.endswith(".h") and path[:-2] + ".cc" not in files.files:
            yield path


def flags_by_source(root, build):
    """{source, relative: compiler and flags without input and output} of the compile database."""
    commands = {}
    for entry in json.loads((Path(build) / "compile_commands.json").read_text()):
        place = Path(entry["file"])
        if not place.is_relative_to(root) or place.is_relative_to(build):
            continue
        words = shlex.split(entry["command"])
        while words and os.path.basename(words[0]) == "ccache":
            words.pop(0)
        kept, skip = [], False
        for word in words:
            if skip or word in DROPPED_WITH_VALUE:
                skip = not skip
            elif word not in DROPPED and word != entry["file"] and not word.startswith("-M"):
                kept.append(word)
        commands[place.relative_to(root).as_posix()] = kept
    return commands


def nearest(header, commands):
    """The flags of the source that shares the longest way with the header."""
    def shared(source):
        return len(os.path.commonprefix([source.split("/"), header.split("/")]))
    # Tests see the most include folders: a header of the product prefers a source of the product.
    return commands[max(sorted(commands), key=lambda source: (shared(source), source.startswith("tests/")))]


def compile_alone(root, header, command):
    run = subprocess.run([*command, "-fsyntax-only", "-x", "c++", "-"], cwd=root, text=True, capture_output=True,
                         input=f'#include "{header}"\n', check=False)
    if run.returncode == 0:
        return None
    errors = [line for line in run.stderr.splitlines() if "error:" in line] or run.stderr.splitlines()
    return tree.Finding(header, 1, "does not compile alone: " + " | ".join(errors[:3]))


def check(files, build):
    yield from check_own_first(files)
    commands = flags_by_source(files.root, Path(build).resolve())
    if not commands:
        yield tree.Finding("CMakeLists.txt", 1, f"no compile database in {build}: build first")
        return
    headers = list(to_compile(files))
    with ThreadPoolExecutor(max_workers=os.cpu_count() or 1) as pool:
        results = pool.map(lambda header: compile_alone(files.root, header, nearest(header, commands)), headers)
        yield from (finding for finding in results if finding)


if __name__ == "__main__":
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    sys.exit(tree.tell(list(check(tree.Tree(sys.argv[1]), sys.argv[2]))))
