#!/usr/bin/env python3
"""Every refusal of the ledger is forged in a test of the audit, or stands below with the reason why it cannot be.

Usage: refusal_names_test.py SOURCE_FOLDER
"""
import re
import sys
from pathlib import Path

SOURCES = ("ledger/rules", "ledger/acceptance.cc", "ledger/sequencer.cc", "ledger/ledger.cc", "ledger/seal/envelope.cc")

# What no log can show, so that no audit can find it.
NOT_IN_A_LOG = {
    "INTERNAL": "nothing is written then; tests/ledger/fail_stop_test.cc breaks a promise",
    "LEDGER_STOPPED": "nothing is written any more; tests/ledger/fail_stop_test.cc meets it",
    "PAST_TREE": "a question of a reader",
    "SUBMISSION_UNKNOWN": "a question of a reader",
    "TOO_MANY_COMMANDS": "of a whole submission, which the audit reports as SUBMISSION_SIZE",
    "VAULT_ABSENT": "openings never enter the log",
}


def names_in(files, pattern):
    return {name for file in files for name in re.findall(pattern, file.read_text(encoding="utf-8"))}


def files_of(root, places):
    for place in places:
        path = root / place
        yield from sorted(path.glob("*.cc")) if path.is_dir() else [path]


def main():
    root = Path(sys.argv[1])
    refusals = names_in(files_of(root, SOURCES), r'"([A-Z][A-Z0-9]*_[A-Z0-9_]+|EXPIRED|OVERLAP|MALFORMED|INTERNAL)"')
    forged = names_in((root / "tests/audit").rglob("*_test.cc"), r'"([A-Z][A-Z0-9_]{3,}) ?"')
    failures = [f"{name}: no test of tests/audit forges it; forge it, or say in {Path(__file__).name} why not"
                for name in sorted(refusals - forged - set(NOT_IN_A_LOG))]
    failures += [f"{name}: is excused although a test forges it" for name in sorted(set(NOT_IN_A_LOG) & forged)]
    failures += [f"{name}: is excused although no source refuses so" for name in sorted(set(NOT_IN_A_LOG) - refusals)]
    if len(refusals) < 80:
        failures.append(f"only {len(refusals)} refusals found in {', '.join(SOURCES)}: the search finds too little")
    print("\n".join(failures) or f"{len(refusals)} refusals, {len(refusals & forged)} of them forged")
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main())
