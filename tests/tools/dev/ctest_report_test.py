#!/usr/bin/env python3
"""The report ends with CTest's summary, and names each skipped test with its reason before it."""
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path

REPORT = Path(__file__).resolve().parents[3] / "tools/dev/ctest_report.py"

JUNIT = """<testsuite>
<testcase name="Good" status="run"/>
<testcase name="Absent" status="notrun"><skipped message="SKIP_REGULAR_EXPRESSION_MATCHED"/>
<system-out>a_test.cc:7: Skipped
no such folder
</system-out></testcase>
<testcase name="Script" status="notrun"><skipped message="SKIP_RETURN_CODE=77"/>
<system-out>SKIPPED: needs root
</system-out></testcase>
</testsuite>"""

OUTPUT = """1/3 Test #1: Good ... Passed
100% tests passed, 0 tests failed out of 1

Total Test time (real) =   0.02 sec

The following tests did not run:
\t  2 - Absent (Skipped)
"""

FAKE = """
import sys
from pathlib import Path
Path(sys.argv[sys.argv.index('--output-junit') + 1]).write_text({junit!r})
print({output!r}, end='')
sys.exit({code})
"""


def report(*options, output=OUTPUT, code=0):
    with tempfile.TemporaryDirectory() as folder:
        fake = Path(folder) / "fake_ctest.py"
        fake.write_text(FAKE.format(junit=JUNIT, output=output, code=code))
        return subprocess.run(
            [sys.executable, str(REPORT), *options, "--junit", f"{folder}/junit.xml", "--", sys.executable, str(fake)],
            capture_output=True, text=True, check=False)


class CtestReport(unittest.TestCase):
    def test_ends_with_the_summary_of_ctest(self):
        run = report()
        self.assertEqual(run.returncode, 0)
        self.assertTrue(run.stdout.endswith("Total Test time (real) =   0.02 sec\n"), run.stdout)

    def test_names_each_skipped_test_with_its_reason(self):
        run = report()
        self.assertIn("SKIPPED Absent\n        because: no such folder", run.stdout)
        self.assertIn("SKIPPED Script\n        because: needs root", run.stdout)
        self.assertIn("2 tests SKIPPED", run.stdout)

    def test_a_skipped_test_fails_where_asked(self):
        self.assertEqual(report("--fail-skipped").returncode, 1)

    def test_a_failure_stays_a_failure_and_is_listed(self):
        failed = "50% tests passed, 1 tests failed out of 2\n\nTotal Test time (real) = 1 sec\n\n" \
                 "The following tests FAILED:\n\t  2 - Bad (Failed)\n"
        run = report(output=failed, code=8)
        self.assertEqual(run.returncode, 8)
        self.assertIn("2 - Bad (Failed)", run.stdout)
        self.assertTrue(run.stdout.endswith("Total Test time (real) = 1 sec\n"))

    def test_no_summary_at_all_is_a_failure(self):
        self.assertEqual(report(output="No tests were found!!!\n").returncode, 1)


if __name__ == "__main__":
    unittest.main()
