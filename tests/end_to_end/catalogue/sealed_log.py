"""A small log with the key that seals it, the receipts it hands out, and what `asar-audit` says of changed ones."""
import base64
import json
import subprocess
import tempfile
import unittest
from pathlib import Path

from asar_program import Asar
from honest import key_of

ENTRIES = 21  # neither a power of two nor beside one


def coded(octets):
    return base64.b64encode(octets).decode()


class Log:
    """Tiles, checkpoint and receipts of a ledger, and the key of its log."""

    def __init__(self, program, folder):
        self.asar = Asar(program, folder / "ledger")
        people = self.asar.found()
        while self.asar.run("status")["size"] < ENTRIES:
            self.asar.submit_one(people[0], "officeEstablish", office=self.asar.new_id(), kind="national",
                                 names={"kk": "Sample", "ru": "Sample", "en": "Sample"})
        self.note = self.asar.run("checkpoint", "create")["note"]
        self.status = self.asar.run("status")
        self.vkey, self.origin, self.size = (self.status[name] for name in ("vkey", "origin", "size"))
        self.key = key_of(self.asar.folder / "keys" / "log.key")
        self.tiles = folder / "tiles"
        self.asar.run("export", "tiles", self.tiles)
        self.text = self.note.split("\n\n")[0] + "\n"
        self.line = self.note.split("\n\n")[1]

    def receipt(self, index, folder):
        proof, entry = folder / f"{index}.tlog-proof", folder / f"{index}.entry"
        self.asar.run("export", "proof", index, proof, "--entry", entry)
        return proof.read_text(encoding="utf-8"), entry.read_bytes()


class Proofs(unittest.TestCase):
    """One log for all tests; a folder for each."""

    temporary = folder = log = audit = None

    @classmethod
    def begin(cls, program, audit):
        cls.temporary = tempfile.TemporaryDirectory(prefix="asar-proofs-")
        cls.folder, cls.audit = Path(cls.temporary.name), audit
        cls.log = Log(program, cls.folder)

    def setUp(self):
        self.work = Path(tempfile.mkdtemp(dir=self.folder))

    def run_audit(self, *words):
        return subprocess.run([self.audit, *map(str, words)], capture_output=True, text=True, check=False, timeout=60)

    def verdict(self, *words):
        done = self.run_audit("verify", *words, "--vkey", self.log.vkey, "--json")
        report = json.loads(done.stdout)
        self.assertEqual(report["exit"], done.returncode)
        return report["verdict"].split(" ")[0]
