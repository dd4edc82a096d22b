#!/usr/bin/env python3
"""The top level holds what the map names; no large files; scripts can be run; headers are guarded.

Usage: layout.py [ROOT]
"""
import os
import re

import tree

TOP_LEVEL = {"CMakeLists.txt", "CMakePresets.json", "LICENSE", "README.md",
             "ledger", "projections", "tools", "audit", "tests"}
BYTES_MAX = 200_000
SNAKE_CASE = re.compile(r"[a-z0-9_]+")


def check_top_level(files):
    for name in sorted({path.split("/")[0] for path in files.files}):
        if name not in TOP_LEVEL and not name.startswith("."):
            yield tree.Finding(name, 1, f"nothing else at the top level; allowed: {', '.join(sorted(TOP_LEVEL))}")


def check_script(files, path):
    place = files.root / path
    with open(place, "rb") as file:
        shebang = file.read(2) == b"#!"
    executable = os.access(place, os.X_OK)
    if shebang and not executable:
        yield tree.Finding(path, 1, "starts as a script but cannot be executed: chmod +x")
    if executable and not shebang:
        yield tree.Finding(path, 1, "can be executed but does not start with #!")


def check_code_file(files, path):
    stem = path.rsplit("/", 1)[-1].rsplit(".", 1)[0]
    if not SNAKE_CASE.fullmatch(stem):
        yield tree.Finding(path, 1, "file names are snake_case")
    if path.endswith(".h") and "#pragma once" not in files.text(path):
        yield tree.Finding(path, 1, "a header has #pragma once")


def check(files):
    yield from check_top_level(files)
    for path in files.files:
        size = (files.root / path).stat().st_size
        if size > BYTES_MAX:
            yield tree.Finding(path, 1, f"{size} bytes, at most {BYTES_MAX}: make it, or fetch it where it is needed")
        yield from check_script(files, path)
    for path in files.code():
        yield from check_code_file(files, path)


if __name__ == "__main__":
    tree.run(check)
