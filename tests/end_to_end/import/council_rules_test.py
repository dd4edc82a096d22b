#!/usr/bin/env python3
"""The audit rules over the published payments of a council: what they find, and how much of it a reader calls false.

Usage: council_rules_test.py ASAR ASAR_AUDIT [unittest options]. Exit code 77: the sources are absent.
"""
import collections
import csv
import datetime
import json
import os
import sqlite3
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path

HERE = Path(__file__).parent
sys.path.insert(0, str(HERE.parent))
from asar_program import Asar  # noqa: E402

PROGRAM = AUDITOR = None
SHARED = Path(os.environ.get("ASAR_SHARED") or HERE.parents[3] / "shared")
QUARTERS = ("jan-mar", "apr-jun")
# Ours, since the source names none: five thousand pounds for purchases, and the five hundred it is published from.
THRESHOLDS = [{"rule": "E09", "severity": "high", "parameter": 500_000},
              {"rule": "E15.from", "severity": "low", "parameter": 50_000}]
FALSE = "false"
OPEN = "to be asked"

Row = collections.namedtuple("Row", "quarter area code day number minor vendor")


def source(quarter):
    return SHARED / "data" / "council-payments" / f"expenditure-over-500-{quarter}-2017.csv"


def payments():
    """The rows that became expenditures, in their order."""
    for quarter in QUARTERS:
        with source(quarter).open(encoding="utf-8", errors="replace", newline="") as file:
            for row in csv.DictReader(file):
                minor = round(float(row["Amount"].replace(",", "") or 0) * 100)
                if minor > 0:
                    day = datetime.datetime.strptime(row["Paid Date"], "%d/%m/%Y").date()
                    yield Row(quarter, row["Service Area"], row["Expenditure Code"], day, row["Trans No"], minor,
                              row["Supplier ID"])


def transactions(rows):
    return {row.number.split("-")[0].strip() for row in rows}


class Reader:
    """What somebody says of an alarm who has the source beside it, and nothing else."""

    def __init__(self, rows):
        self.days = collections.defaultdict(set)
        self.weeks = collections.defaultdict(set)
        for row in rows:
            self.days[row.vendor, row.minor].add(row.day)
            self.weeks[row.quarter, row.vendor].add(row.day.isocalendar()[:2])

    def near_duplicate(self, rows):
        if len(transactions(rows)) == 1:
            return FALSE  # lines of one invoice
        if len({(row.area, row.code) for row in rows}) == len(rows):
            return FALSE  # each for another purpose
        if len(self.days[rows[0].vendor, rows[0].minor]) >= 3:
            return FALSE  # a price that comes again and again
        return OPEN

    def split(self, rows):
        if len(transactions(rows)) == 1:
            return FALSE  # one invoice, in lines
        purposes = collections.defaultdict(list)
        for row in rows:
            purposes[row.code].append(row.minor)
        if not any(len(sums) >= 2 and sum(sums) >= 500_000 for sums in purposes.values()):
            return FALSE  # no purpose alone reaches the threshold
        if len(self.weeks[rows[0].quarter, rows[0].vendor]) >= 5:
            return FALSE  # a standing supplier: gas, materials, staff
        return OPEN


class CouncilRules(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.temporary = tempfile.TemporaryDirectory(prefix="asar-council-")
        cls.folder = Path(cls.temporary.name)
        cls.asar = asar = Asar(PROGRAM, cls.folder / "ledger")
        first, second = asar.found()
        title = {language: "Sample" for language in ("kk", "ru", "en")}
        office, programme = asar.new_id(), asar.new_id()
        asar.decide_by_two(first, second, "officeEstablish", office=office, kind="national", names=title)
        asar.decide_by_two(first, second, "programmeDefine", programme=programme, office=office, direction="umit",
                           names=title)
        asar.decide_by_two(first, second, "policyPublish", policy=asar.new_id(), kind="auditThresholds",
                           version="sample-1", status="unverified", source="Made for this test",
                           validFrom="2010-01-01", auditThresholds={"thresholds": THRESHOLDS})
        importer = asar.register(first, office, "importer")
        asar.decide_by_two(first, second, "roleGrant", person=importer.id, role="importer")
        for quarter in QUARTERS:
            asar.run("import", source(quarter), "--mapping", HERE / "council_payments.toml", "--key",
                     importer.key_file, "--set", f"office={office}", "--set", f"programme={programme}", "--rejects",
                     cls.folder / f"{quarter}.rejects.csv")
        cls.bundle = cls.folder / "bundle"
        asar.run("audit", "bundle", cls.bundle, "--directory")
        cls.report = cls.rules()
        cls.rows = cls.rows_by_entry()
        cls.reader = Reader(cls.rows.values())

    @classmethod
    def rows_by_entry(cls):
        """The row of the source that each expenditure came from, by the index of its entry."""
        cls.asar.run("report", "national")
        database = sqlite3.connect(cls.asar.folder / "read" / "read.db")
        recorded = database.execute("select since, amount from grant_expenditures order by since").fetchall()
        database.close()
        rows = list(payments())
        assert [row.minor for row in rows] == [minor for _, minor in recorded]
        return {index: row for (index, _), row in zip(recorded, rows)}

    @classmethod
    def tearDownClass(cls):
        cls.temporary.cleanup()

    @classmethod
    def rules(cls):
        done = subprocess.run([AUDITOR, "rules", str(cls.bundle), "--json"], capture_output=True, text=True,
                              check=False)
        assert done.returncode == 3, (done.returncode, done.stdout[:500], done.stderr)
        return json.loads(done.stdout)

    def findings(self, rule):
        return [finding for finding in self.report["findings"] if finding["rule"] == rule]

    def judged(self, rule, judge):
        return collections.Counter(judge([self.rows[index] for index in finding["evidence"]])
                                   for finding in self.findings(rule))

    def test_the_log_holds_and_every_payment_was_looked_at(self):
        self.assertEqual((self.report["verdict"], self.report["complete"]), ("OK", True))
        compared = {rule["rule"]: rule["compared"] for rule in self.report["rules"]}
        self.assertEqual(compared["E05"], len(self.rows))
        self.assertEqual(len(self.rows), 7956)

    def test_these_rules_raise_something_and_no_others(self):
        raised = {rule["rule"]: rule["findings"] for rule in self.report["rules"] if rule["findings"]}
        self.assertEqual(raised, {"E07": 334, "E09": 384, "E10": 1, "E15": 2, "E16": 1, "E19": 2})

    def test_of_near_duplicates_more_than_half_are_false(self):
        self.assertEqual(self.judged("E07", self.reader.near_duplicate), {FALSE: 177, OPEN: 157})

    def test_of_split_purchases_three_quarters_are_false(self):
        self.assertEqual(self.judged("E09", self.reader.split), {FALSE: 288, OPEN: 96})

    # Both grants and their one payment are constants of the mapping: what is left of them is nobody's money.
    def test_what_the_mapping_made_up_is_raised_as_unspent(self):
        self.assertEqual({finding["amount"]["currency"] for finding in self.findings("E19")}, {"GBP"})

    def test_one_payment_was_made_on_a_sunday(self):
        (finding,) = self.findings("E16")
        self.assertEqual([self.rows[index].day.isoweekday() for index in finding["evidence"]], [7])

    def test_what_the_source_cannot_say_is_said(self):
        checked = {rule["rule"]: rule["checked"] for rule in self.report["rules"]}
        self.assertEqual([rule for rule, how in checked.items() if how == "not" and rule[0] == "E"], ["E31", "E32"])
        self.assertEqual([rule for rule, how in checked.items() if how == "part" and rule[0] == "E"],
                         ["E04", "E11", "E12", "E13", "E16", "E24", "E25", "E27", "E28", "E29", "E30", "E36"])

    def test_text_stays_within_its_columns(self):
        for language in ("kk", "ru", "en"):
            done = subprocess.run([AUDITOR, "rules", str(self.bundle), "--lang", language], capture_output=True,
                                  text=True, check=False)
            self.assertEqual(done.returncode, 3, done.stderr)
            self.assertLessEqual(max(map(len, done.stdout.splitlines())), 120)
            self.assertLess(len(done.stdout.splitlines()), 200)


if __name__ == "__main__":
    PROGRAM, AUDITOR = sys.argv.pop(1), sys.argv.pop(1)
    if not (SHARED / "data").is_dir():
        print(f"SKIPPED: {SHARED}/data is absent; put the folder of published sources there or name it in ASAR_SHARED")
        sys.exit(77)
    unittest.main()
