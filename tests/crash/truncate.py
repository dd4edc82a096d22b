#!/usr/bin/env python3
"""The WAL cut off between its records and inside them: the missing positions are named."""
import shutil
import struct

import campaign

CUTS = 200 if campaign.NIGHTLY else 24
BLOCK, HEADER = 32768, 7


def record_ends(content):
    """Offsets where a physical record ends: 4 bytes CRC, 2 bytes length, 1 byte type, payload."""
    ends, at = [], 0
    while at + HEADER <= len(content):
        if BLOCK - at % BLOCK < HEADER:
            at += BLOCK - at % BLOCK
            continue
        length, kind = struct.unpack_from("<HB", content, at + 4)
        if kind == 0:
            break
        at += HEADER + length
        ends.append(at)
    return ends


def sample(this):
    place = this.place()
    this.write(place, "--batches", 8)
    this.write(place, "--batches", 40)
    return place


def cut(this, like, length):
    place = this.place(like)
    wal = max((place / "ledger" / "log").glob("*.log"))
    with open(wal, "r+b") as file:
        file.truncate(length)
    return place


def attack(this):
    like = sample(this)
    content = max((like / "ledger" / "log").glob("*.log")).read_bytes()
    ends = record_ends(content)
    if len(ends) < 40:
        raise campaign.Failed(f"only {len(ends)} records in a WAL of {len(content)} bytes")

    headless = cut(this, like, ends[len(ends) // 2])
    this.run(this.target.forge_head(headless), (campaign.WELL,))
    this.must_find("a log that would not compare itself with its head file",
                   this.check(headless, expected=None).stdout.startswith("LOST"))

    between = [0] + this.random.sample(ends[:-1], CUTS)
    inside = [this.random.randrange(1, ends[-1]) for _ in range(CUTS)]
    for length in between + inside:
        for mode in ((), ("--write",)):
            place = cut(this, like, length)
            done = this.check(place, *mode, expected=(campaign.REFUSED,))
            if "missing" not in done.stdout:
                raise campaign.Failed(f"cut at {length}: refused without the missing positions: {done.stdout}")
            shutil.rmtree(place)
    this.check(cut(this, like, ends[-1]))
    this.say(f"{len(between)} cuts between records and {len(inside)} inside them, all refused with the positions")


if __name__ == "__main__":
    campaign.main("truncate", attack)
