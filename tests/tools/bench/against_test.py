#!/usr/bin/env python3
"""Two trees take turns, and what one gains over the other is the median of the rounds. The programs are made up."""
import json
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path

AGAINST = Path(__file__).resolve().parents[3] / "tools/bench/against.py"
APPEND = "durable append, the ledger with all checks"

# Prints the rate that its folder's name has in this round, and writes down that it was called.
BENCH = """#!{python}
import json, sys
from pathlib import Path
words = dict(zip(sys.argv[1::2], sys.argv[2::2]))
calls = Path({calls!r})
called = calls.read_text().split() if calls.exists() else []
side = Path(words["--folder"]).name
calls.write_text(" ".join(called + [side]))
rate = {rates}[side][called.count(side)]
for name, unit, value in (({append!r}, "events/s", rate), ({append!r}, "events/s", 1), ("only " + side, "events/s", 5),
                          ("audit", "entries per CPU-s", 100), ("proof made", "ms", 3)):
    print(json.dumps(dict(name=name, unit=unit, median=value)))
"""


def against(rates):
    """What against.py prints for the rates that each side has in its rounds, and who was called when."""
    with tempfile.TemporaryDirectory() as folder:
        bench, calls = Path(folder, "bench"), Path(folder, "calls")
        bench.write_text(BENCH.format(python=sys.executable, calls=str(calls), rates=json.dumps(rates), append=APPEND))
        bench.chmod(0o755)
        done = subprocess.run([sys.executable, AGAINST, "--here", bench, "audit", "--there", bench, "audit", "--name",
                               "abc", "--folder", folder, "--rounds", str(len(rates["here"]))],
                              capture_output=True, text=True, check=True)
        return done.stdout, calls.read_text().split()


class Against(unittest.TestCase):
    def test_the_ratio_is_the_median_of_alternating_rounds(self):
        table, calls = against({"here": [90, 50, 120], "there": [100, 100, 100]})
        self.assertEqual(calls, ["here", "there", "there", "here", "here", "there"])
        self.assertIn(f"| {APPEND} | 90 | 100 | 0.900 | 0.90, 0.50, 1.20 | ≥ 0.9 met |", table)
        self.assertIn("| audit | 100 | 100 | 1.000 | 1.00, 1.00, 1.00 |  |", table)

    def test_more_than_a_tenth_less_is_marked(self):
        table, _ = against({"here": [89], "there": [100]})
        self.assertIn("| 0.890 | 0.89 | ≥ 0.9 MISSED |", table)

    def test_what_only_one_measures_and_what_is_no_rate_is_left_out(self):
        table, _ = against({"here": [1], "there": [1]})
        self.assertNotIn("only", table.split("\n\n")[0])
        self.assertNotIn("proof", table)


if __name__ == "__main__":
    unittest.main()
