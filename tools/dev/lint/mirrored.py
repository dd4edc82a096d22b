#!/usr/bin/env python3
"""Every source has a test at the mirrored place, or stands in untested.txt with the reason.

ledger/log/head_file.cc is tested by tests/ledger/log/head_file_test.cc or head_file_*_test.cc there.

Usage: mirrored.py [ROOT]
"""
import tree

FOLDERS = ("ledger/", "projections/", "audit/", "tools/")
LIST = "tools/dev/lint/untested.txt"


def has_test(path, tests):
    folder, _, name = path[: -len(".cc")].rpartition("/")
    start = f"tests/{folder}/{name}_"
    return any(test.startswith(start) and test.endswith("_test.cc") for test in tests)


def reasons(files):
    """{path: (line, reason)} of the list."""
    listed = {}
    for number, line in enumerate((files.text(LIST) if LIST in files.files else "").splitlines(), 1):
        if line.strip() and not line.startswith("#"):
            path, _, reason = line.partition(":")
            listed[path.strip()] = (number, reason.strip())
    return listed


def check(files):
    tests = [path for path in files.code() if path.startswith("tests/")]
    listed = reasons(files)
    sources = [path for path in files.code() if path.startswith(FOLDERS) and path.endswith(".cc")]
    for path in sources:
        if not has_test(path, tests) and path not in listed:
            yield tree.Finding(path, 1, f"no tests/{path[:-3]}_test.cc: write it, or give the reason in {LIST}")
    for path, (number, reason) in listed.items():
        if path not in sources:
            yield tree.Finding(LIST, number, f"{path} does not exist: strike it out")
        elif has_test(path, tests):
            yield tree.Finding(LIST, number, f"{path} has a test now: strike it out")
        elif not reason:
            yield tree.Finding(LIST, number, f"{path}: the reason is missing")


if __name__ == "__main__":
    tree.run(check)
