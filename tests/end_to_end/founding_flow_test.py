#!/usr/bin/env python3
"""How a ledger is founded with the real program, and what its first commands answer.

Usage: founding_flow_test.py ASAR [unittest options]
"""
import json
import os
import shutil
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))
from asar_flow_test import names  # noqa: E402
from asar_program import Asar, Refused  # noqa: E402

PROGRAM = None
LIMITS = {"limits": [], "claimWithinDays": 14, "attestWithinDays": 14}


class Founding(unittest.TestCase):
    def setUp(self):
        self.temporary = tempfile.TemporaryDirectory(prefix="asar-e2e-")
        self.folder = Path(self.temporary.name)
        self.asar = Asar(PROGRAM, self.folder / "ledger")

    def tearDown(self):
        self.temporary.cleanup()

    def genesis(self, *of_log_key):
        one, two = self.asar.new_person("one"), self.asar.new_person("two")
        log_key = self.folder / "log.key"
        self.asar.run("key", "create", log_key, "--purpose", "log", "--name", "ledger.example/volunteers", *of_log_key)
        public = self.asar.run("key", "show", two.key_file)["key"]
        file = self.folder / "genesis.json"
        self.asar.run("genesis", "create", file, "--origin", "ledger.example/volunteers", "--log-key", log_key,
                      "--key", one.key_file, "--authority", f"{two.id}={public}")
        return file, log_key, two

    def test_a_ledger_is_founded_by_a_file_that_all_authorities_signed(self):
        file, log_key, two = self.genesis()
        with self.assertRaises(Refused) as refused:
            self.asar.run("init", "--genesis", file, "--log-key", log_key)
        self.assertEqual((refused.exception.code, refused.exception.error["code"]), (7, "E_SIG_INVALID"))
        self.assertFalse(self.asar.folder.exists(), "a refused founding leaves nothing behind")
        signed = self.asar.run("genesis", "sign", file, "--key", two.key_file)
        self.assertEqual(signed["awaited"], [])
        made = self.asar.run("init", "--genesis", file, "--log-key", log_key)
        self.assertEqual(made["ledger"], signed["ledger"])
        self.assertFalse(self.asar.run("status")["demo"])

    def test_the_passphrase_of_a_run_opens_the_log_key_too(self):
        words, others = self.folder / "words", self.folder / "others"
        words.write_text("a sample of words\n", encoding="utf-8")
        others.write_text("other words\n", encoding="utf-8")
        file, log_key, two = self.genesis("--passphrase-file", words)
        self.asar.run("genesis", "sign", file, "--key", two.key_file)
        self.asar.run("init", "--genesis", file, "--log-key", log_key, "--passphrase-file", words)

        def seals(*options, environment=None):
            establish = {"command": "officeEstablish", "office": self.asar.new_id(), "kind": "regional",
                         "region": "KZ-75", "names": names("Sample")}
            done = self.asar.raw("submit", "-", "--key", two.key_file, *options, text_in=json.dumps(establish),
                                 environment=environment)
            self.assertEqual(done.returncode, 0, done.stdout + done.stderr)
            return "no checkpoint was signed" not in done.stderr

        self.assertFalse(seals())
        self.assertTrue(seals("--passphrase-file", words))
        # Those of the signer's key alone leave the log key to the environment.
        self.assertFalse(seals("--passphrase-file", others))
        self.assertTrue(seals("--passphrase-file", others, environment={"ASAR_PASSPHRASE": "a sample of words"}))
        self.assertFalse(seals())
        for options, reason in (([], "E_PASSPHRASE_NEEDED"), (["--passphrase-file", others], "E_WRONG_PASSPHRASE")):
            with self.assertRaises(Refused) as refused:
                self.asar.run("checkpoint", "create", *options)
            self.assertEqual((refused.exception.code, refused.exception.error["code"]), (7, reason))
        published = self.asar.run("checkpoint", "create", "--passphrase-file", words)
        self.assertEqual(published["size"], self.asar.run("status")["size"])

    def test_a_ledger_is_founded_once(self):
        self.asar.found()
        with self.assertRaises(Refused) as refused:
            self.asar.found()
        self.assertEqual((refused.exception.code, refused.exception.error["code"]), (6, "E_ALREADY_INITIALISED"))

    def test_nothing_is_signed_beside_a_published_checkpoint(self):
        def copy(files, source, target):
            for name in files:
                (shutil.copytree if name == "log" else shutil.copy)(source / name, target / name)

        people = self.asar.found()
        self.asar.run("checkpoint", "create")
        old, kept = self.asar.folder.parent / "old", ("log", "head", "signed")
        old.mkdir()
        copy(kept, self.asar.folder, old)
        tiles, aside = self.asar.folder / "tiles", old / "tiles"

        def establish(title):
            self.asar.submit_one(people[0], "officeEstablish", office=self.asar.new_id(), kind="regional",
                                 region="KZ-75", names=names(title))

        def expect_nothing_signed():
            before = (self.asar.folder / "signed").read_bytes()
            with self.assertRaises(Refused) as refused:
                self.asar.run("checkpoint", "create")
            self.assertEqual(refused.exception.error["code"], "E_ROLLBACK_SUSPECTED")
            self.assertEqual((self.asar.folder / "signed").read_bytes(), before)

        establish("First")
        self.asar.run("checkpoint", "create")
        shutil.rmtree(self.asar.folder / "log")
        copy(kept, old, self.asar.folder)
        expect_nothing_signed()
        with self.assertRaises(Refused):
            establish("Beside")
        tiles.rename(aside)
        establish("Second")
        shutil.rmtree(tiles)
        aside.rename(tiles)
        expect_nothing_signed()

    def test_a_repeated_submission_is_recorded_once(self):
        first, second = self.asar.found()
        options = ["--submission-id", self.asar.new_id()]
        grant = {"command": "roleGrant", "person": second.id, "role": "auditor"}
        known = self.asar.submit(first, grant, options=options)
        size = self.asar.run("status")["size"]
        again = self.asar.submit(first, grant, options=options)
        self.assertEqual([one["alreadyKnown"] for one in known + again], [False, True])
        self.assertEqual(known[0]["leafHash"], again[0]["leafHash"])
        self.assertEqual(self.asar.run("status")["size"], size)

    def test_commands_of_several_classes_become_several_submissions(self):
        first, _ = self.asar.found()
        office = self.asar.new_id()
        establish = {"command": "officeEstablish", "office": office, "kind": "national", "names": names("Sample")}
        grants = [{"command": "roleGrant", "person": first.id, "role": role} for role in ("auditor", "importer")]
        receipts = self.asar.submit(first, establish, *grants)
        self.assertEqual([one["count"] for one in receipts], [1, 2])

    def test_a_key_file_others_can_read_is_refused(self):
        first, _ = self.asar.found()
        Path(first.key_file).chmod(0o644)
        with self.assertRaises(Refused) as refused:
            self.asar.submit(first, {"command": "roleGrant", "person": first.id, "role": "auditor"})
        self.assertEqual((refused.exception.code, refused.exception.error["code"]), (7, "E_KEY_FILE_OPEN"))

    def test_an_encrypted_key_needs_its_passphrase(self):
        key = self.folder / "secret.key"
        made = self.asar.raw("key", "create", key, environment={"ASAR_PASSPHRASE": "a sample of words"})
        self.assertEqual(made.returncode, 0, made.stderr)
        request = ["key", "request", key, "--ledger", self.asar.new_id()]
        self.assertEqual(self.asar.raw(*request).returncode, 7)
        self.assertEqual(self.asar.raw(*request, environment={"ASAR_PASSPHRASE": "another"}).returncode, 7)
        self.assertEqual(self.asar.raw(*request, environment={"ASAR_PASSPHRASE": "a sample of words"}).returncode, 0)

    def test_a_folder_without_ledger_is_exit_code_10(self):
        for words in (["status"], ["event", "list"], ["checkpoint", "show"], ["projection", "list"]):
            with self.assertRaises(Refused) as refused:
                self.asar.run(*words)
            self.assertEqual((refused.exception.code, refused.exception.error["code"]), (10, "E_NOT_INITIALISED"))
        self.assertFalse(self.asar.folder.exists(), "asking makes nothing")


class Young(unittest.TestCase):
    """A ledger that was just founded, for tests that write."""

    @classmethod
    def setUpClass(cls):
        cls.temporary = tempfile.TemporaryDirectory(prefix="asar-e2e-")
        cls.asar = Asar(PROGRAM, Path(cls.temporary.name) / "ledger")
        cls.persons = cls.asar.found()

    @classmethod
    def tearDownClass(cls):
        cls.temporary.cleanup()

    def test_a_repeated_submission_gives_its_first_receipt_and_other_content_is_refused(self):
        first = {"command": "policyPublish", "policy": self.asar.new_id(), "kind": "hoursLimits", "version": "repeat",
                 "status": "announced", "source": "Order", "validFrom": "2026-03-01", "hoursLimits": LIMITS}
        authority, other = self.persons
        again = ["--submission-id", self.asar.new_id()]
        receipt, = self.asar.submit(authority, first, options=again)
        repeated, = self.asar.submit(authority, first, options=again)
        self.assertEqual({**receipt, "alreadyKnown": True}, repeated)
        for signer, commands in ((authority, [{**first, "source": "Another order"}]), (authority, [first, first]),
                                 (other, [first])):
            with self.assertRaises(Refused) as refused:
                self.asar.submit(signer, *commands, options=again)
            self.assertEqual((refused.exception.code, refused.exception.error["code"]), (6, "E_SUBMISSION_CONFLICT"))
            self.assertIn(f"index {receipt['submission']}", refused.exception.error["message"])

    def test_notices_go_to_standard_error_and_never_into_the_answer(self):
        self.asar.answer("status")
        done = self.asar.raw("--json", "status", "--log-level", "debug")
        self.assertEqual(len(done.stdout.splitlines()), 1)
        json.loads(done.stdout)
        done = self.asar.raw("--json", "checkpoint", "create", environment={"ASAR_LOG_LEVEL": "info"})
        self.assertEqual(len(done.stdout.splitlines()), 1)
        self.assertIn("ledger.opened", [json.loads(line)["notice"] for line in done.stderr.splitlines()])
        self.assertEqual(self.asar.raw("--json", "checkpoint", "create").stderr, "")

    def test_a_reader_that_leaves_ends_it_quietly_and_a_full_disk_is_told(self):
        def ended(output):
            done = subprocess.run([self.asar.program, "--data", str(self.asar.folder), "event", "list"], stdout=output,
                                  stderr=subprocess.PIPE, text=True, env=self.asar.environment, check=False)
            return done.returncode, done.stderr

        reading, writing = os.pipe()
        os.close(reading)
        with os.fdopen(writing, "w") as pipe:
            self.assertEqual(ended(pipe), (141, ""))
        with open("/dev/full", "w", encoding="utf-8") as full:
            self.assertEqual(ended(full), (1, "asar: the answer could not be written\n"))


if __name__ == "__main__":
    PROGRAM = sys.argv.pop(1)
    unittest.main()
