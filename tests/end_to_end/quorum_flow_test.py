#!/usr/bin/env python3
"""Real witnesses cosign a ledger; an auditor believes it under a policy of their keys, and not with one too few.

Usage: quorum_flow_test.py ASAR ASAR-AUDIT ASAR-WITNESS [unittest options]
"""
import json
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))
from asar_program import Asar  # noqa: E402
from witness_program import Witness, policy  # noqa: E402

ASAR = AUDIT = WITNESS = None
WRONG, USAGE = 4, 2


class Quorum(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.temporary = tempfile.TemporaryDirectory(prefix="asar-quorum-")
        cls.folder = Path(cls.temporary.name)
        cls.asar = Asar(ASAR, cls.folder / "ledger")
        cls.people = cls.asar.found()
        cls.vkey = cls.asar.run("status")["vkey"]
        cls.witnesses = [Witness(WITNESS, cls.folder / name, name) for name in ("one", "two", "three")]
        for witness in cls.witnesses:
            witness.add_log(cls.vkey)
        for witness in cls.witnesses[:2]:  # the third never answers
            witness.start()
        cls.witnesses[2].url = "http://127.0.0.1:9"
        cls.lines = [witness.line() for witness in cls.witnesses]
        cls.of_two = cls.policy("of-two", "group enough 2 one two three\nquorum enough\n", f"log {cls.vkey}\n")
        cls.of_all = cls.policy("of-all", "group all all one two three\nquorum all\n")
        made = cls.asar.run("checkpoint", "create", "--witness-policy", cls.of_two)
        assert made["witnesses"] == 2, made
        cls.bundle = cls.folder / "bundle.zip"
        cls.asar.run("audit", "bundle", cls.bundle)
        cls.proof, cls.entry = cls.folder / "one.tlog-proof", cls.folder / "one.entry"
        cls.asar.run("export", "proof", 1, cls.proof, "--entry", cls.entry)

    @classmethod
    def tearDownClass(cls):
        for witness in cls.witnesses:
            witness.stop()
        cls.temporary.cleanup()

    @classmethod
    def policy(cls, name, quorum, *more):
        return policy(cls.folder / name, quorum, *more, *cls.lines)

    def verify(self, what, *options):
        done = subprocess.run([AUDIT, "verify", "--json", str(what), *map(str, options)], text=True,
                              capture_output=True, check=False)
        return done.returncode, json.loads(done.stdout) if done.stdout else done.stderr

    def test_two_of_three_are_enough_where_two_are_asked_for(self):
        code, told = self.verify(self.bundle, "--vkey", self.vkey, "--witness-policy", self.of_two)
        self.assertEqual((code, told["verdict"], told["witnesses"], told["pinned"]), (0, "OK", 2, True))
        text = subprocess.run([AUDIT, "verify", str(self.bundle), "--witness-policy", str(self.of_two)], text=True,
                              capture_output=True, check=False).stdout
        self.assertIn("witnesses=2\nkey pinned", text, "the policy names the log")

    def test_and_too_few_where_all_are(self):
        code, told = self.verify(self.bundle, "--vkey", self.vkey, "--witness-policy", self.of_all)
        self.assertEqual((code, told["verdict"], told["witnesses"]), (WRONG, "NO_QUORUM", 2))
        self.assertIn("one, two", told["findings"][0]["sentence"])

    def test_without_a_policy_nobody_is_counted(self):
        self.assertEqual(self.verify(self.bundle, "--vkey", self.vkey)[1]["witnesses"], 0)

    def test_a_receipt_carries_its_quorum_too(self):
        for file, code, verdict in ((self.of_two, 0, "OK"), (self.of_all, WRONG, "NO_QUORUM")):
            done = self.verify(self.proof, "--vkey", self.vkey, "--entry", self.entry, "--witness-policy", file)
            self.assertEqual((done[0], done[1]["verdict"], done[1]["facts"]["witnesses"]), (code, verdict, "2"))

    def test_one_who_was_asked_by_nobody_counts_for_nothing(self):
        stranger = Witness(WITNESS, self.folder / "stranger", "stranger")
        alone = policy(self.folder / "alone", "quorum stranger\n", stranger.line(url="http://127.0.0.1:9"))
        code, told = self.verify(self.bundle, "--vkey", self.vkey, "--witness-policy", alone)
        self.assertEqual((code, told["verdict"], told["witnesses"]), (WRONG, "NO_QUORUM", 0))

    def test_a_cosignature_that_was_touched_is_a_bad_signature(self):
        tiles = self.folder / "tiles"
        self.asar.run("export", "tiles", tiles)
        note = tiles / "checkpoint"
        lines = note.read_text(encoding="utf-8").splitlines(keepends=True)
        last = lines[-1]
        lines[-1] = last[:-20] + ("A" if last[-20] != "A" else "B") + last[-19:]
        note.write_text("".join(lines), encoding="utf-8")
        code, told = self.verify(tiles, "--vkey", self.vkey, "--witness-policy", self.of_two)
        self.assertEqual((code, told["verdict"], told["witnesses"]), (WRONG, "BAD_SIGNATURE", 1))
        self.assertEqual({one["verdict"] for one in told["findings"]}, {"BAD_SIGNATURE", "NO_QUORUM"})

    def test_a_file_that_is_no_policy_is_a_wrong_call(self):
        broken = self.folder / "broken"
        for text in ("", "quorum nobody\n", "witness one\nquorum none\n"):
            broken.write_text(text, encoding="utf-8")
            code, told = self.verify(self.bundle, "--witness-policy", broken)
            self.assertEqual(code, USAGE)
            self.assertIn("line", told)
        self.assertEqual(self.verify(self.bundle, "--witness-policy", self.folder / "absent")[0], USAGE)


if __name__ == "__main__":
    ASAR, AUDIT, WITNESS = (sys.argv.pop(1) for _ in range(3))
    unittest.main()
