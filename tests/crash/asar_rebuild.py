#!/usr/bin/env python3
"""kill -9 of `asar projection rebuild`, again and again: what is read is the tables before or those made anew, whole
and with their own bookmark; reports answer meanwhile; and the next run goes on to the same end.

Usage: asar_rebuild.py ASAR [--seed N]
The tables before stand at an earlier size, and either say something else in one row or are of an earlier version with a
column of its own, so that every mixture of the two shows.
"""
import fcntl
import hashlib
import shutil
import sqlite3
import subprocess
import time

import asar_import
import campaign
import sync_error

ROUNDS = 50 if campaign.NIGHTLY else 6
# Of calls that change files: the last ones of a rebuild settle both databases and switch.
CALLS = "rename,renameat,renameat2,unlink,ftruncate"
MOMENTS = range(1, 25) if campaign.NIGHTLY else range(1, 25, 4)
SOURCES, ROWS = 3, 8_000  # imported, and rows of each: after every death all tables are read
REPORT = ("report", "national")

DIFFERENT = "update {hours} set minutes = minutes + 1 where rowid = (select min(rowid) from {hours})"
EARLIER = """
alter table {hours} rename to hours_entries__0;
drop view hours_entries;
create view hours_entries as select *, 7 as earlier from hours_entries__0;
update projections set version = 0 where name = 'hours_by_volunteer'
"""


class Tables:
    """A ledger whose read models stand before the newest checkpoint; the folder itself is used again and again."""

    def __init__(self, this):
        self.this = this
        office = asar_import.Office(this)
        for number in range(SOURCES):
            office.bring(asar_import.diaries(this, number, ROWS))
        office.asar.run("checkpoint", "create")
        self.ledger = office.ledger
        self.read = self.ledger / "read"
        self.database = self.read / "read.db"
        begun = time.monotonic()
        self.asar("projection", "rebuild", expected=(0,))
        self.took = time.monotonic() - begun
        self.after = self.content()
        size = self.after["bookmark"][0]
        self.earlier_size = size - min(size // 3, 20_000)  # less than a chunk: seen are whole goals alone
        self.whole = shutil.copy(self.database, self.this.folder / "after.db")
        self.allowed = []

    def command(self, *words):
        return [self.this.target.program, "--data", str(self.ledger), "--json", *map(str, words)]

    def asar(self, *words, expected=None):
        return self.this.run(self.command(*words), expected)

    def content(self):
        """What a reader sees: each view's rows, and the bookmark."""
        seen = {}
        with sqlite3.connect(f"file:{self.database}?mode=rw", uri=True) as database:
            views = database.execute("select name from sqlite_master where type = 'view' order by name").fetchall()
            for view, in views:
                rows = sorted(map(repr, database.execute(f"select * from {view}")))
                seen[view] = hashlib.sha256("\n".join(rows).encode()).hexdigest()
            seen["bookmark"] = database.execute("select size, goal, hex(root), hex(last_leaf), hex(frontier) "
                                                "from bookmark").fetchone()
        database.close()
        return seen

    def change(self, script):
        with sqlite3.connect(self.database) as database:
            table, = database.execute("select name from sqlite_master where type = 'table' and name glob "
                                      "'hours_entries__[0-9]*'").fetchone()
            database.executescript(script.format(hours=table))
        database.close()

    def lay(self, file):
        """Puts a database into the place of what is read; nothing is left of a rebuild."""
        for left in self.read.glob("*.db*"):
            left.unlink()
        shutil.copy(file, self.database)

    def make_before(self, script):
        """The tables before, in a file; and what a reader may see of them."""
        self.asar("report", "national", "--at", self.earlier_size, expected=(0,))
        earlier = shutil.copy(self.read / "past.db", self.this.folder / "earlier.db")
        self.lay(earlier)
        switched = self.content()
        self.change(script)
        file = shutil.copy(self.database, self.this.folder / "before.db")
        self.allowed = [self.content(), switched, self.after]
        if any(self.allowed.count(one) > 1 for one in self.allowed):
            raise campaign.Failed("the states before and after look alike: nothing is tried")
        return file

    def is_whole(self):
        return self.content() in self.allowed

    def finish(self, words):
        """The next run goes on to the end."""
        self.asar(*words, expected=(0,))
        if self.content() != self.after:
            raise campaign.Failed("a rebuild that goes on after a death gives other tables")
        if left := [path.name for path in self.read.glob("next.db*")]:
            raise campaign.Failed(f"left behind: {left}")
        self.asar("projection", "diff", expected=(0,))


def report(tables):
    done = tables.asar(*REPORT)
    if done.returncode != 0:
        raise campaign.Failed(f"no report while tables are made anew: {done.returncode} {done.stdout}{done.stderr}")
    return done.stdout


def report_beside_a_rebuild(tables):
    with open(tables.read / "next.lock", "w", encoding="utf-8") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        return report(tables)


def plant(this, tables, before):
    """A switch without its bookmark, and one that is not whole."""
    tables.lay(tables.whole)
    with sqlite3.connect(tables.database) as database:
        database.execute("attach ? as earlier", (str(before),))
        database.execute("delete from main.bookmark")
        database.execute("insert into main.bookmark select * from earlier.bookmark")
    database.close()
    this.must_find("a switch of the tables without their bookmark", not tables.is_whole())
    tables.lay(tables.whole)
    tables.change(DIFFERENT)
    this.must_find("a row of the tables before among those after", not tables.is_whole())


def kill_at_random(this, tables, before, words, answers):
    tables.lay(before)
    deaths = 0
    for number in range(ROUNDS):
        with subprocess.Popen(tables.command(*words), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as running:
            time.sleep(this.random.random() * tables.took * 1.2)
            if answers and number % 3 == 0 and report(tables) not in answers:
                raise campaign.Failed("a report is neither of the tables before nor of those after")
            deaths += running.poll() is None
            running.kill()
        if not tables.is_whole():
            raise campaign.Failed("what is read is neither the tables before nor those after")
        if tables.content() == tables.after:
            tables.finish(words)
            tables.lay(before)
    tables.finish(words)
    return deaths


def kill_at_calls(this, tables, before, words):
    deaths = 0
    for moment in MOMENTS:
        tables.lay(before)
        done = this.run(["strace", "-f", "-qq", "-o", "/dev/null", "-e", f"trace={CALLS}",
                         "-e", f"inject={CALLS}:signal=KILL:when={moment}", *tables.command(*words)])
        deaths += done.returncode in (-9, 137)
        if not tables.is_whole():
            raise campaign.Failed(f"killed at call {moment}: neither the tables before nor those after")
        tables.finish(words)
    return deaths


def attack(this):
    sync_error.require_strace()
    tables = Tables(this)
    for script, words in ((DIFFERENT, ("projection", "rebuild", "--accept-differences")),
                          (EARLIER, ("projection", "rebuild"))):
        before = tables.make_before(script)
        plant(this, tables, before)
        answers = []
        if script == EARLIER:
            tables.lay(before)
            answers.append(report_beside_a_rebuild(tables))
            tables.lay(tables.whole)
            answers.append(report(tables))
            if answers[0] == answers[1]:
                raise campaign.Failed("the reports before and after look alike: nothing is tried")
        deaths = kill_at_random(this, tables, before, words, answers)
        at_calls = kill_at_calls(this, tables, before, words)
        if deaths < ROUNDS // 3 or at_calls < len(MOMENTS) // 3:
            raise campaign.Failed(f"only {deaths} and {at_calls} deaths: the campaign misses its mark")
        this.say(f"{' '.join(words)}: {deaths} deaths at random, {at_calls} at calls, each time whole and finished")


if __name__ == "__main__":
    campaign.main("asar_rebuild", attack)
