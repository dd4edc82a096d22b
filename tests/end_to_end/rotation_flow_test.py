#!/usr/bin/env python3
"""The key of a log is changed by the signatures of both keys, with the real programs: who pinned the old one goes over,
what was signed before stays valid, and a change that was cut off is finished by a second run.

Usage: rotation_flow_test.py ASAR ASAR-AUDIT ASAR-WITNESS [unittest options]
"""
import json
import shutil
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))
from asar_program import Asar, Refused  # noqa: E402
from witness_program import Witness, policy  # noqa: E402

ASAR = AUDIT = WITNESS = None
WRONG = 4


class Rotation(unittest.TestCase):
    def setUp(self):
        temporary = tempfile.TemporaryDirectory(prefix="asar-rotation-")
        self.addCleanup(temporary.cleanup)
        self.folder = Path(temporary.name)
        self.asar = Asar(ASAR, self.folder / "ledger")
        self.people = self.asar.found()
        office = self.asar.new_id()
        self.grow(office)
        self.operator = self.asar.register(self.people[0], office, "operator")
        self.asar.decide_by_two(*self.people, "roleGrant", person=self.operator.id, role="operator")
        self.asar.run("checkpoint", "create")
        self.before = self.asar.run("status")["vkey"]
        self.keys = self.asar.folder / "keys"

    def grow(self, office=None):
        kind = {"kind": "regional", "region": "KZ-75"} if office else {"kind": "national"}
        self.asar.decide_by_two(*self.people, "officeEstablish", office=office or self.asar.new_id(),
                                names={"kk": "Sample", "ru": "Sample", "en": "Sample"}, **kind)

    def rotate(self, asar=None, person=None):
        asar = asar or self.asar
        key = (person or self.operator).key_file
        return asar.run("checkpoint", "rotate-key", "--key", key, "--signed-at", asar.now)

    def bundle(self, name):
        file = self.folder / name
        self.asar.run("audit", "bundle", file)
        return file

    def verify(self, what, *options):
        done = subprocess.run([AUDIT, "verify", "--json", str(what), *map(str, options)], text=True,
                              capture_output=True, check=False)
        return done.returncode, json.loads(done.stdout)

    def lines(self):
        note = self.asar.run("checkpoint", "show")["note"]
        return [line.split()[1] for line in note.splitlines() if line.startswith("\u2014")]

    def test_both_pins_hold_and_what_was_signed_before_stays_valid(self):
        proof, entry, old = self.folder / "1.tlog-proof", self.folder / "1.entry", self.bundle("before.zip")
        self.asar.run("export", "proof", 1, proof, "--entry", entry)
        note = self.folder / "old-checkpoint"
        note.write_text(self.asar.run("checkpoint", "show")["note"], encoding="utf-8")
        done = self.rotate()
        self.assertEqual(done["before"], self.before)
        after = self.asar.run("status")["vkey"]
        self.assertEqual((done["vkey"], len(self.lines())), (after, 2))
        self.assertNotEqual(after, self.before)
        self.assertEqual(self.asar.run("event", "show", done["entry"])["event"], "LogKeyRotated")
        both = self.bundle("both.zip")
        Path(done["beforeFile"]).rename(self.folder / "away.key")
        self.grow()
        self.asar.run("checkpoint", "create")
        self.assertEqual(len(self.lines()), 1, "the old key signs no more")
        alone = self.bundle("alone.zip")
        for what in (both, alone):
            for pin in (("--vkey", self.before), ("--vkey", after), ()):
                code, told = self.verify(what, *pin, "--old", note)
                self.assertEqual((code, told["verdict"]), (0, "OK"), told["findings"])
        self.assertEqual(self.verify(old, "--vkey", self.before)[0], 0)
        self.assertEqual(self.verify(proof, "--vkey", self.before, "--entry", entry)[0], 0, "alone")
        for pin in (self.before, after):
            code, told = self.verify(proof, "--vkey", pin, "--entry", entry, "--log", alone)
            self.assertEqual((code, told["verdict"]), (0, "OK"), told["findings"])
        stranger = self.asar.run("key", "create", self.folder / "stranger.key", "--purpose", "log", "--name",
                                 self.before.split("+")[0])["vkey"]
        self.assertEqual(self.verify(alone, "--vkey", stranger)[0], WRONG)

    def test_two_pasts_are_told_apart_after_the_change(self):
        """Each is signed by the new key alone, and the first one is pinned."""
        before = self.bundle("before.zip")
        Path(self.rotate()["beforeFile"]).rename(self.folder / "away.key")
        folder = self.folder / "twin"
        shutil.copytree(self.asar.folder, folder)
        bundles = []
        for asar in (self.asar, Asar(ASAR, folder)):
            asar.decide_by_two(*self.people, "officeEstablish", office=self.asar.new_id(), kind="national",
                               names={"kk": "Sample", "ru": "Sample", "en": "Sample"})
            asar.run("checkpoint", "create")
            bundles.append(folder.parent / f"{asar.folder.name}.zip")
            asar.run("audit", "bundle", bundles[-1])
        for pin in (("--vkey", self.before), ()):
            for one, other, verdict in ((bundles[0], bundles[1], "FORK"), (before, bundles[0], "OK")):
                done = subprocess.run([AUDIT, "compare", "--json", one, other, *pin], text=True, capture_output=True,
                                      check=False)
                told = json.loads(done.stdout)
                self.assertEqual(told["verdict"], verdict, told)

    def test_a_second_change_follows_the_first(self):
        self.rotate()
        second = self.rotate()
        self.assertEqual(len(self.lines()), 3)
        self.assertEqual(self.asar.run("status")["vkey"], second["vkey"])
        for file in self.keys.glob("log-*.key"):
            file.unlink()
        (self.keys / "log.changes").unlink()  # the log itself says where the changes stand
        self.assertEqual(self.asar.run("status")["vkey"], second["vkey"])
        self.grow()
        self.asar.run("checkpoint", "create")
        code, told = self.verify(self.bundle("twice.zip"), "--vkey", self.before)
        self.assertEqual((code, told["verdict"]), (0, "OK"), told["findings"])

    def test_only_the_operator_changes_it_and_a_refusal_changes_nothing(self):
        with self.assertRaises(Refused) as refused:
            self.rotate(person=self.people[0])
        self.assertEqual(refused.exception.error["code"], "E_ROLE_MISSING")
        self.assertEqual(self.asar.run("status")["vkey"], self.before)
        self.grow()
        self.assertEqual(self.asar.run("checkpoint", "create")["witnesses"], 0)
        self.assertEqual(len(self.lines()), 1)

    def test_one_that_was_cut_off_after_its_entry_is_finished(self):
        copy = self.folder / "cut"
        shutil.copytree(self.keys, copy)
        done = self.rotate()
        size = self.asar.run("status")["size"]
        shutil.move(self.keys / "log.key", copy / "log-next.key")
        shutil.rmtree(self.keys)
        shutil.move(copy, self.keys)
        self.grow()  # recording goes on, without a checkpoint
        with self.assertRaises(Refused) as refused:
            self.asar.run("checkpoint", "create")
        self.assertEqual((refused.exception.error["code"], refused.exception.code), ("E_KEY_REJECTED", 7))
        again = self.rotate()
        self.assertEqual((again["vkey"], again["entry"]), (done["vkey"], done["entry"]))
        self.assertGreater(self.asar.run("status")["size"], size)
        self.assertEqual(self.verify(self.bundle("finished.zip"), "--vkey", done["vkey"])[0], 0)

    def test_witnesses_go_over_while_both_sign(self):
        witness = Witness(WITNESS, self.folder / "one", "one")
        witness.add_log(self.before)
        witness.start()
        self.addCleanup(witness.stop)
        file = policy(self.asar.folder / "witnesses.policy", "quorum one\n", f"log {self.before}\n", witness.line())
        self.assertEqual(self.asar.run("checkpoint", "create")["witnesses"], 1)
        done = self.rotate()
        self.assertEqual(self.asar.run("checkpoint", "show")["witnesses"], 1, "it knows the old key, which signs too")
        witness.add_log(done["vkey"])
        Path(done["beforeFile"]).unlink()
        policy(file, "quorum one\n", f"log {done['vkey']}\n", witness.line())
        self.grow()
        self.assertEqual(self.asar.run("checkpoint", "create")["witnesses"], 1)


if __name__ == "__main__":
    ASAR, AUDIT, WITNESS = (sys.argv.pop(1) for _ in range(3))
    unittest.main()
