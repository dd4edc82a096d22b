#!/usr/bin/env python3
"""A disk that fills up: the writer stops, reading goes on, and after room is made so does writing."""
import contextlib
import os
import shutil
import subprocess

import campaign

SIZES_MIB = (4, 6, 8, 12, 16, 24) if campaign.NIGHTLY else (4, 8)


@contextlib.contextmanager
def small_disk(this, mib):
    """A place whose ledger lies on a tmpfs of that size; the journal lies outside."""
    if os.geteuid() != 0 or not shutil.which("mount"):
        raise campaign.Skipped("filling a disk needs root, to mount a small tmpfs")
    place = this.place()
    disk = place / "ledger"
    disk.mkdir()
    mounted = subprocess.run(["mount", "-t", "tmpfs", "-o", f"size={mib}m", "asar-crash", str(disk)],
                             capture_output=True, text=True, check=False)
    if mounted.returncode != 0:
        raise campaign.Skipped(f"no tmpfs can be mounted here: {mounted.stderr.strip()}")
    try:
        yield place
    finally:
        subprocess.run(["umount", str(disk)], check=False)


def grow(place, mib):
    subprocess.run(["mount", "-o", f"remount,size={mib}m", str(place / "ledger")], check=True)


def attack(this):
    with small_disk(this, 4) as place:
        this.write(place, "--plant", "ack-unknown", expected=(campaign.STOPPED,))
        this.must_find("acknowledging a batch that found no room", this.check(place, expected=None).returncode != 0)

    for mib in SIZES_MIB:
        with small_disk(this, mib) as place:
            stopped = this.write(place, expected=(campaign.STOPPED,))
            if "DOUBTFUL" not in stopped.stdout or "space" not in stopped.stdout:
                raise campaign.Failed(f"the writer did not say that the disk is full: {stopped.stdout}")
            full = campaign.size_of(this.check(place))
            this.write(place, expected=(campaign.STOPPED,))  # no better while there is no room
            grow(place, 4 * mib)
            this.write(place, "--batches", 20)
            more = campaign.size_of(this.check(place))
            this.say(f"{mib} MiB: full at {full} entries, all served; {more} after room was made")


if __name__ == "__main__":
    campaign.main("disk_full", attack)
