#!/usr/bin/env python3
"""Two accounting programs of others read the journal of a sample year, and agree with the ledger on every balance.

Usage: journal_test.py ASAR SAMPLE [unittest options]. Exit code 77: neither hledger nor ledger is there.
"""
import csv
import io
import json
import re
import shutil
import subprocess
import sys
import tempfile
import unittest
import zipfile
from decimal import Decimal
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))
from asar_program import Asar, Refused  # noqa: E402

PROGRAM = SAMPLE = None
# The fewest people and grants that still show every kind of event.
SCALE = "0.02"
# The figures of a grant, by the account that gives them, and its sign.
ACCOUNTS = {"awarded": ("equity:awarded:", 1), "disbursed": ("income:disbursed:", -1),
            "onHand": ("assets:grants:", 1), "returned": ("expenses:returned:", 1), "spent": ("expenses:spent:", 1)}
SERVED = "hours:served:"


def run(*words):
    return subprocess.run([str(word) for word in words], capture_output=True, text=True, check=False, timeout=300)


def hledger(journal, *strict):
    """Balances by account and commodity, as hledger adds them up."""
    done = run("hledger", "-f", journal, *(strict or ["-I"]), "balance", "--flat", "-N", "-O", "csv")
    assert done.returncode == 0, done.stderr
    rows = csv.reader(io.StringIO(done.stdout))
    next(rows)
    return {(account, commodity): Decimal(number) for account, balance in rows
            for number, commodity in [balance.split(" ")]}


def ledger_cli(journal, *strict):
    """The same of ledger, which had no part in it."""
    line = "%(account)\t%(quantity(display_total))\t%(commodity(display_total))\n"
    done = run("ledger", "-f", journal, *(strict or ["--permissive"]), "balance", "--flat", "--no-total",
               "--balance-format", line)
    assert done.returncode == 0, done.stderr
    return {(account, commodity.strip('"')): Decimal(number)
            for account, number, commodity in (row.split("\t") for row in done.stdout.splitlines())}


READERS = {name: balances for name, balances in (("hledger", hledger), ("ledger", ledger_cli)) if shutil.which(name)}
STRICT = {"hledger": ["--strict"], "ledger": ["--pedantic"]}


def minor(amount):
    """Tiyn; a part of one would show as a fraction."""
    value = amount * 100
    assert value == value.to_integral_value(), amount
    return int(value)


class Books(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.temporary = tempfile.TemporaryDirectory(prefix="asar-journal-")
        cls.folder = Path(cls.temporary.name)
        cls.asar = Asar(PROGRAM, cls.folder / "ledger")
        played = run(SAMPLE, "--data", cls.asar.folder, "--scale", SCALE)
        assert played.returncode == 0, played.stderr
        cls.asar.run("checkpoint", "create")
        cls.asar.run("audit", "bundle", cls.folder / "year.zip")
        with zipfile.ZipFile(cls.folder / "year.zip") as bundle:
            cls.figures = json.loads(bundle.read("figures.json"))
        cls.journal = cls.folder / "year.journal"
        cls.told = cls.asar.run("export", "journal", cls.journal)

    @classmethod
    def tearDownClass(cls):
        cls.temporary.cleanup()

    def differences(self, balances):
        """Every balance that is not the ledger's, in tiyn and minutes."""
        expected = {}
        for grant, sums in self.figures["grants"].items():
            for figure, (account, sign) in ACCOUNTS.items():
                expected[account + grant, sums["currency"]] = sign * sums[figure]
        for volunteer, minutes in self.figures["minutes"].items():
            expected[SERVED + volunteer, "min"] = minutes
        beginnings = (*(account for account, _ in ACCOUNTS.values()), SERVED)
        counted = {key: int(number) if key[1] == "min" else minor(number) for key, number in balances.items()
                   if key[0].startswith(beginnings)}
        return {key: (counted.get(key, 0), expected.get(key, 0)) for key in counted.keys() | expected.keys()
                if counted.get(key, 0) != expected.get(key, 0)}

    def changed(self, name, pattern, change):
        """A copy of the journal in which the first line like this one says something else."""
        text, count = re.subn(pattern, change, self.journal.read_text(encoding="utf-8"), count=1, flags=re.MULTILINE)
        self.assertEqual(count, 1, pattern)
        file = self.folder / name
        file.write_text(text, encoding="utf-8")
        return file

    def test_every_balance_is_ours(self):
        self.assertGreater(len(self.figures["grants"]), 5)
        self.assertGreater(len(self.figures["minutes"]), 20)
        for name, balances in READERS.items():
            with self.subTest(name):
                # Strict: each account and commodity is declared, and each claimed balance holds.
                self.assertEqual(self.differences(balances(self.journal, *STRICT[name])), {})

    def test_the_reports_say_the_same(self):
        for name, balances in READERS.items():
            read = balances(self.journal)
            for grant, sums in list(self.figures["grants"].items()):
                report = self.asar.run("report", "grant", grant)["grant"]
                on_hand = read.get(("assets:grants:" + grant, sums["currency"]), Decimal(0))
                interest = read.get(("income:interest:" + grant, sums["currency"]), Decimal(0))
                refunds = read.get(("income:vendor-refunds:" + grant, sums["currency"]), Decimal(0))
                self.assertEqual((minor(on_hand), -minor(interest), -minor(refunds)),
                                 (report["onHand"], report["interest"], report["vendorRefunds"]), (name, grant))
        for volunteer, minutes in list(self.figures["minutes"].items())[:5]:
            report = self.asar.run("report", "service", volunteer)["volunteer"]
            self.assertEqual(report["attestedMinutes"], minutes)

    def test_a_wrong_line_is_found(self):
        # The other side is changed too, so that the transaction balances still.
        planted = {
            "tiyn": (r"^(    assets:grants:\S+ +)-(\d+\.\d\d) KZT\n(    expenses:spent:\S+ +)\2 KZT$",
                     lambda m: "{0}-{1} KZT\n{2}{1} KZT".format(m[1], Decimal(m[2]) + Decimal("0.01"), m[3])),
            "minute": (r"^(    hours:served:\S+ +)(\d+) min\n(    hours:given:\S+ +)-\2 min$",
                       lambda m: f"{m[1]}{int(m[2]) + 1} min\n{m[3]}-{int(m[2]) + 1} min"),
        }
        for what, (pattern, change) in planted.items():
            file = self.changed(f"{what}.journal", pattern, change)
            for name, balances in READERS.items():
                with self.subTest(what=what, reader=name):
                    told = self.differences(balances(file))
                    off = {abs(counted - ours) for counted, ours in told.values()}
                    self.assertEqual(off, {1}, told)
                    refused = run(name, "-f", file, "balance")
                    self.assertNotEqual(refused.returncode, 0, "the claimed balance does not hold")
                    self.assertIn("ssert", refused.stderr)

    def test_a_fact_left_out_is_found(self):
        file = self.changed("short.journal", r"^\S+ \(\d+\) TrancheDisbursed\n.*\n.*\n", "")
        for name, balances in READERS.items():
            self.assertNotEqual(self.differences(balances(file)), {}, name)
            self.assertNotEqual(run(name, "-f", file, "balance").returncode, 0)

    def test_it_tells_of_nobody(self):
        text = self.journal.read_text(encoding="utf-8")
        # Ids, numbers of grants, days, amounts, and the names of what happened.
        for line in text.splitlines():
            if line.startswith(";") or not line or line.startswith(("commodity ", "account ", "    format ")):
                continue
            self.assertRegex(line, r"^\d{4}-\d\d-\d\d (\(\d+\) [A-Za-z]+|balances at size \d+)$|"
                                   r"^    [a-z-]+:[a-z-]+(:[0-9a-z]{26})? +-?\d+(\.\d\d)? (min|[A-Z]{3})"
                                   r"( = -?\d+(\.\d\d)? (min|[A-Z]{3}))?$")
        comments = [line for line in text.splitlines() if line.startswith(";")]
        self.assertIn("DEMONSTRATION", "".join(comments))
        self.assertNotIn("individual", text)
        self.assertEqual(text.count("\n20"), self.told["transactions"])

    def test_it_needs_a_checkpoint_and_a_place(self):
        with self.assertRaises(Refused) as refused:
            self.asar.run("export", "journal", self.folder / "none" / "x.journal")
        self.assertEqual(refused.exception.error["code"], "E_FILE_UNWRITTEN")
        self.assertFalse((self.folder / "none").exists())
        fresh = Asar(PROGRAM, self.folder / "fresh")
        with self.assertRaises(Refused) as refused:
            fresh.run("export", "journal", self.folder / "x.journal")
        self.assertEqual(refused.exception.error["code"], "E_NOT_INITIALISED")
        self.assertEqual(sorted(file.name for file in self.folder.glob("*.begun*")), [])


if __name__ == "__main__":
    PROGRAM, SAMPLE = (sys.argv.pop(1) for _ in range(2))
    if not READERS:
        print("SKIPPED: neither hledger nor ledger is there")
        sys.exit(77)
    unittest.main()
