#!/usr/bin/env python3
"""A ledger loses its last entries, which were published. It is never signed again; another one goes on, and two persons
declare in it what is lost. With the real programs.

Usage: recovery_flow_test.py ASAR ASAR-AUDIT [unittest options]
"""
import json
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))
from asar_program import Asar, Person, Refused  # noqa: E402

PROGRAM = AUDIT = None


class Recovery(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.temporary = tempfile.TemporaryDirectory(prefix="asar-recovery-")
        cls.folder = Path(cls.temporary.name)
        (cls.folder / "lost").mkdir()
        cls.lost = Asar(PROGRAM, cls.folder / "lost" / "data")
        cls.people = cls.lost.found()
        cls.common = cls.checkpoint("common")
        cls.backup = cls.folder / "backup"
        cls.lost.run("backup", "create", cls.backup)
        cls.grow(cls.lost, cls.people)
        cls.newest = cls.checkpoint("newest")
        cls.status = cls.lost.run("status")
        cls.report = cls.folder / "report.txt"
        cls.report.write_text("a made-up account of the loss")

    @classmethod
    def tearDownClass(cls):
        cls.temporary.cleanup()

    @classmethod
    def checkpoint(cls, name):
        file = cls.folder / name
        file.write_text(cls.lost.run("checkpoint", "create")["note"], encoding="utf-8")
        return file

    @staticmethod
    def grow(asar, people):
        asar.decide_by_two(*people, "officeEstablish", office=asar.new_id(), kind="regional", region="KZ-75",
                           names={"kk": "Sample", "ru": "Sample", "en": "Sample"})

    def fresh(self, name, origin):
        folder = self.folder / name
        folder.mkdir()
        asar = Asar(PROGRAM, folder / "data")
        keys = asar.run("init", "--demo", "--origin", origin, "--signed-at", asar.now)["keys"]
        return asar, [Person(key["file"], key["person"]) for key in keys]

    def declare(self, asar, person, **other):
        words = {"vkey": self.status["vkey"], "common": self.common, "newest": self.newest, "document": self.report,
                 **other}
        return asar.run("recovery", "declare", self.status["ledger"], "--key", person.key_file, "--signed-at", asar.now,
                        *(word for name, value in words.items() for word in (f"--{name}", value)))

    def test_a_ledger_goes_on_after_what_was_lost(self):
        restored = Asar(PROGRAM, self.folder / "lost" / "restored")
        done = restored.raw("--json", "backup", "restore", self.backup, "--newest", self.newest)
        self.assertEqual(json.loads(done.stdout)["data"]["missing"] > 0, True, done.stdout)
        asar, people = self.fresh("next", "demo.example/next")
        proposal = self.declare(asar, people[0])["receipts"][0]["submission"] + 1
        self.assertEqual(asar.run("event", "show", proposal)["decision"]["effect"], "proposed")
        with self.assertRaises(Refused) as refused:
            asar.endorse(people[0], proposal)
        self.assertEqual(refused.exception.error["code"], "E_SAME_PERSON")
        asar.endorse(people[1], proposal)
        told = asar.run("event", "show", proposal)["body"]
        self.assertEqual(told["ledger"], self.status["ledger"])
        self.assertEqual(told["origin"], self.status["origin"])
        self.assertLess(told["common"]["size"], told["newest"]["size"])
        with self.assertRaises(Refused) as refused:
            self.declare(asar, people[0])
        self.assertEqual(refused.exception.error["code"], "E_WRONG_STATE")
        bundle = self.folder / "bundle.zip"
        asar.run("checkpoint", "create")
        asar.run("audit", "bundle", bundle)
        told = subprocess.run([AUDIT, "verify", "--json", bundle], capture_output=True, text=True, check=False)
        self.assertEqual(json.loads(told.stdout)["verdict"], "OK", told.stdout)

    def test_only_what_the_lost_log_signed_is_declared(self):
        asar, people = self.fresh("liar", "demo.example/liar")
        forged = self.folder / "forged"
        lines = self.newest.read_text(encoding="utf-8").splitlines(keepends=True)
        lines[1] = str(int(lines[1]) + 5) + "\n"
        forged.write_text("".join(lines), encoding="utf-8")
        for wrong, reason in (({"newest": forged}, "E_BAD_NOTE_SIGNATURE"),
                              ({"vkey": asar.run("status")["vkey"]}, "E_BAD_NOTE_SIGNATURE"),
                              ({"newest": self.common}, "E_BAD_RANGE")):
            with self.assertRaises(Refused) as refused:
                self.declare(asar, people[0], **wrong)
            self.assertEqual(refused.exception.error["code"], reason)

    def test_a_ledger_does_not_go_on_after_itself(self):
        with self.assertRaises(Refused) as refused:
            self.declare(self.lost, self.people[0])
        self.assertEqual(refused.exception.error["code"], "E_WRONG_LEDGER")


if __name__ == "__main__":
    PROGRAM, AUDIT = sys.argv.pop(1), sys.argv.pop(1)
    unittest.main()
