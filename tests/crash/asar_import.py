#!/usr/bin/env python3
"""kill -9 of `asar import`, again and again until it is through: each row is in the ledger once.

Usage: asar_import.py ASAR AUDIT [--seed N]
The oracle is the same import, never disturbed: the same number of entries, persons, hours entries and minutes.
"""
import pathlib
import shutil
import sqlite3
import subprocess
import sys
import time

import campaign

TREE = pathlib.Path(__file__).resolve().parents[1]
sys.path.insert(0, str(TREE / "end_to_end"))
from asar_program import Asar  # noqa: E402

MAPPING = TREE / "end_to_end" / "import" / "time_use_diaries.toml"
ROWS = 40_000 if campaign.NIGHTLY else 8_000
SLOT = 4096
SOURCES = 8 if campaign.NIGHTLY else 3
TITLE = {"kk": "Sample", "ru": "Sample", "en": "Sample"}
AUDIT = ""


class Office:
    """A demo ledger with an importer; or a copy of another one, of which only the folder differs."""

    def __init__(self, this, like=None):
        self.this, self.place = this, this.place()
        self.ledger = self.place / "ledger"
        if like is not None:
            shutil.copytree(like.ledger, self.ledger)
            self.__dict__.update(office=like.office, programme=like.programme, importer=like.importer)
        self.asar = Asar(this.target.program, self.ledger)
        if like is None:
            self.found()

    def found(self):
        first, second = self.asar.found()
        self.office, self.programme = self.asar.new_id(), self.asar.new_id()
        self.asar.decide_by_two(first, second, "officeEstablish", office=self.office, kind="national", names=TITLE)
        self.asar.decide_by_two(first, second, "programmeDefine", programme=self.programme, office=self.office,
                                direction="umit", names=TITLE)
        self.importer = self.asar.register(first, self.office, "importer")
        self.asar.decide_by_two(first, second, "roleGrant", person=self.importer.id, role="importer")

    def words(self, source, *options):
        return ["import", source, "--mapping", MAPPING, "--key", self.importer.key_file, "--set",
                f"office={self.office}", "--set", f"programme={self.programme}", *options]

    def bring(self, source, *options):
        return self.asar.run(*self.words(source, *options))

    def recorded(self):
        """How many entries the head file promises; it is read beside the running importer, so a slot may be torn."""
        slots = (self.ledger / "head").read_bytes()
        return max(int.from_bytes(slots[at + 8:at + 16], "big") for at in (0, SLOT))

    def killed(self, source, after, begun_to_record):
        """One run that is killed so many seconds after its start, or after its first part was recorded; whether it
        was through before."""
        before = self.recorded()
        command = [self.this.target.program, "--data", self.ledger, *self.words(source)]
        with subprocess.Popen([*map(str, command)], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
                              env=self.asar.environment) as running:
            while begun_to_record and running.poll() is None and self.recorded() == before:
                time.sleep(0.0005)
            try:
                return running.wait(timeout=after) == 0
            except subprocess.TimeoutExpired:
                running.kill()
                return False

    def counted(self):
        """What came of it all."""
        self.asar.run("checkpoint", "create")
        self.asar.run("projection", "rebuild")
        with sqlite3.connect(self.ledger / "read" / "read.db") as database:
            rows = database.execute("select count(*), count(distinct volunteer), sum(minutes) from hours_entries")
            return self.asar.run("status")["size"], *rows.fetchone()

    def verify(self):
        bundle = self.place / "all.zip"
        self.asar.run("audit", "bundle", bundle)
        status = self.asar.run("status")
        self.this.run([AUDIT, "verify", str(bundle), "--vkey", status["vkey"], "--ledger", status["ledger"]], (0,))


def diaries(this, number, rows=ROWS):
    source = this.folder / f"diaries-{number}.csv"
    lines = ["person_seq,diary_year,diary_month,diary_day,activity_tier_code,minutes"]
    for row in range(rows):
        lines.append(f"{row // 4},2003,{row % 12 + 1},{row % 28 + 1},150102,{this.random.randint(1, 300)}")
    source.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return source


def attack(this):
    origin = Office(this)
    before = origin.asar.run("status")["size"]
    kills = broken_off = 0
    for number in range(SOURCES):
        source = diaries(this, number)
        calm = Office(this, origin)
        begun = time.monotonic()
        calm.bring(source)
        took = time.monotonic() - begun
        expected = calm.counted()
        if number == 0:
            planted = Office(this, origin)
            planted.bring(source)
            planted.bring(source, "--batch", planted.asar.new_id())
            this.must_find("a source that was imported again from its first row", planted.counted() != expected)
        office = Office(this, origin)
        # By turns between two parts, which is a short time on a fast machine, and anywhere.
        while not office.killed(source, this.random.random() * (took * 1.1 if kills % 2 else 0.02), kills % 2 == 0):
            kills += 1
            if office.asar.run("status")["size"] not in (before, expected[0]):
                broken_off += 1
        office.bring(source)  # says so once more: nothing is left to do
        if (found := office.counted()) != expected:
            raise campaign.Failed(f"entries, hours, persons, minutes are {found}, undisturbed {expected}")
        office.verify()
    if broken_off == 0:
        raise campaign.Failed(f"{kills} kills, none between the parts of an import: nothing was tried")
    this.say(f"{SOURCES} sources of {ROWS} rows, {kills} kills, {broken_off} of them between parts: each row once")


if __name__ == "__main__":
    AUDIT = sys.argv.pop(2)
    campaign.main("asar_import", attack)
