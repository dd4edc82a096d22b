#!/usr/bin/env python3
"""The same faults through the program people run: `asar submit` prints a receipt, and it is kept.

Usage: asar_faults.py ASAR SAMPLE AUDIT FAULT [--seed N]
The journal is what asar printed. The oracle sends the same lines under the same ids again: every receipt printed before
must come back word for word and "known before", and nothing may be recorded twice. Each fault plants a bug first.
"""
import json
import re
import shutil
import sqlite3
import subprocess
import sys
import time

import campaign
import disk_full
import sync_error

RECEIPT = re.compile(r"^([0-9a-z]{26})  entries (\d+) to (\d+)  (\S+)  ([0-9a-f]{64})(  known before)?$", re.M)
NIGHTLY = campaign.NIGHTLY
PROGRAMS = {}
LIMITS = {"limits": [], "claimWithinDays": 14, "attestWithinDays": 14}


class Office:
    """A demo ledger in a place, and runs of `asar submit` on it."""

    def __init__(self, this, like=None, folder=None):
        self.this = this
        self.place = folder or this.place()
        self.ledger = self.place / "ledger"
        if like is None:
            self.asar("init", "--demo", "--signed-at", "2026-03-01T09:00:00+05:00", expected=(0,))
            self.persons = [key["person"] for key in self.answer("init.json")["keys"]]
        else:
            shutil.copytree(like.ledger, self.ledger, dirs_exist_ok=True)
            self.persons = like.persons

    def answer(self, name):
        return json.loads((self.place / name).read_text())["data"]

    def command(self, *words):
        return [PROGRAMS["asar"], "--data", str(self.ledger), *map(str, words)]

    def asar(self, *words, expected=None):
        """Runs with --json; the answer is kept as NOUN.json."""
        done = self.this.run(self.command("--json", *words), expected)
        (self.place / f"{words[0]}.json").write_text(done.stdout)
        return done

    def new_run(self, groups, weight=8):
        """An id, and lines that become that many submissions: classes take turns. `weight` is in bytes."""
        self.this.runs += 1
        run = (int(time.time() * 1000) << 80) | self.this.random.getrandbits(80)
        name = "".join("0123456789abcdefghjkmnpqrstvwxyz"[run >> 5 * i & 31] for i in reversed(range(26)))
        lines = []
        for i in range(groups):
            lines.append({"command": "policyPublish", "policy": self.persons[0], "kind": "hoursLimits",
                          "version": f"{self.this.runs}-{i}", "status": "announced", "source": "x" * weight,
                          "validFrom": "2026-03-01", "hoursLimits": LIMITS} if i % 2 == 0 else
                         {"command": "roleGrant", "person": self.persons[1], "role": "auditor"})
        return Run(self, name, [json.dumps(line) + "\n" for line in lines])

    def go_back_to(self, older):
        """Puts another office's ledger in the place of this one; the folder itself stays, it may be a mounted disk."""
        for path in list(self.ledger.iterdir()):
            if path.is_dir():
                shutil.rmtree(path)
            else:
                path.unlink()
        shutil.copytree(older.ledger, self.ledger, dirs_exist_ok=True)


class Run:
    def __init__(self, office, name, lines):
        self.office, self.name, self.lines = office, name, lines
        self.input = office.place / f"{name}.jsonl"
        self.journal = office.place / f"{name}.journal"
        self.input.write_text("".join(lines))

    def command(self, file=None):
        return self.office.command("submit", file or self.input, "--key",
                                   self.office.ledger / "keys" / "authority-1.key", "--submission-id", self.name,
                                   "--signed-at", "2026-03-01T10:00:00+05:00", "--no-progress")

    def start(self, before=()):
        with self.journal.open("w") as journal:
            return subprocess.Popen([*before, *self.command()], stdout=journal, stderr=subprocess.PIPE, text=True)

    def finish(self, before=()):
        running = self.start(before)
        self.said = running.communicate(timeout=120)[1]
        return running.returncode

    def receipts(self):
        """What was printed whole; a killed program may leave half a line."""
        return [one[:5] for one in RECEIPT.findall(self.journal.read_text())]

    def again(self, groups):
        """The first groups once more: the receipts that come back, and which of them were known before."""
        short = self.input.with_suffix(".again")
        short.write_text("".join(self.lines[:groups]))
        done = self.office.this.run(self.command(short), (0,))
        return RECEIPT.findall(done.stdout)

    def again_whole(self):
        return self.office.this.run(self.command()).returncode

    def lost(self):
        """What the oracle holds against the program; nothing where all is well."""
        printed = self.receipts()
        back = self.again(min(len(printed) + 2, len(self.lines)))
        for number, receipt in enumerate(printed):
            if back[number][:5] != receipt or not back[number][5]:
                return f"receipt {number} was {receipt}, now {back[number]}"
        ends = [(int(one[1]), int(one[2])) for one in back]
        if any(second[0] <= first[1] for first, second in zip(ends, ends[1:])):
            return f"entries are doubled: {ends}"
        return None

    def check(self):
        if found := self.lost():
            raise campaign.Failed(f"{self.name}: {found}")


def verify(office):
    """The independent program's word on the whole log."""
    office.asar("checkpoint", "create", expected=(0,))
    bundle = office.place / "all.zip"
    bundle.unlink(missing_ok=True)
    office.asar("audit", "bundle", bundle, expected=(0,))
    office.asar("status", expected=(0,))
    status = office.answer("status.json")
    office.this.run([PROGRAMS["audit"], "verify", str(bundle), "--vkey", status["vkey"], "--ledger",
                     status["ledger"]], (0,))
    return status["size"]


def wait_for_receipt(run, running):
    while not run.receipts():
        if running.poll() is not None:
            raise campaign.Failed(f"asar ended with {running.returncode}: {running.stderr.read()}")
        time.sleep(0.002)


def kill(this):
    origin = Office(this)
    planted = Office(this, origin)
    run = planted.new_run(4)
    assert run.finish() == 0
    planted.go_back_to(origin)
    this.must_find("a log that went back to an older one", run.lost() is not None)

    rounds, receipts = (300, 0) if NIGHTLY else (15, 0)
    for _ in range(rounds):
        run = origin.new_run(400)
        running = run.start()
        wait_for_receipt(run, running)
        time.sleep(this.random.random() * 0.15)
        running.kill()
        running.communicate()
        receipts += len(run.receipts())
        run.check()
    this.say(f"{rounds} kills, {receipts} receipts printed, {verify(origin)} entries, audited: all there once")


def with_failing_syncs(run, moment):
    """The exit code of a run whose fdatasync calls fail from the given one on."""
    return run.finish(["strace", "-f", "-qq", "-o", "/dev/null", "-e", "trace=fdatasync",
                       "-e", f"inject=fdatasync:error=EIO:when={moment}+"])


def sync_fails(this):
    sync_error.require_strace()
    origin = Office(this)
    planted = Office(this, origin)
    run = planted.new_run(40)
    with_failing_syncs(run, 40)
    if not run.receipts():
        raise campaign.Failed(f"no receipt was printed while 39 syncs held: {run.said}")
    planted.go_back_to(origin)
    this.must_find("receipts of submissions that a failing disk did not keep", run.lost() is not None)

    stops = 0
    moments = range(1, 121) if NIGHTLY else (1, 2, 4, 6, 9, 14, 23)
    for moment in moments:
        run = origin.new_run(70)  # each submission syncs the log and the head: more often than the last moment
        code = with_failing_syncs(run, moment)
        if code != campaign.STOPPED:
            raise campaign.Failed(f"EIO from fdatasync {moment} on: ended with {code}: {run.said}")
        if "LEDGER_STOPPED" in run.said:
            stops += 1
            if f"--submission-id {run.name}" not in run.said or "in doubt" not in run.said:
                raise campaign.Failed(f"the doubtful submission is not named: {run.said}")
            if not list((origin.ledger / "incidents").glob("*")):
                raise campaign.Failed("no incident file was written")
        if len(run.receipts()) >= moment:
            raise campaign.Failed(f"{len(run.receipts())} receipts although only {moment - 1} syncs held")
        run.check()  # a clean restart; what was in doubt is there once, under its id
    if stops < 3:
        raise campaign.Failed(f"only {stops} runs were stopped in the middle of an append")
    this.say(f"{len(moments)} moments, {stops} stops within a submit, {verify(origin)} entries, audited")


def fill(run):
    """Submits until the disk is full."""
    if run.finish() != campaign.STOPPED or "LEDGER_STOPPED" not in run.said:
        raise campaign.Failed(f"a full disk did not stop the program: {run.said}")


def full_disk(this):
    origin = Office(this)
    with disk_full.small_disk(this, 4) as place:
        planted = Office(this, origin, folder=place)
        run = planted.new_run(2000, weight=4000)
        fill(run)
        planted.go_back_to(origin)
        disk_full.grow(place, 64)
        this.must_find("receipts of submissions that a full disk did not keep", run.lost() is not None)

    for mib in (4, 6, 9) if NIGHTLY else (4,):
        with disk_full.small_disk(this, mib) as place:
            office = Office(this, origin, folder=place)
            run = office.new_run(500 * mib, weight=4000)  # more than there is room for
            fill(run)
            if run.again_whole() != campaign.STOPPED:
                raise campaign.Failed("a second run on the full disk was not refused")
            disk_full.grow(place, 16 * mib)
            run.check()
            receipts = len(run.receipts())
            this.say(f"{mib} MiB: full after {receipts} receipts, all there; {verify(office)} entries, audited")


def locked_out(run):
    """Whether a run that begins beside another one ends at once, by name, and without a receipt."""
    return run.finish() == campaign.LOCKED and "LOCKED" in run.said and not run.receipts()


def two_writers(this):
    office = Office(this)
    planted = Office(this, office)
    first = planted.new_run(3000)
    running = first.start()
    wait_for_receipt(first, running)
    (planted.ledger / "log" / "LOCK").unlink()
    found = not locked_out(planted.new_run(2))
    beside = len(first.receipts()) < 3000
    running.kill()
    running.communicate()
    this.must_find("a lock that locks nobody out", found and beside)

    for _ in range(20 if NIGHTLY else 3):
        first, second = office.new_run(300), office.new_run(2)
        running = first.start()
        wait_for_receipt(first, running)
        if not locked_out(second):
            raise campaign.Failed(f"the second writer was not locked out: {second.said}")
        running.communicate(timeout=120)
        if running.returncode != 0 or len(first.receipts()) != 300:
            raise campaign.Failed(f"the first writer was disturbed: {running.returncode}")
        first.check()
    this.say(f"the second writer ended with 8 each time; {verify(office)} entries, audited")


def follower(this):
    """kill -9 of what leads the SQL tables on: rows and bookmark change together, so the next run goes on cleanly."""
    office = Office(this)
    shutil.rmtree(office.ledger)
    this.run([PROGRAMS["sample"], "--data", str(office.ledger), "--scale", "1" if NIGHTLY else "0.1"], (0,))
    begun = time.monotonic()
    office.asar("projection", "rebuild", expected=(0,))
    took = time.monotonic() - begun
    with sqlite3.connect(office.ledger / "read" / "read.db") as database:
        table, = database.execute("select name from sqlite_master where type = 'table' and name glob 'grants__[0-9]'"
                                  ).fetchone()
        database.execute(f"update {table} set spent = spent + 1 where rowid = (select min(rowid) from {table})")
    this.must_find("a row changed behind the follower's back", office.asar("projection", "diff").returncode == 3)

    for _ in range(50 if NIGHTLY else 5):
        shutil.rmtree(office.ledger / "read")
        with subprocess.Popen(office.command("--json", "projection", "list"), stdout=subprocess.DEVNULL) as running:
            time.sleep(this.random.random() * took)
            running.kill()
        office.asar("projection", "diff", expected=(0,))
    this.say(f"killed at random within {took:.1f} s, each time the tables came out as made anew")


FAULTS = {"kill": kill, "sync_error": sync_fails, "disk_full": full_disk, "two_writers": two_writers,
          "follower": follower}

if __name__ == "__main__":
    PROGRAMS.update(asar=sys.argv[1], sample=sys.argv.pop(2), audit=sys.argv.pop(2))
    fault = sys.argv.pop(2)
    campaign.main(f"asar_{fault}", FAULTS[fault])
