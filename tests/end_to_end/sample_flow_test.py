#!/usr/bin/env python3
"""A small sample year goes the whole way: played, sealed, bundled, and found in order by the auditor.

Usage: sample_flow_test.py ASAR SAMPLE AUDIT [unittest options]
"""
import json
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))
from asar_program import Asar  # noqa: E402

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


if __name__ == "__main__":
    PROGRAM, SAMPLE, AUDITOR = (sys.argv.pop(1) for _ in range(3))
    unittest.main()
