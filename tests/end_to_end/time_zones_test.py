#!/usr/bin/env python3
"""The time zone of a machine changes nothing: reports, tables, bundles and audits are the same to the byte, wherever
the programs run and whatever their zone database knows.

Usage: time_zones_test.py ASAR ASAR-AUDIT [unittest options]
"""
import os
import re
import subprocess
import sys
import unittest
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))
import asar_flow_test  # noqa: E402

AUDIT = None
LANGUAGES = ("en", "kk", "ru")
# Of the zone database, and two that need none and lie more than a day apart; then one where no database is found.
ZONES = ({"TZ": "UTC"}, {"TZ": "Asia/Almaty"}, {"TZ": "America/New_York"}, {"TZ": "EAST-14"}, {"TZ": "WEST+12"},
         {"TZ": "Asia/Almaty", "TZDIR": "/nonexistent"})


class TimeZones(unittest.TestCase):
    """Ledger and people of the small office; this reads them, and makes the tables anew in each zone."""

    @classmethod
    def setUpClass(cls):
        cls.office = asar_flow_test.Office
        cls.office.setUpClass()
        cls.asar, cls.folder = cls.office.asar, cls.office.folder

    @classmethod
    def tearDownClass(cls):
        cls.office.tearDownClass()

    def said(self, zone, *words):
        done = self.asar.raw(*words, environment=zone)
        self.assertEqual(done.returncode, 0, (zone, words, done.stderr))
        return done.stdout

    def reports(self, zone):
        self.said(zone, "projection", "rebuild")
        volunteer = self.office.volunteer.id
        told = [("report", "grant", "SG-2026-0001"), ("report", "service", volunteer), ("report", "national"),
                ("report", "national", "--exact"), ("report", "national", "--exact", "--in", "2026-03-01..2026-03-10"),
                ("report", "service", volunteer, "--in", "2026-03-10..2026-03-10"),
                ("report", "grant", "SG-2026-0001", "--as-of", "2026-03-12"),
                ("report", "register", "activity", "--facts"), ("event", "list", "--limit", "999"),
                ("event", "list", "--in", "2026-03-12..2026-03-12"), ("event", "explain", "3")]
        texts = {(words, language): self.said(zone, *words, "--lang", language)
                 for words in told for language in LANGUAGES}
        return {**texts, **{(words, "json"): self.said(zone, "--json", *words) for words in told}}

    def audited(self, zone, number):
        bundle = self.folder / f"zone-{number}.zip"
        self.said(zone, "audit", "bundle", bundle)
        pins = ["--vkey", self.asar.run("status")["vkey"]]
        texts = []
        for options in ([], ["--json"]):
            # By the same name, since a report may tell which file it judged.
            named = self.folder / "bundle.zip"
            named.write_bytes(bundle.read_bytes())
            done = subprocess.run([AUDIT, "verify", named, *pins, *options], capture_output=True, text=True,
                                  env={**self.asar.environment, **zone}, check=False)
            self.assertEqual(done.returncode, 0, done.stdout + done.stderr)
            texts.append(re.sub(r'"timingsUs":\{[^}]*\}', "", done.stdout))
        return bundle.read_bytes(), texts

    def test_canary_the_zones_are_different_days(self):
        days = {subprocess.run(["date", "-d", "@1772427600", "+%F"], capture_output=True, text=True, check=True,
                               env={**os.environ, **zone}).stdout for zone in ZONES}
        self.assertGreater(len(days), 1, "2026-03-02T05:00:00Z is 1 March in one of them")

    def test_reports_are_the_same_in_every_zone(self):
        first = self.reports(ZONES[0])
        for zone in ZONES[1:]:
            for asked, text in self.reports(zone).items():
                self.assertEqual(text, first[asked], (zone, asked))

    def test_bundles_and_audits_are_the_same_in_every_zone(self):
        first = self.audited(ZONES[0], 0)
        for number, zone in enumerate(ZONES[1:], 1):
            self.assertEqual(self.audited(zone, number), first, zone)


if __name__ == "__main__":
    asar_flow_test.PROGRAM, AUDIT = sys.argv.pop(1), sys.argv.pop(1)
    unittest.main()
