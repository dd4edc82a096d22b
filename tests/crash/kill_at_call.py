#!/usr/bin/env python3
"""Death at the n-th system call that changes a file, while opening, writing or recovering: nothing is lost."""
import sync_error

import campaign

CALLS = "write,pwrite64,fdatasync,fsync,rename,unlink,ftruncate,fallocate"
MOMENTS = range(1, 201, 2) if campaign.NIGHTLY else (*range(1, 40, 3), 47, 60, 77, 100, 131, 170, 220, 290)


def killed_at(this, place, moment, *options):
    this.runs += 1
    command = ["strace", "-f", "-qq", "-o", "/dev/null", "-e", f"trace={CALLS}",
               "-e", f"inject={CALLS}:signal=KILL:when={moment}"]
    return this.run(command + this.target.write(place, this.runs, "--batches", 60, *options))


def loses_what_it_acknowledged(this, origin, moment):
    """Whether the oracle speaks after the death of a writer that acknowledges before it appends."""
    place = this.place(origin)
    killed_at(this, place, moment, "--plant", "ack-first")
    return this.check(place, expected=None).returncode == campaign.ORACLE


def attack(this):
    sync_error.require_strace()
    origin = this.place()
    this.write(origin, "--batches", 2)
    # A batch takes about ten calls, and the log is open long before these.
    this.must_find("acknowledging before the append, killed in between",
                   any(loses_what_it_acknowledged(this, origin, moment) for moment in range(150, 190)))

    # One log that lives through all of them, and one that is never older than one death.
    place = this.place()
    killed = 0
    for moment in MOMENTS:
        young = this.place()
        for victim in (place, young):
            done = killed_at(this, victim, moment)
            killed += done.returncode in (-9, 137)
        if (young / "ledger" / "head").exists():
            this.check(young)
        this.write(young, "--batches", 2)
        this.check(young)
    this.write(place, "--batches", 2)
    this.check(place)
    if killed < len(MOMENTS):
        raise campaign.Failed(f"only {killed} of {2 * len(MOMENTS)} writers died: the campaign misses its mark")
    this.say(f"{killed} deaths at {len(MOMENTS)} moments, {campaign.acknowledgements(place)} batches still there")


if __name__ == "__main__":
    campaign.main("kill_at_call", attack)
