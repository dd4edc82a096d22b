#!/usr/bin/env python3
"""`asar-audit rules` as a program: its calls, its exit codes, its texts.

Usage: rules_program_test.py ASAR ASAR_AUDIT [unittest options]
"""
import json
import os
import shutil
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1] / "end_to_end"))
from asar_program import Asar  # noqa: E402

PROGRAM = AUDITOR = None


class RulesProgram(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.temporary = tempfile.TemporaryDirectory(prefix="asar-rules-")
        cls.folder = Path(cls.temporary.name)
        asar = Asar(PROGRAM, cls.folder / "ledger")
        first, second = asar.found()
        title = {language: "Sample" for language in ("kk", "ru", "en")}
        asar.decide_by_two(first, second, "officeEstablish", office=asar.new_id(), kind="national", names=title)
        cls.bundle = cls.folder / "bundle"
        asar.run("audit", "bundle", cls.bundle, "--directory")

    @classmethod
    def tearDownClass(cls):
        cls.temporary.cleanup()

    def call(self, *words, environment=None):
        return subprocess.run([AUDITOR, "rules", *map(str, words)], capture_output=True, text=True, check=False,
                              env={**os.environ, **(environment or {})})

    def test_a_log_of_which_nobody_would_ask_ends_with_zero(self):
        done = self.call(self.bundle)
        self.assertEqual((done.returncode, done.stderr), (0, ""), done.stdout)
        self.assertIn("0 findings", done.stdout)
        self.assertIn("NOT CHECKED", done.stdout)

    def test_the_table_names_every_rule_in_every_language(self):
        for language in ("kk", "ru", "en"):
            done = self.call("--list", "--lang", language)
            self.assertEqual(done.returncode, 0)
            named = [line[:3] for line in done.stdout.splitlines() if not line.startswith(" ")]
            self.assertEqual([name for name in named if name[0] == "E"], [f"E{n:02}" for n in range(1, 37)])
            self.assertEqual([name for name in named if name[0] == "H"], [f"H{n:02}" for n in range(1, 26)])
            self.assertEqual([name for name in named if name[0] == "L"], [f"L{n:02}" for n in range(1, 10)])
        listed = json.loads(self.call("--list", "--json").stdout)["rules"]
        self.assertEqual(len(listed), len(named))

    def test_one_rule_alone(self):
        told = json.loads(self.call(self.bundle, "--json", "--rule", "E05", "--rule", "L01").stdout)
        self.assertEqual([rule["rule"] for rule in told["rules"]], ["E05", "L01"])
        self.assertEqual((told["exit"], told["findingsTotal"]), (0, 0))

    def test_rules_are_named_in_either_case(self):
        told = json.loads(self.call(self.bundle, "--json", "--rule", "e05", "--rule", "L01").stdout)
        self.assertEqual([rule["rule"] for rule in told["rules"]], ["E05", "L01"])

    def test_l09_takes_the_policy_that_it_asks_for(self):
        told = json.loads(self.call(self.bundle, "--json", "--rule", "L09").stdout)
        self.assertEqual(told["rules"][0]["checked"], "part")
        policy = self.folder / "policy"
        policy.write_text("quorum none\n", encoding="utf-8")
        told = json.loads(self.call(self.bundle, "--json", "--rule", "L09", "--witness-policy", policy).stdout)
        self.assertEqual(told["rules"][0]["checked"], "whole")

    def test_calls_that_cannot_be_understood(self):
        for words, said in (((), "--list"), ((self.bundle, "--rule", "E99"), "E99"),
                            ((self.bundle, "--lang", "xx"), "--lang"),
                            ((self.bundle, "--evidence", self.folder / "none"), "--evidence")):
            done = self.call(*words)
            self.assertEqual(done.returncode, 2, words)
            self.assertIn(said, done.stderr)

    def test_what_is_not_there_is_not_checked(self):
        done = self.call(self.folder / "none")
        self.assertEqual(done.returncode, 1)
        self.assertIn("no rule was checked", done.stdout)
        self.assertIn("there is no file or folder", done.stdout)

    def test_a_changed_log_is_a_finding_and_wrong_whatever_else_is_raised(self):
        copy = self.folder / "changed"
        shutil.copytree(self.bundle, copy)
        entries = next((copy / "tile" / "entries").rglob("*.p/*"))
        data = bytearray(entries.read_bytes())
        data[300] ^= 1
        entries.write_bytes(data)
        done = self.call(copy, "--json")
        self.assertEqual(done.returncode, 4, done.stdout)
        self.assertTrue({finding["rule"] for finding in json.loads(done.stdout)["findings"]} & {"L01", "L02"})

    def test_locale_and_zone_change_nothing(self):
        told = {self.call(self.bundle, "--lang", "ru", environment=environment).stdout
                for environment in ({}, {"LC_ALL": "C", "TZ": "Pacific/Apia"}, {"LC_ALL": "kk_KZ.UTF-8"})}
        self.assertEqual(len(told), 1)


if __name__ == "__main__":
    PROGRAM, AUDITOR = sys.argv.pop(1), sys.argv.pop(1)
    unittest.main()
