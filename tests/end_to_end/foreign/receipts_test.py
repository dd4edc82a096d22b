#!/usr/bin/env python3
"""What the real program publishes and hands out is accepted by a verifier that others wrote.

Usage: receipts_test.py ASAR VERIFIER [unittest options]. Exit code 77: there is no verifier.
"""
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent))
from asar_program import Asar, Refused  # noqa: E402

PROGRAM = VERIFIER = None


class Receipts(unittest.TestCase):
    def setUp(self):
        temporary = tempfile.TemporaryDirectory(prefix="asar-receipts-")
        self.addCleanup(temporary.cleanup)
        self.folder = Path(temporary.name)
        self.asar = Asar(PROGRAM, self.folder / "ledger")
        self.first, self.second = self.asar.found()
        self.vkey = self.asar.run("status")["vkey"]

    def accepts(self, *words):
        done = subprocess.run([VERIFIER, *map(str, words)], capture_output=True, text=True, check=False)
        self.assertIn(done.returncode, (0, 1), done.stderr)
        return done.returncode == 0

    def proof(self, index):
        receipt, entry = self.folder / f"{index}.tlog-proof", self.folder / f"{index}.entry"
        self.asar.run("export", "proof", index, receipt, "--entry", entry)
        return receipt, entry

    def establish(self, folder):
        title = {"kk": "Sample", "ru": "Sample", "en": "Sample"}
        return self.asar.submit(self.first, {"command": "officeEstablish", "office": self.asar.new_id(),
                                             "kind": "national", "names": title}, options=("--proofs", folder))

    def test_every_entry_and_every_submission_has_a_receipt_that_others_accept(self):
        folder = self.folder / "receipts"
        taken = [self.establish(folder)[0] for _ in range(5)]
        self.assertEqual({file.stem for file in folder.iterdir()}, {one["submissionId"] for one in taken})
        for one in taken:
            _, entry = self.proof(one["submission"])
            self.assertTrue(self.accepts("proof", self.vkey, folder / f"{one['submissionId']}.tlog-proof", entry))
        for index in range(self.asar.run("status")["size"]):
            self.assertTrue(self.accepts("proof", self.vkey, *self.proof(index)), index)

    def test_a_receipt_does_not_prove_another_entry(self):
        self.establish(self.folder / "receipts")
        receipt, entry = self.proof(1)
        _, other = self.proof(2)
        self.assertTrue(self.accepts("proof", self.vkey, receipt, entry))
        self.assertFalse(self.accepts("proof", self.vkey, receipt, other))

    def test_an_entry_past_the_checkpoint_has_none_yet(self):
        size = self.asar.run("status")["size"]
        with self.assertRaises(Refused) as refused:
            self.proof(size)
        self.assertEqual(refused.exception.code, 5)

    def test_exported_tiles_are_accepted(self):
        self.establish(self.folder / "receipts")
        self.asar.run("export", "tiles", self.folder / "tiles")
        size = self.asar.run("status")["size"]
        self.assertTrue(self.accepts("directory", self.vkey, self.folder / "tiles", 2, size))


if __name__ == "__main__":
    PROGRAM, VERIFIER = sys.argv.pop(1), sys.argv.pop(1)
    if not VERIFIER:
        print("SKIPPED: no go or golang-golang-x-mod-dev when this was configured: tools/dev/setup installs them")
        sys.exit(77)
    unittest.main()
