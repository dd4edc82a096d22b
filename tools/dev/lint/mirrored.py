#!/usr/bin/env python3
"""Every source has a test at the mirrored place, or stands in untested.txt with the reason.

ledger/log/head_file.cc is tested by tests/ledger/log/head_file_test.cc or head_file_*_test.cc there.
The list may name a whole folder, "tools/asar/", where one test drives it all: then the reason names that test.

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


def is_excused(path, listed):
    return path in listed or any(entry.endswith("/") and path.startswith(entry) for entry in listed)


def check_entry(entry, reason, untested, files):
    """What is wrong with an entry of the list; none where it is as it should be."""
    if not any(path == entry or (entry.endswith("/") and path.startswith(entry)) for path in untested):
        return "nothing untested there any more: strike it out"
    if not reason:
        return "the reason is missing"
    named = [word.rstrip(",;:.") for word in reason.split() if word.startswith("tests/")]
    missing = [path for path in named if not (files.root / path).exists()]
    if missing:
        return f"{missing[0]} does not exist"
    if entry.endswith("/") and not named:
        return "a whole folder is excused only by naming the test that drives it"
    return None


def check(files):
    tests = [path for path in files.code() if path.startswith("tests/")]
    sources = [path for path in files.code() if path.startswith(FOLDERS) and path.endswith(".cc")]
    untested = [path for path in sources if not has_test(path, tests)]
    listed = reasons(files)
    for path in untested:
        if not is_excused(path, listed):
            yield tree.Finding(path, 1, f"no tests/{path[:-3]}_test.cc: write it, or give the reason in {LIST}")
    for entry, (number, reason) in listed.items():
        wrong = check_entry(entry, reason, untested, files)
        if wrong:
            yield tree.Finding(LIST, number, f"{entry}: {wrong}")


if __name__ == "__main__":
    tree.run(check)
