#!/usr/bin/env python3
"""Witnesses of another make, on golang.org/x/mod: theirs cosigns our log, theirs asks our witness, and both sides are
killed and started again in between.

Usage: foreign_witness_test.py ASAR ASAR-AUDIT ASAR-WITNESS FOREIGN [unittest options]. Exit code 77: none was built.
"""
import json
import shutil
import signal
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent))
from asar_program import Asar, Refused  # noqa: E402
from witness_program import Witness, policy  # noqa: E402

ASAR = AUDIT = WITNESS = FOREIGN = None
NAME = "go.example/witness"


class ForeignWitness:
    """Its process; its key and what it holds are in a file."""

    def __init__(self, folder, log_vkey):
        self.file, self.log_vkey = folder / "go-witness.json", log_vkey
        self.address = "127.0.0.1:0"
        self.start()

    def start(self):
        self.process = subprocess.Popen([FOREIGN, "serve", NAME, self.log_vkey, str(self.file), self.address],
                                        stdout=subprocess.PIPE, text=True)
        self.url, self.vkey = self.process.stdout.readline().split()
        self.address = self.url.removeprefix("http://")

    def stop(self):
        self.process.kill()
        self.process.wait()
        self.process.stdout.close()

    def line(self):
        return f"witness go {self.vkey} {self.url}\n"


class OurLog(unittest.TestCase):
    def setUp(self):
        temporary = tempfile.TemporaryDirectory(prefix="asar-foreign-witness-")
        self.addCleanup(temporary.cleanup)
        self.folder = Path(temporary.name)
        self.asar = Asar(ASAR, self.folder / "ledger")
        self.people = self.asar.found()
        self.vkey = self.asar.run("status")["vkey"]
        self.foreign = ForeignWitness(self.folder, self.vkey)
        self.addCleanup(lambda: self.foreign.stop())
        self.policy = policy(self.folder / "policy", "quorum go\n", f"log {self.vkey}\n", self.foreign.line())

    def grow(self, asar=None):
        (asar or self.asar).submit_one(self.people[0], "officeEstablish", office=self.asar.new_id(), kind="national",
                                       names={"kk": "Sample", "ru": "Sample", "en": "Sample"})

    def create(self, asar=None):
        return (asar or self.asar).run("checkpoint", "create", "--witness-policy", self.policy)

    def test_it_is_cosigned_as_it_grows_and_after_the_witness_was_killed(self):
        for round_number in range(6):
            made = self.create()
            self.assertEqual((made["witnesses"], made["quorum"]), (1, True), made["notCosigned"])
            self.assertIn(NAME, made["note"])
            if round_number % 2:
                self.foreign.stop()
                self.grow()
                self.assertEqual(self.asar.raw("checkpoint", "create", "--witness-policy", self.policy).returncode, 3)
                self.foreign.start()
            for _ in range(round_number):
                self.grow()
        self.asar.run("checkpoint", "create")
        self.grow()
        self.assertEqual(self.create()["witnesses"], 1, "from the size that it answers with 409")
        bundle = self.folder / "bundle.zip"
        self.asar.run("audit", "bundle", bundle)
        done = subprocess.run([AUDIT, "verify", bundle, "--json", "--witness-policy", self.policy], check=False,
                              capture_output=True, text=True)
        told = json.loads(done.stdout)
        self.assertEqual((told["verdict"], told["witnesses"], told["pinned"]), ("OK", 1, True))

    def test_a_fork_is_cosigned_by_nobody(self):
        self.create()
        shutil.copytree(self.asar.folder, self.folder / "forked")
        forked = Asar(ASAR, self.folder / "forked")
        self.grow()
        self.create()
        self.grow(forked)
        self.grow(forked)
        with self.assertRaises(Refused) as refused:
            self.create(forked)
        self.assertEqual((refused.exception.error["code"], refused.exception.code), ("E_FORK_SUSPECTED", 4))


class OurWitness(unittest.TestCase):
    def setUp(self):
        temporary = tempfile.TemporaryDirectory(prefix="asar-foreign-client-")
        self.addCleanup(temporary.cleanup)
        self.folder = Path(temporary.name)
        self.key = self.folder / "go-log.key"
        vkey = subprocess.run([FOREIGN, "log", self.key], check=True, capture_output=True, text=True).stdout.strip()
        self.ours = Witness(WITNESS, self.folder / "ours", "ours")
        self.ours.add_log(vkey)
        self.ours.start()
        self.addCleanup(self.ours.stop)

    def ask(self, known, size, vkey=None):
        done = subprocess.run([FOREIGN, "ask", self.ours.url, vkey or self.ours.vkey, self.key, str(known), str(size)],
                              capture_output=True, text=True, check=False)
        return done.stdout.strip() or done.stderr.strip()

    def test_it_answers_as_specified_and_after_it_was_killed_too(self):
        known = 0
        for size, how in ((30, signal.SIGKILL), (31, signal.SIGTERM), (70, signal.SIGKILL), (300, signal.SIGTERM)):
            self.assertEqual(self.ask(known, size), "AS SPECIFIED")
            known = size
            self.ours.stop(how)
            self.ours.start()
        self.assertEqual(self.ask(known, known + 3), "AS SPECIFIED")

    def test_canary_the_client_names_what_is_not_as_specified(self):
        self.assertIn("status 409, not", self.ask(3, 5), "it holds nothing yet")
        other = Witness(WITNESS, self.folder / "other", "other")
        self.assertIn("no cosignature of other.example/witness", self.ask(0, 5, other.vkey))


if __name__ == "__main__":
    ASAR, AUDIT, WITNESS, FOREIGN = (sys.argv.pop(1) for _ in range(4))
    if not FOREIGN:
        print("SKIPPED: no go or golang-golang-x-mod-dev when this was configured: tools/dev/setup installs them")
        sys.exit(77)
    unittest.main()
