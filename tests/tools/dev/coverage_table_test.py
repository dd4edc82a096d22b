#!/usr/bin/env python3
"""The coverage table adds up what several objects saw of one source, and leaves out what is not ours."""
import sys
import unittest
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[3] / "tools/dev"))

import coverage_table

ROOT = Path("/tree")


def answer(file, *lines):
    return {"current_working_directory": "/tree/build",
            "files": [{"file": file, "lines": [{"line_number": n, "count": c} for n, c in lines]}]}


class CoverageTable(unittest.TestCase):
    def test_a_line_counts_once_whoever_ran_it(self):
        lines = coverage_table.sum_lines(
            [answer("/tree/ledger/a.h", (1, 0), (2, 3)), answer("../ledger/a.h", (1, 1), (3, 0))], ROOT)
        self.assertEqual(lines, {"ledger/a.h": {1: 1, 2: 3, 3: 0}})

    def test_leaves_out_libraries_tests_and_what_is_built(self):
        answers = [answer(file, (1, 1)) for file in ("/usr/include/x.h", "/tree/tests/a.cc", "made/ledger/x.cc")]
        self.assertEqual(coverage_table.sum_lines(answers, ROOT), {})

    def test_prints_the_least_covered_first_and_the_sum_last(self):
        rows = list(coverage_table.table({"ledger/a.cc": {1: 1, 2: 1}, "ledger/b.cc": {1: 0, 2: 1}}))
        self.assertEqual([row.split()[-1] for row in rows], ["ledger/b.cc", "ledger/a.cc", "all"])
        self.assertIn("75.0%", rows[-1])


if __name__ == "__main__":
    unittest.main()
