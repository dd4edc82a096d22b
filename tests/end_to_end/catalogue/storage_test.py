#!/usr/bin/env python3
"""Attacks on the files of a ledger by who may write to its disk: bits, rows, the head file, whole folders, links. The
real program has to name them, refuse, and never serve another history; what it serves is what was there.

Usage: storage_test.py ASAR ASAR-AUDIT [unittest options]. Exit code 77: all went well, but a part could not be tried.
"""
import json
import os
import random
import shutil
import sqlite3
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path

HERE = Path(__file__).parent
sys.path[:0] = [str(HERE), str(HERE.parent), str(HERE.parent / "verifier")]
from asar_program import Asar, Refused  # noqa: E402
from database import Database, entries_of, frame, is_there, leaves_of  # noqa: E402

PROGRAM = AUDIT = None
REFUSED, DAMAGED, CONFLICT, FORBIDDEN, STOPPED = 1, 4, 6, 7, 9
# What reads, what publishes, what records.
READING, PUBLISHING, WRITING = ("status",), ("checkpoint", "create"), None


def setUpModule():
    """A ledger of thirteen frames, each but the last in a table of its own."""
    Storage.temporary = tempfile.TemporaryDirectory(prefix="asar-storage-")
    Storage.folder = Path(Storage.temporary.name)
    asar = Storage.asar = Asar(PROGRAM, Storage.folder / "ledger")
    Storage.people = asar.found()
    Storage.first_note = asar.run("checkpoint", "create")["note"]
    for _ in range(12):
        Storage.grow(asar)
    Storage.newest = asar.run("checkpoint", "create")
    Storage.status = asar.run("status")


def tearDownModule():
    Storage.temporary.cleanup()


class Storage(unittest.TestCase):
    temporary = folder = asar = people = first_note = newest = status = None

    @classmethod
    def grow(cls, asar):
        asar.now = "2026-03-02T09:00:00+05:00"
        return asar.submit_one(cls.people[0], "officeEstablish", office=asar.new_id(), kind="national",
                               names={"kk": "Sample", "ru": "Sample", "en": "Sample"})

    def copy(self):
        ledger = Path(tempfile.mkdtemp(dir=self.folder)) / "ledger"
        shutil.copytree(self.asar.folder, ledger)
        return Asar(PROGRAM, ledger)

    def does(self, asar, words):
        return self.grow(asar) if words is None else asar.run(*words)

    def refused(self, reason, asar, *ways, code=DAMAGED, said=""):
        """All three ways without a name."""
        for words in ways or (READING, PUBLISHING, WRITING):
            with self.subTest(words or "submit"), self.assertRaises(Refused) as refused:
                self.does(asar, words)
            error = refused.exception.error
            self.assertEqual((error["code"], refused.exception.code), (f"E_{reason}", code), error)
            self.assertIn(said, error["message"])

    def audited(self, asar, *options):
        """What an auditor says of the bundle that this ledger makes, who has pinned the ledger as it was."""
        file = asar.folder.parent / "bundle.zip"
        asar.run("audit", "bundle", file)
        done = subprocess.run([AUDIT, "verify", str(file), "--json", "--vkey", self.status["vkey"], "--ledger",
                               self.status["ledger"], *map(str, options)], capture_output=True, text=True, check=False)
        return json.loads(done.stdout)["verdict"].split(" ")[0]

    def held(self):
        file = self.folder / "held"
        file.write_text(self.newest["note"], encoding="utf-8")
        return file


class Bits(Storage):
    def test_a_bit_in_every_table_of_the_database(self):
        """Named with its file or position and refused, or not needed: then all of it is served as it was."""
        dice = random.Random(20261130)
        refused = 0
        tables = sorted(file.name for file in (self.asar.folder / "log").glob("*.sst"))
        self.assertGreater(len(tables), 5)
        for name in tables:
            for _ in range(3):
                asar = self.copy()
                file = asar.folder / "log" / name
                content = bytearray(file.read_bytes())
                at = dice.randrange(len(content))
                content[at] ^= 1 << dice.randrange(8)
                file.write_bytes(content)
                done = asar.raw("--json", "checkpoint", "create")
                answer = json.loads(done.stdout)
                if done.returncode == 0:
                    self.assertEqual(answer["data"]["note"], self.newest["note"], f"{name} byte {at}")
                else:
                    self.assertEqual(done.returncode, DAMAGED, f"{name} byte {at}: {done}")
                    self.assertRegex(answer["error"]["message"], rf"{name}|position|entry \d", f"byte {at}")
                    refused += 1
                shutil.rmtree(asar.folder.parent)
        self.assertGreater(refused, len(tables))


@unittest.skipUnless(is_there(), "ldb is not installed: it is in the package rocksdb-tools")
class Rows(Storage):
    """Rows changed by `ldb`, which makes all checksums of the database anew."""

    def database(self):
        asar = self.copy()
        return asar, Database(asar.folder)

    def test_an_old_event_replaced_under_its_old_hash(self):
        asar, database = self.database()
        value = database.frames()[8]
        forged = bytearray(value)
        forged[-40] ^= 1
        database.put(8, bytes(forged))
        self.refused("LOG_DAMAGED", asar, PUBLISHING, WRITING, ("audit", "bundle", asar.folder.parent / "b.zip"),
                     said="entry 9")
        self.refused("LEAF_DIFFERS", asar, ("event", "show", "9"), said="9")
        self.assertTrue(asar.run("event", "show", "7"))

    def test_an_old_event_replaced_with_its_hash(self):
        asar, database = self.database()
        database.put(8, self.other_bytes(database.frames()[8]))
        self.refused("HEAD_DIFFERS", asar)

    def test_an_old_event_replaced_with_its_hash_and_the_head_file(self):
        asar, database = self.database()
        database.put(8, self.other_bytes(database.frames()[8]))
        database.forge_head()
        for words in (PUBLISHING, WRITING):
            with self.assertRaises(Refused) as refused:
                self.does(asar, words)
            self.assertEqual(refused.exception.code, DAMAGED, refused.exception.error)

    def test_an_event_deleted_from_the_middle(self):
        asar, database = self.database()
        database.delete(8)
        self.refused("POSITIONS_MISSING", asar, said="positions 8 to 9 are missing")

    def test_an_event_stored_again_under_another_key(self):
        asar, database = self.database()
        database.put(11, database.frames()[8])
        self.refused("FRAMES_OVERLAP", asar, said="position 11")
        asar, database = self.database()
        database.put(self.status["size"] + 2, database.frames()[8])
        self.refused("POSITIONS_MISSING", asar, said=f"{self.status['size']} to {self.status['size'] + 1}")

    def test_the_tail_cut_off_by_one_frame_by_ten_and_all_but_the_founding(self):
        for kept in (12, 3, 1):
            asar, database = self.database()
            for first in sorted(database.frames())[kept:]:
                database.delete(first)
            last = self.status["size"] - 1
            self.refused("POSITIONS_MISSING", asar, said=f"positions {2 * kept} to {last} are missing")

    def test_the_tail_cut_off_and_the_head_file_made_to_fit(self):
        """What was signed and published here remembers; it is not signed again below it, nor recorded."""
        asar, database = self.database()
        for first in sorted(database.frames())[-2:]:
            database.delete(first)
        database.forge_head()
        self.refused("ROLLBACK_SUSPECTED", asar, PUBLISHING, WRITING)
        self.refused("LOG_SHORT", asar, ("report", "national"))
        self.refused("ROOT_DIFFERS", asar, ("report", "national", "--at", 3))

    def test_the_tail_cut_off_and_nothing_left_here_that_remembers(self):
        """Then only others can: who holds a checkpoint, or a witness."""
        asar, database = self.database()
        for first in sorted(database.frames())[-2:]:
            database.delete(first)
        database.forge_head()
        (asar.folder / "signed").unlink()
        shutil.rmtree(asar.folder / "tiles")
        asar.run("checkpoint", "create")
        self.assertEqual(self.audited(asar), "OK")
        self.assertEqual(self.audited(asar, "--old", self.held()), "ROLLBACK")
        self.grow(asar)
        self.grow(asar)
        asar.run("checkpoint", "create")
        self.assertEqual(self.audited(asar, "--old", self.held()), "FORK")

    @staticmethod
    def other_bytes(value):
        entries = entries_of(value)
        last = bytearray(entries[-1])
        last[-40] ^= 1
        made = frame([*entries[:-1], bytes(last)])
        assert leaves_of(made)[0] == leaves_of(value)[0]
        return made


class Files(Storage):
    def test_the_head_file_deleted(self):
        asar = self.copy()
        (asar.folder / "head").unlink()
        self.refused("HEAD_MISSING", asar, said=f"{self.status['size']} entries")
        for name in ("signed", "tiles"):
            path = asar.folder / name
            shutil.rmtree(path) if path.is_dir() else path.unlink()
        self.refused("HEAD_MISSING", asar)

    def test_the_database_of_another_ledger_in_its_place(self):
        other = Asar(PROGRAM, Path(tempfile.mkdtemp(dir=self.folder)) / "ledger")
        other.found()
        asar = self.copy()
        shutil.rmtree(asar.folder / "log")
        shutil.copytree(other.folder / "log", asar.folder / "log")
        self.refused("POSITIONS_MISSING", asar)
        shutil.copy(other.folder / "head", asar.folder / "head")
        with self.assertRaises(Refused) as refused:
            self.does(asar, PUBLISHING)
        self.assertEqual(refused.exception.code, DAMAGED, refused.exception.error)
        with self.assertRaises(Refused):
            self.grow(asar)
        self.assertEqual(self.audited(other), "ORIGIN_MISMATCH")

    def test_links_in_the_place_of_the_database_and_the_head_file(self):
        for name, reason in (("log", "LOG_LINKED"), ("head", "HEAD_LINKED"), ("log/CURRENT", "LOG_LINKED")):
            asar = self.copy()
            path, elsewhere = asar.folder / name, asar.folder.parent / "elsewhere"
            path.rename(elsewhere)
            path.symlink_to(elsewhere)
            self.refused(reason, asar, code=REFUSED, said=str(path))
            path.unlink()
            elsewhere.rename(path)
            self.grow(asar)
        asar = self.copy()
        os.link(asar.folder / "head", asar.folder.parent / "second")
        self.refused("HEAD_LINKED", asar, code=REFUSED)
        (asar.folder.parent / "second").unlink()
        self.grow(asar)

    def test_a_key_that_others_read_or_that_is_a_link(self):
        """That of the log signs no checkpoint, that of a person no command."""
        def others_read(key):
            key.chmod(0o644)

        def a_link(key):
            key.rename(key.with_suffix(".real"))
            key.symlink_to(key.with_suffix(".real"))

        def a_second_name(key):
            os.link(key, key.with_suffix(".second"))

        for attack in (others_read, a_link, a_second_name):
            asar = self.copy()
            keys = asar.folder / "keys"
            attack(keys / "log.key")
            self.grow(asar)
            self.assertIn("no checkpoint was signed", asar.stderr)
            self.refused("KEY_FILE_OPEN", asar, PUBLISHING, code=FORBIDDEN, said=str(keys / "log.key"))
            attack(keys / "authority-1.key")
            self.refused("KEY_FILE_OPEN", asar, ("key", "show", keys / "authority-1.key"), code=FORBIDDEN)

    def with_an_office(self):
        asar = self.copy()
        asar.endorse(self.people[1], self.grow(asar))
        asar.run("checkpoint", "create")
        asar.run("projection", "rebuild")
        return asar

    def change(self, asar, *others):
        """What every office is, in the read models."""
        with sqlite3.connect(asar.folder / "read" / "read.db") as database:
            table, = database.execute("select name from sqlite_master where type = 'table' and name glob "
                                      "'subjects__[0-9]*'").fetchone()
            column = [row[1] for row in database.execute(f"pragma table_info({table})")]
            database.execute(f"update {table} set {'state' if 'state' in column else column[-1]} = 'gone'")
            for sql in others:
                database.execute(sql)
        database.close()

    def test_a_row_of_a_read_model_changed_behind_it(self):
        """Found by comparison with the log, put right by making it anew."""
        asar = self.with_an_office()
        honest = asar.run("report", "register", "office", "--facts")
        self.change(asar)
        self.assertEqual(asar.raw("projection", "diff").returncode, 3)
        changed = asar.run("report", "register", "office", "--facts")
        self.assertNotEqual(changed, honest)
        with self.assertRaises(Refused):
            asar.run("projection", "rebuild")
        self.assertEqual(asar.run("report", "register", "office", "--facts"), changed)
        asar.run("projection", "rebuild", "--accept-differences")
        self.assertEqual(asar.run("projection", "diff")["differences"], [])
        self.assertEqual(asar.run("report", "register", "office", "--facts"), honest)

    def test_read_models_of_another_version_that_differ_are_read_until_somebody_decides(self):
        asar = self.with_an_office()
        words = ("report", "register", "office", "--facts")
        honest = asar.run(*words)
        self.change(asar)
        changed = asar.run(*words)
        self.assertNotEqual(changed, honest)
        self.change(asar, "update projections set version = 0 where name = 'places'")
        for _ in range(2):
            asar.stderr = ""
            self.assertEqual(asar.run(*words), changed)
            for command in ("`asar projection diff`", "`asar projection rebuild --accept-differences`"):
                self.assertIn(command, asar.stderr)
        self.refused("REBUILD_DIFFERS", asar, ("projection", "list"), ("projection", "rebuild"), code=CONFLICT)
        done = asar.raw("projection", "diff")
        self.assertEqual(done.returncode, 3, done.stderr)
        self.assertIn("subjects", done.stdout)
        self.assertEqual(asar.run(*words), changed)
        asar.run("projection", "rebuild", "--accept-differences")
        asar.stderr = ""
        self.assertEqual(asar.run(*words), honest)
        self.assertEqual(asar.stderr, "")
        self.assertEqual(asar.raw("projection", "diff").returncode, 0)

    def test_an_index_of_words_changed_behind_it(self):
        """What is not found by a word any more is found by comparison with the log."""
        asar = self.with_an_office()
        self.assertEqual(asar.raw("projection", "diff").returncode, 0)
        with sqlite3.connect(asar.folder / "read" / "read.db") as database:
            database.execute("insert into entry_search__1 (entry_search__1) values ('delete-all')")
        database.close()
        done = asar.raw("projection", "diff")
        self.assertEqual(done.returncode, 3, done.stderr)
        self.assertIn("entry_search", done.stdout)
        self.refused("REBUILD_DIFFERS", asar, ("projection", "rebuild"), code=CONFLICT, said="entry_search")
        asar.run("projection", "rebuild", "--accept-differences")
        self.assertEqual(asar.raw("projection", "diff").returncode, 0)


class Disks(Storage):
    def setUp(self):
        if os.geteuid() != 0:
            self.skipTest("only root may mount")
        self.disk = Path(tempfile.mkdtemp(dir=self.folder))
        done = subprocess.run(["mount", "-t", "tmpfs", "-o", "size=16m", "asar-storage", str(self.disk)],
                              capture_output=True, text=True, check=False)
        if done.returncode != 0:
            self.skipTest(f"no tmpfs can be mounted here: {done.stderr.strip()}")
        self.addCleanup(subprocess.run, ["umount", str(self.disk)], check=False)

    def remount(self, how):
        subprocess.run(["mount", "-o", f"remount,{how}", str(self.disk)], check=True)

    def test_a_disk_that_becomes_read_only(self):
        """Reading goes on, nothing is recorded or called recorded, and afterwards all goes on."""
        ledger = self.disk / "ledger"
        shutil.copytree(self.asar.folder, ledger)
        asar = Asar(PROGRAM, Path(tempfile.mkdtemp(dir=self.folder)) / "none")
        asar.folder = ledger
        self.remount("ro")
        self.assertEqual(asar.run("status")["size"], self.status["size"])
        with self.assertRaises(Refused) as refused:
            self.grow(asar)
        self.assertEqual(refused.exception.code, STOPPED, refused.exception.error)
        self.remount("rw")
        self.assertEqual(asar.run("status")["size"], self.status["size"])
        self.assertEqual(self.grow(asar), self.status["size"] + 1)


if __name__ == "__main__":
    PROGRAM, AUDIT = sys.argv.pop(1), sys.argv.pop(1)
    outcome = unittest.main(exit=False).result
    if outcome.wasSuccessful() and outcome.skipped:
        print(f"SKIPPED: {outcome.skipped[0][1]}")
        sys.exit(77)
    sys.exit(not outcome.wasSuccessful())
