#!/usr/bin/env python3
"""One flipped bit in each kind of file: refused by name, or every acknowledged entry under the same root."""
import shutil

import campaign

FLIPS = 400 if campaign.NIGHTLY else 40
# Small files are hit everywhere; a database file of zeros after its end would only dilute the campaign.
KINDS = {"table": "log/*.sst", "wal": "log/*.log", "manifest": "log/MANIFEST-*", "head": "head"}


def sample(this):
    """Several tables, a live WAL with some frames in it, and a killed writer."""
    place = this.place()
    for _ in range(3):
        this.write(place, "--batches", 12)
    writer = this.start(place)
    before = campaign.acknowledgements(place)
    while campaign.acknowledgements(place) < before + 12:
        pass
    this.kill(writer)
    this.check(place)
    return place


def flip(this, file):
    content = bytearray(file.read_bytes())
    used = len(content.rstrip(b"\0")) or len(content)
    at = this.random.randrange(used)
    content[at] ^= 1 << this.random.randrange(8)
    file.write_bytes(content)
    return at


def names(refusal, file):
    """Whether a refusal says where to look."""
    return file.name in refusal or "position" in refusal


def hit(this, like, kind, pattern):
    """(refused, served) of one flip, looked at by a reader and by a writer."""
    outcome = [0, 0]
    file_of = {}
    for mode in ((), ("--write",)):
        place = this.place(like)
        files = sorted((place / "ledger").glob(pattern))
        if not file_of:
            file_of["index"] = this.random.randrange(len(files))
            file = files[file_of["index"]]
            at = flip(this, file)
            file_of["content"] = file.read_bytes()
        file = files[file_of["index"]]
        file.write_bytes(file_of["content"])
        done = this.check(place, *mode, expected=(campaign.WELL, campaign.REFUSED))
        if done.returncode == campaign.REFUSED and not names(done.stdout, file):
            raise campaign.Failed(f"{kind} {file.name}, byte {at}: refused without saying where: {done.stdout}")
        outcome[0 if done.returncode == campaign.REFUSED else 1] += 1
        shutil.rmtree(place)
    return outcome


def attack(this):
    like = sample(this)
    forged = this.place(like)
    this.run(this.target.rewrite(forged, 5), (campaign.WELL,))
    this.must_find("an entry rewritten with all checksums and the head file forged to fit",
                   this.check(forged, expected=None).stdout.startswith("DIFFERENT"))
    for kind, pattern in KINDS.items():
        refused = served = 0
        for _ in range(FLIPS):
            one = hit(this, like, kind, pattern)
            refused, served = refused + one[0], served + one[1]
        this.say(f"{kind}: {FLIPS} flips, opened twice each: {refused} refused by name, {served} served whole")


if __name__ == "__main__":
    campaign.main("flip", attack)
