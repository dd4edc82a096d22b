#!/usr/bin/env python3
"""tools/quickstart plays the whole sample year, and the ledger it leaves holds what the year promises.

Usage: quickstart_test.py ASAR SAMPLE AUDIT [unittest options]
It runs in a tree of its own with the programs of this build: neither the packages nor build/demo are touched.
"""
import collections
import os
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))
from asar_program import Asar  # noqa: E402

ROOT = Path(__file__).resolve().parents[2]
PROGRAMS = {}
SMALL_GRANT = 300_000_00  # tiyn


def plant(path, text):
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text)
    path.chmod(0o755)


class Quickstart(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.temporary = tempfile.TemporaryDirectory(prefix="asar-quickstart-")
        cls.tree = Path(cls.temporary.name)
        plant(cls.tree / "tools/quickstart", (ROOT / "tools/quickstart").read_text())
        plant(cls.tree / "tools/dev/setup", '#!/bin/sh\necho "$*" >>setup-was-asked\n')
        plant(cls.tree / "bin/cmake", "#!/bin/sh\n")
        for place, program in PROGRAMS.items():
            link = cls.tree / "build/release" / place
            link.parent.mkdir(parents=True, exist_ok=True)
            link.symlink_to(program)
        cls.first = cls.quickstart()
        assert cls.first.returncode == 0, cls.first.stdout + cls.first.stderr
        cls.asar = Asar(PROGRAMS["tools/asar/asar"], cls.tree / "build/demo/ledger")
        cls.events = collections.defaultdict(list)
        for entry in cls.asar.run("event", "list", "--limit", 10_000_000)["entries"]:
            cls.events[entry.get("event")].append(entry)

    @classmethod
    def tearDownClass(cls):
        cls.temporary.cleanup()

    @classmethod
    def quickstart(cls):
        environment = {key: value for key, value in os.environ.items() if not key.startswith("ASAR_")}
        environment["PATH"] = f"{cls.tree / 'bin'}:{environment['PATH']}"
        return subprocess.run([cls.tree / "tools/quickstart", "--once"], capture_output=True, text=True, check=False,
                              stdin=subprocess.DEVNULL, env=environment)

    def bodies(self, event):
        return [entry["body"] for entry in self.events[event]]

    def named(self, start):
        """Registered organisations whose English name begins so."""
        return [body for body in self.bodies("OrganisationRegistered") if body["names"]["en"].startswith(start)]

    def test_it_seals_audits_and_reports(self):
        for step in ("asar checkpoint create", "asar audit bundle", "asar-audit verify", "asar report grant",
                     "asar report service", "asar report national"):
            self.assertIn(f"\n$ {step}", self.first.stdout)
        self.assertIn("verdict OK", self.first.stdout)
        self.assertIn("DEMONSTRATION", self.first.stdout)

    def test_nobody_is_asked_anything(self):
        self.assertEqual(set((self.tree / "setup-was-asked").read_text().splitlines()), {"--once"})

    def test_run_again_it_reuses_the_year(self):
        size = self.asar.run("status")["size"]
        again = self.quickstart()
        self.assertEqual(again.returncode, 0, again.stdout + again.stderr)
        self.assertIn("reused", again.stdout)
        self.assertIn("verdict OK", again.stdout)
        self.assertEqual(self.asar.run("status")["size"], size)

    def test_twenty_regional_offices_and_the_national_one(self):
        offices = self.asar.run("report", "national")["offices"]
        self.assertEqual(collections.Counter(office["kind"] for office in offices), {"regional": 20, "national": 1})

    def test_412_small_grants_of_eight_makers_and_larger_ones(self):
        awards = self.bodies("GrantAwarded")
        small = [body for body in awards if body["amount"] == {"minor": SMALL_GRANT, "currency": "KZT"}]
        self.assertEqual(len(small), 412)
        makers = {body["organisation"] for body in self.named("Sample grant maker")}
        self.assertEqual(len(makers), 8)
        self.assertEqual({body["funder"] for body in small}, makers)
        self.assertGreaterEqual(len([body for body in awards if body["amount"]["minor"] > SMALL_GRANT]), 3)

    def test_forty_organisations_and_three_thousand_volunteers(self):
        self.assertEqual(len(self.named("Sample organisation")), 40)
        # And two students, one of them a minor, whose credit is reckoned.
        self.assertIn(len({body["volunteer"] for body in self.bodies("HoursClaimed")}), range(3000, 3010))

    def test_about_sixty_thousand_events_of_one_year(self):
        happened = sum(len(entries) for event, entries in self.events.items() if event is not None)
        self.assertGreater(happened, 60_000)
        days = sorted(entry["recordedAt"] for entries in self.events.values() for entry in entries)
        self.assertEqual((days[0][:7], days[-1][:7]), ("2025-11", "2026-10"))

    def test_a_day_of_thirteen_hours_is_flagged(self):
        long = [entry for entry in self.events["HoursClaimed"] if entry["body"]["minutes"] == 13 * 60]
        self.assertEqual(len(long), 1)
        self.assertIn("overDayLimit", long[0]["decision"]["flags"])


if __name__ == "__main__":
    asar, sample, audit = (os.path.abspath(sys.argv.pop(1)) for _ in range(3))
    PROGRAMS.update({"tools/asar/asar": asar, "tests/sample/asar_sample": sample, "audit/asar-audit": audit})
    unittest.main()
