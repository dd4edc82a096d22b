#!/usr/bin/env python3
"""Every measure runs at a small size, and its table and its JSON hold figures. How fast anything is, no test asks.

Usage: bench_test.py ASAR_BENCH ASAR_AUDIT FOLDER ASAR_WITNESS TLOG_PEER
"""
import json
import shutil
import subprocess
import sys
from pathlib import Path

FALLS = "follow: falls behind by"
NAMES = ("durable append, the ledger", "durable append, the log", "audit of bytes", "audit of the same",
         "audit with every rule, submissions of 256", "audit with every rule, submissions of one",
         "rebuild of all read models", "rebuild of the journal", "memory of a rebuild", "summed tree",
         "heads of all streams", "inclusion proof made", "consistency proof checked", "proof of one grant, the largest",
         "proof of one grant checked", "follow: a published checkpoint", "follow: the same, the longest",
         "follow: appended meanwhile", FALLS, "receipt cosigned by 2 of 3 witnesses, p50",
         "receipt cosigned by 2 of 3 witnesses, p99", "growth: append", "growth: full audit", "growth: rebuild",
         "growth: memory", "growth: bytes on disk")
PEERS = ("inclusion proofs made", "inclusion proofs checked", "consistency proofs made", "consistency proofs checked")
BOOKS = ("hledger", "ledger")
KEYS = {"name", "value", "unit", "n", "min", "median", "max", "baseline", "ratio"}
# At the size of the large log, too.
TWICE = ("audit of bytes", "inclusion proof made", "consistency proof checked", "proof of one grant checked")


def run(program, audit, folder, *more):
    command = [program, "--folder", folder, "--audit", audit, "--events", "5000", "--rounds", "1", *more]
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout


def main(program, audit, folder, witness, peer):
    peers = ["--tlog-peer", peer] if Path(peer).exists() else []  # without Go there is none
    books = [name for name in BOOKS if shutil.which(name)]
    for name in books:
        peers += [f"--{name}", shutil.which(name)]
    table = run(program, audit, folder, "--many-events", "6000", "--witness", witness, *peers)
    for name in books:
        assert f"| {name}: " in table, f"nothing stands beside {name}"
    for name in NAMES + (PEERS if "--tlog-peer" in peers else ()):
        times = table.count(f"| {name}")
        assert times >= (2 if name in TWICE else 1), f"the table has {times} rows '{name}'"
    figures = [json.loads(line) for line in run(program, audit, folder, "--many-events", "0", "--json").splitlines()]
    assert len(figures) >= 10, f"only {len(figures)} figures"
    for figure in figures:
        assert figure.keys() >= KEYS and figure["n"] >= 1, f"a line lacks something: {figure}"
        assert figure["min"] <= figure["value"] <= figure["max"], f"the value is none of those measured: {figure}"
        # Who keeps up falls behind by nothing.
        assert figure["median"] > 0 or figure["name"] == FALLS, f"nothing was measured: {figure}"


if __name__ == "__main__":
    main(*sys.argv[1:])
