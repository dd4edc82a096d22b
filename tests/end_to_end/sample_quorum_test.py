#!/usr/bin/env python3
"""Where a ledger has witnesses, the seed of a sample is the first root that their quorum has cosigned.

Usage: sample_quorum_test.py ASAR ASAR-WITNESS [unittest options]
"""
import base64
import json
import sys
import tempfile
import unittest
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))
from asar_program import Refused  # noqa: E402
from asked_for.story import LANGUAGES, Story, digest  # noqa: E402
from witness_program import Witness, policy  # noqa: E402

PROGRAM = WITNESS = None
FINDINGS = 3


class Witnessed(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.temporary = tempfile.TemporaryDirectory(prefix="asar-sample-quorum-")
        cls.folder = Path(cls.temporary.name)
        cls.story = s = Story(PROGRAM, cls.folder / "ledger")
        s.begin()
        cls.hours = [s.claim(10 * number) for number in range(1, 8)]
        vkey = s.asar.run("status")["vkey"]
        cls.witness = Witness(WITNESS, cls.folder / "one", "one")
        cls.witness.add_log(vkey)
        cls.witness.start()
        policy(s.asar.folder / "witnesses.policy", "quorum one\n", f"log {vkey}\n", cls.witness.line())

    @classmethod
    def tearDownClass(cls):
        cls.witness.stop()
        cls.temporary.cleanup()

    def opened(self):
        s, audit = self.story, self.story.new()
        s.now_by(s.auditor, "auditOpen", audit=audit, organisation=s.ngo, from_=s.day(-9), to=s.day(),
                 document=digest("plan"))
        return audit

    def sample(self, audit):
        s = self.story
        return s.asar.run("audit", "sample", audit, "hours", "--quantity", 3, "--key", s.auditor.key_file,
                          "--signed-at", s.now)["worksheet"]

    def test_only_what_the_quorum_has_cosigned_is_a_seed(self):
        s = self.story
        self.witness.stop()
        audit = self.opened()
        alone = s.asar.raw("--json", "checkpoint", "create")
        self.assertEqual(alone.returncode, FINDINGS, "it is published all the same")
        with self.assertRaises(Refused) as refused:
            self.sample(audit)
        self.assertEqual(refused.exception.error["code"], "E_SAMPLE_UNSEALED")
        self.assertIn("quorum", refused.exception.error["message"])
        self.witness.start()
        s.claim(5)  # a checkpoint is published after each
        size = json.loads(alone.stdout)["data"]["size"]
        kept = s.asar.folder / "tiles" / "checkpoints"
        first = min(int(note.name) for note in kept.iterdir() if int(note.name) > size)
        root = base64.b64decode((kept / str(first)).read_text(encoding="utf-8").split("\n")[2]).hex()
        told = self.sample(audit)
        self.assertEqual((told["seed"], told["seedSize"], told["seedCosigners"]), (root, first, ["one"]))
        again = s.asar.run("draw", "sample", audit, "hours")
        self.assertEqual((again["agrees"], again["seed"]), (True, told["seed"]))
        for language in LANGUAGES:
            page = s.asar.raw("--lang", language, "audit", "worksheet", audit, "hours")
            self.assertEqual(page.returncode, 0, page.stderr)
            self.assertRegex(page.stdout, "(куәландырған|заверили|cosigned by):? one")
            self.assertIn(root, page.stdout)

    def test_one_that_is_cosigned_later_counts_from_then_on(self):
        s = self.story
        self.witness.stop()
        audit = self.opened()
        self.assertEqual(s.asar.raw("checkpoint", "create").returncode, FINDINGS)
        self.witness.start()
        cosigned = s.asar.run("checkpoint", "create")  # the same tree, asked about again
        told = self.sample(audit)
        self.assertEqual((told["seed"], told["seedCosigners"]), (cosigned["root"], ["one"]))


if __name__ == "__main__":
    PROGRAM, WITNESS = sys.argv.pop(1), sys.argv.pop(1)
    unittest.main()
