#!/usr/bin/env python3
"""A small sample year goes the whole way: played, sealed, bundled, and found in order by the auditor.

Usage: sample_flow_test.py ASAR SAMPLE AUDIT [unittest options]
"""
import csv
import io
import json
import shutil
import subprocess
import sys
import tempfile
import unittest
import zipfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))
from asar_program import Asar  # noqa: E402
from frictionless import check_package  # noqa: E402
from public_archive import reader, rewrite, unproven  # noqa: E402

PROGRAM = SAMPLE = AUDITOR = None
# The fewest people and grants that still show every kind of event.
SCALE = "0.02"


class SampleYear(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.temporary = tempfile.TemporaryDirectory(prefix="asar-sample-")
        cls.folder = Path(cls.temporary.name)
        cls.asar = Asar(PROGRAM, cls.folder / "ledger")
        cls.played = subprocess.run([SAMPLE, "--data", cls.asar.folder, "--scale", SCALE], capture_output=True,
                                    text=True, check=False)
        assert cls.played.returncode == 0, cls.played.stderr
        cls.asar.run("checkpoint", "create")
        cls.bundle = cls.folder / "year.zip"
        cls.asar.run("audit", "bundle", cls.bundle)
        cls.status = cls.asar.run("status")
        cls.public = cls.folder / "public"
        cls.asar.run("release", "archive", cls.public, "--directory")
        cls.read = staticmethod(reader(cls.public))

    @classmethod
    def tearDownClass(cls):
        cls.temporary.cleanup()

    def verify(self, bundle):
        """The auditor's exit code and its JSON; it is given nothing else but the key and the id."""
        done = subprocess.run([AUDITOR, "verify", bundle, "--vkey", self.status["vkey"], "--ledger",
                               self.status["ledger"], "--json"], capture_output=True, text=True, check=False)
        return done.returncode, json.loads(done.stdout)

    def test_the_auditor_finds_it_in_order(self):
        code, report = self.verify(self.bundle)
        self.assertEqual((code, report["verdict"]), (0, "OK"), report)

    def test_the_auditor_finds_one_changed_byte_of_it(self):
        changed = self.folder / "changed.zip"
        content = bytearray(self.bundle.read_bytes())
        content[len(content) // 2] ^= 1
        changed.write_bytes(content)
        code, report = self.verify(changed)
        self.assertNotEqual(code, 0)
        self.assertNotEqual(report["verdict"], "OK")

    def test_all_that_was_played_is_reported_and_said_to_be_made_up(self):
        self.assertIn("DEMONSTRATION", self.played.stdout)
        self.assertIn(f"{self.status['size']} entries", self.played.stdout)
        national = self.asar.run("report", "national", "--exact")
        self.assertTrue(national["demo"])
        self.assertEqual(national["size"], self.status["size"])
        self.assertEqual(len(national["offices"]), 21)
        self.assertGreater(national["total"]["volunteers"], 0)

    def table(self, name):
        return list(csv.DictReader(io.StringIO(self.read(f"money/{name}.csv").decode("utf-8"), newline="")))

    def judged(self, folder):
        done = subprocess.run([AUDITOR, "verify", folder, "--vkey", self.status["vkey"], "--json"],
                              capture_output=True, text=True, check=False)
        return done.returncode, json.loads(done.stdout)

    def altered(self, name, change):
        """The verdict on the public archive with another member, in a manifest that fits."""
        folder = self.folder / "altered"
        shutil.copytree(self.public, folder)
        try:
            rewrite(folder, name, change(self.read(name)))
            return self.judged(folder)
        finally:
            shutil.rmtree(folder)

    def test_every_package_keeps_the_rules_of_frictionless(self):
        package, rows = check_package(self.read)
        self.assertEqual(package["asar"]["size"], self.status["size"])
        self.assertGreater(rows, 100)
        released = sorted(path.name for path in (self.public / "releases").iterdir())
        self.assertIn("2025", released)
        for period in released:
            check_package(reader(self.public / "releases" / period))

    def test_an_outsider_leads_each_public_entry_to_the_root(self):
        wrong, entries = unproven(self.read)
        self.assertEqual(wrong, [])
        self.assertGreaterEqual(entries, len(self.read("entries.jsonl").splitlines()))
        code, report = self.judged(self.public)
        self.assertEqual((code, report["verdict"]), (0, "OK"), report)

    def test_what_grants_come_to_is_what_the_auditor_counted(self):
        with zipfile.ZipFile(self.bundle) as bundle:
            counted = json.loads(bundle.read("figures.json"))["grants"]
        rows = self.table("grant-figures")
        names = ("awarded", "disbursed", "spent", "returned", "onHand")
        told = {row["grant"]: {"currency": row["currency"], **{name: int(row[name]) for name in names}}
                for row in rows if any(int(row[name]) for name in names)}
        self.assertEqual(told, counted)
        self.assertEqual(len(self.table("grants")), len(rows))
        paid = sum(int(row["amount"]) for row in self.table("disbursements"))
        taken_back = sum(int(row["amount"]) for row in self.table("disbursement-reversals"))
        self.assertEqual(paid - taken_back, sum(one["disbursed"] for one in told.values()))

    def test_a_figure_or_a_line_that_the_entries_do_not_give_is_found(self):
        for name, change in (("money/grants.csv", lambda text: text.replace(b"KZT", b"USD", 1)),
                             ("money/grant-figures.csv", lambda text: text.replace(b"0\r\n", b"1\r\n", 1)),
                             ("money/expenditures.csv", lambda text: text[:text.rindex(b"\r\n", 0, -2) + 2]),
                             ("entries.jsonl", lambda text: text.replace(b"KZT", b"USD", 1)),
                             ("entries.jsonl", lambda text: text + text.splitlines(True)[-1]),
                             ("releases/2025/national.csv", lambda text: text.replace(b"0", b"5", 1))):
            code, report = self.altered(name, change)
            self.assertEqual((code, report["verdict"]), (4, "FIGURES_DIFFER"), (name, report))

    def test_an_entry_of_another_log_is_found(self):
        def flipped(content):
            at = len(content) // 2
            return content[:at] + bytes([content[at] ^ 1]) + content[at + 1:]
        code, report = self.altered("shown", lambda text: text.replace(b"\nA", b"\nB", 1))
        self.assertEqual(code, 4, report)
        code, report = self.altered("entries", flipped)
        self.assertEqual(code, 4, report)
        self.assertTrue(report["verdict"].startswith(("ENTRY_TAMPERED", "BUNDLE_DAMAGED")), report["verdict"])


if __name__ == "__main__":
    PROGRAM, SAMPLE, AUDITOR = (sys.argv.pop(1) for _ in range(3))
    unittest.main()
