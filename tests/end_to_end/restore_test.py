#!/usr/bin/env python3
"""Backups, older ones too, and what was published: a ledger never signs or records beside what others may hold.

Usage: restore_test.py ASAR [unittest options]. Exit code 77: all went well, but a part could not be tried here.
"""
import fcntl
import os
import shutil
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))
from asar_program import Asar, Refused  # noqa: E402

PROGRAM = None


class Restored(unittest.TestCase):
    """A ledger with two backups, made before and after its last checkpoint."""

    @classmethod
    def setUpClass(cls):
        cls.temporary = tempfile.TemporaryDirectory(prefix="asar-restore-")
        cls.folder = Path(cls.temporary.name)
        cls.asar = Asar(PROGRAM, cls.folder / "ledger")
        cls.people = cls.asar.found()
        cls.asar.run("backup", "create", cls.folder / "older")
        cls.establish(cls.asar)
        cls.asar.run("checkpoint", "create")
        cls.newest = cls.asar.folder / "tiles" / "checkpoint"
        cls.asar.run("backup", "create", cls.folder / "newer")
        cls.size = cls.asar.run("status")["size"]

    @classmethod
    def tearDownClass(cls):
        cls.temporary.cleanup()

    @classmethod
    def establish(cls, asar):
        asar.now = "2026-03-02T09:00:00+05:00"
        asar.submit_one(cls.people[0], "officeEstablish", office=asar.new_id(), kind="regional", region="KZ-75",
                        names={"kk": "Sample", "ru": "Sample", "en": "Sample"})

    def another(self):
        return Asar(PROGRAM, Path(tempfile.mkdtemp(dir=self.folder)) / "ledger")

    def restore(self, backup, *options):
        """The restored ledger, with its keys, and what the program printed."""
        asar = self.another()
        done = asar.raw("backup", "restore", self.folder / backup, *options)
        if asar.folder.exists():
            shutil.copytree(self.asar.folder / "keys", asar.folder / "keys")
        return asar, done

    def expect_refused(self, code, reason, run, *words):
        with self.assertRaises(Refused) as refused:
            run(*words)
        self.assertEqual((refused.exception.code, refused.exception.error["code"]), (code, "E_" + reason))
        return refused.exception.error["message"]

    def test_it_is_linked_where_nobody_writes_and_copied_beside_a_writer(self):
        def made(name):
            figures = self.asar.run("backup", "create", self.folder / name)
            links = [file.stat().st_nlink for file in (self.folder / name / "log").glob("*.sst")]
            return figures["size"], figures["root"], max(links, default=1) > 1

        size, root, linked = made("alone")
        self.assertTrue(linked, "its database shares its files with that of the ledger")
        with open(self.asar.folder / "log" / "LOCK", "r+b") as lock:
            fcntl.lockf(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
            self.expect_refused(8, "LOCKED", self.asar.run, "checkpoint", "create")
            self.assertEqual(made("beside"), (size, root, False))
        for name in ("alone", "beside"):
            asar, done = self.restore(name, "--newest", self.newest)
            self.assertEqual(done.returncode, 0, done.stderr)
            self.establish(asar)

    def test_without_the_newest_checkpoint_it_says_what_cannot_be_known(self):
        _, done = self.restore("older")
        self.assertEqual(done.returncode, 0, done.stderr)
        self.assertIn("cannot be known", done.stdout)
        self.assertIn("--newest", done.stdout)

    def test_one_that_reaches_the_newest_checkpoint_goes_on(self):
        asar, done = self.restore("newer", "--newest", self.newest)
        self.assertEqual(done.returncode, 0, done.stderr)
        self.assertIn(f"up to size {self.size}", done.stdout)
        self.assertNotIn("cannot be known", done.stdout)
        self.establish(asar)
        self.assertGreater(asar.run("checkpoint", "create")["size"], self.size)

    def test_one_that_is_too_short_can_be_read_and_nothing_else(self):
        asar, done = self.restore("older", "--newest", self.newest)
        self.assertEqual(done.returncode, 3, done.stderr)
        self.assertIn("entries 2 to", done.stdout)
        self.assertEqual(asar.run("status")["size"], 2)
        before = (asar.folder / "signed").read_text()
        self.assertTrue(self.newest.read_text().startswith(before))
        self.assertIn("restore the log", self.expect_refused(4, "ROLLBACK_SUSPECTED", self.establish, asar))
        self.expect_refused(4, "ROLLBACK_SUSPECTED", asar.run, "checkpoint", "create")
        self.assertEqual((asar.run("status")["size"], (asar.folder / "signed").read_text()), (2, before))

    def test_a_checkpoint_of_another_ledger_or_none_at_all_restores_nothing(self):
        other = self.another()
        other.found()
        other.run("checkpoint", "create")
        text = self.folder / "text"
        text.write_text("not a note")
        cut = self.folder / "cut"
        cut.write_text(self.newest.read_text()[:-9])
        for newest, code in ((other.folder / "tiles" / "checkpoint", 1), (text, 1), (cut, 1), (self.folder, 9),
                             (self.folder / "absent", 5)):
            asar, done = self.restore("newer", "--newest", newest)
            self.assertEqual(done.returncode, code, done.stderr)
            self.assertIn(str(newest), done.stderr)
            self.assertFalse(asar.folder.exists())

    def test_a_backup_of_a_fork_is_not_restored(self):
        fork, done = self.restore("older")
        self.assertEqual(done.returncode, 0, done.stderr)
        self.establish(fork)
        fork.run("backup", "create", self.folder / "fork")
        asar, done = self.restore("fork", "--newest", self.newest)
        self.assertEqual(done.returncode, 4, done.stderr)
        self.assertIn("ROLLBACK_SUSPECTED", done.stderr)
        self.assertFalse(asar.folder.exists())

    def test_a_published_checkpoint_that_cannot_be_read_stops_signing_until_it_is_put_back(self):
        asar, done = self.restore("newer", "--newest", self.newest)
        self.assertEqual(done.returncode, 0, done.stderr)
        tiles = asar.folder / "tiles"
        asar.run("checkpoint", "create")
        (tiles / "checkpoint").write_text("unreadable")
        message = self.expect_refused(4, "CHECKPOINT_DAMAGED", asar.run, "checkpoint", "create")
        self.assertIn(str(tiles / "checkpoint"), message)
        self.assertNotIn("delete", message)
        for words in (["checkpoint", "show"], ["status"]):
            self.expect_refused(4, "CHECKPOINT_DAMAGED", asar.run, *words)
        self.expect_refused(4, "CHECKPOINT_DAMAGED", self.establish, asar)
        shutil.rmtree(tiles / "tile")
        shutil.copy(self.newest, tiles / "checkpoint")
        self.establish(asar)
        published = asar.run("checkpoint", "create")
        self.assertEqual(published["size"], asar.run("status")["size"])
        self.assertTrue((tiles / "tile" / "0" / "000.p" / str(published["size"])).exists())

    def test_no_ledger_is_founded_on_what_is_left_of_another(self):
        for left in ("signed", "head", "tiles", "log"):
            asar = self.another()
            asar.folder.mkdir()
            source = self.asar.folder / left
            (shutil.copytree if source.is_dir() else shutil.copy)(source, asar.folder / left)
            self.assertIn(left, self.expect_refused(6, "ALREADY_INITIALISED", asar.found))
            self.assertEqual([path.name for path in asar.folder.iterdir()], [left])

    def test_status_sees_a_writer_without_any_right_to_write(self):
        if os.geteuid() != 0:
            self.skipTest("only root can become another user")
        asar, _ = self.restore("newer")
        lock = asar.folder / "log" / "LOCK"
        for path in (self.folder, asar.folder.parent, asar.folder, asar.folder / "log", asar.folder / "tiles"):
            path.chmod(0o755)
        for path in (lock, asar.folder / "head"):
            path.chmod(0o444)
        reader = {"user": 65534, "group": 65534}

        def writer():
            done = subprocess.run([PROGRAM, "--data", str(asar.folder), "--json", "status"], capture_output=True,
                                  text=True, check=False, **reader)
            self.assertEqual(done.returncode, 0, done.stdout + done.stderr)
            return done.stdout.split('"writer":')[1].split(",")[0]

        holder = ("import fcntl, sys\n"
                  "file = open(sys.argv[1], 'r+')\n"
                  "fcntl.lockf(file, fcntl.LOCK_EX)\n"
                  "print('held', flush=True)\n"
                  "sys.stdin.read()\n")
        self.assertEqual(writer(), "false")
        with subprocess.Popen([sys.executable, "-c", holder, str(lock)], stdin=subprocess.PIPE, stdout=subprocess.PIPE,
                              text=True) as running:
            self.assertEqual(running.stdout.readline(), "held\n")
            self.assertEqual(writer(), "true")
            running.stdin.close()
        lock.chmod(0o000)
        self.assertEqual(writer(), "null")
        asar.folder.chmod(0o700)
        done = subprocess.run([PROGRAM, "--data", str(asar.folder), "status"], capture_output=True, text=True,
                              check=False, **reader)
        self.assertEqual(done.returncode, 9, done.stderr)
        self.assertIn("Permission denied", done.stderr)


if __name__ == "__main__":
    PROGRAM = sys.argv.pop(1)
    outcome = unittest.main(exit=False).result
    if outcome.wasSuccessful() and outcome.skipped:
        print(f"SKIPPED: {outcome.skipped[0][1]}")
        sys.exit(77)
    sys.exit(not outcome.wasSuccessful())
