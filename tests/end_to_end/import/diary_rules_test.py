#!/usr/bin/env python3
"""The audit rules over published diary days of a time-use survey and over a made-up year: what they find in hours.

Usage: diary_rules_test.py ASAR ASAR_AUDIT SAMPLE [unittest options]. Exit code 77: the sources are absent.
"""
import collections
import csv
import json
import os
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path

HERE = Path(__file__).parent
sys.path.insert(0, str(HERE.parent))
from asar_program import Asar  # noqa: E402

PROGRAM = AUDITOR = SAMPLE = None
SHARED = Path(os.environ.get("ASAR_SHARED") or HERE.parents[3] / "shared")
SOURCE = SHARED / "data" / "atus-volunteering" / "atus-volunteer-2003-2009.csv"
# A year of a tenth of the people of the demonstration.
SCALE = "0.1"


def rules(bundle):
    done = subprocess.run([AUDITOR, "rules", str(bundle), "--json"], capture_output=True, text=True, check=False)
    assert done.returncode in (0, 3), (done.returncode, done.stdout[:500], done.stderr)
    return json.loads(done.stdout)


def raised(report):
    return {rule["rule"]: rule["findings"] for rule in report["rules"] if rule["findings"] and rule["rule"][0] == "H"}


def checked(report, how):
    return [rule["rule"] for rule in report["rules"] if rule["checked"] == how and rule["rule"][0] == "H"]


def diaries():
    """Minutes that each respondent told of her one day."""
    days = collections.Counter()
    with SOURCE.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            days[row["person_seq"], row["diary_year"], row["diary_month"], row["diary_day"]] += int(row["minutes"])
    return days


class DiaryRules(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.temporary = tempfile.TemporaryDirectory(prefix="asar-diaries-")
        cls.folder = Path(cls.temporary.name)
        asar = Asar(PROGRAM, cls.folder / "ledger")
        first, second = asar.found()
        title = {language: "Sample" for language in ("kk", "ru", "en")}
        office, programme = asar.new_id(), asar.new_id()
        asar.decide_by_two(first, second, "officeEstablish", office=office, kind="national", names=title)
        asar.decide_by_two(first, second, "programmeDefine", programme=programme, office=office, direction="umit",
                           names=title)
        importer = asar.register(first, office, "importer")
        asar.decide_by_two(first, second, "roleGrant", person=importer.id, role="importer")
        asar.run("import", SOURCE, "--mapping", HERE / "time_use_diaries.toml", "--key", importer.key_file, "--set",
                 f"office={office}", "--set", f"programme={programme}", "--rejects", cls.folder / "rejects.csv")
        cls.bundle = cls.folder / "bundle"
        asar.run("audit", "bundle", cls.bundle, "--directory")
        cls.report = rules(cls.bundle)

    @classmethod
    def tearDownClass(cls):
        cls.temporary.cleanup()

    def test_the_log_holds_and_every_diary_was_looked_at(self):
        self.assertEqual((self.report["verdict"], self.report["complete"]), ("OK", True))
        compared = {rule["rule"]: rule["compared"] for rule in self.report["rules"]}
        self.assertEqual(compared["H01"], len(diaries()))

    def test_only_long_days_are_raised_and_they_are_those_of_the_source(self):
        long_days = sorted(minutes for minutes in diaries().values() if minutes > 720)
        self.assertEqual(raised(self.report), {"H02": len(long_days)})
        told = [finding["minutes"] for finding in self.report["findings"] if finding["rule"] == "H02"]
        self.assertEqual(sorted(map(int, told)), long_days)

    def test_what_the_source_cannot_say_is_said(self):
        self.assertEqual(checked(self.report, "not"), ["H16", "H18", "H22", "H24"])


class YearRules(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.temporary = tempfile.TemporaryDirectory(prefix="asar-year-")
        cls.folder = Path(cls.temporary.name)
        asar = Asar(PROGRAM, cls.folder / "ledger")
        subprocess.run([SAMPLE, "--data", asar.folder, "--scale", SCALE], check=True, capture_output=True)
        asar.run("checkpoint", "create")
        bundle = cls.folder / "year.zip"
        asar.run("audit", "bundle", bundle)
        cls.report = rules(bundle)

    @classmethod
    def tearDownClass(cls):
        cls.temporary.cleanup()

    def test_what_the_year_planted_is_raised_and_nothing_else(self):
        """A day of 13 hours, more than its shift gave, and a volunteer whose insurance had ended."""
        self.assertEqual(self.report["verdict"], "OK")
        self.assertEqual(raised(self.report), {"H02": 1, "H11": 1, "H23": 1})


if __name__ == "__main__":
    PROGRAM, AUDITOR, SAMPLE = (sys.argv.pop(1) for _ in range(3))
    if not SOURCE.is_file():
        print(f"SKIPPED: {SOURCE} is absent; put the folder of published sources there or name it in ASAR_SHARED")
        sys.exit(77)
    unittest.main()
