#!/usr/bin/env python3
"""fdatasync fails: no acknowledgement, a full stop, and after a restart the doubtful batch is there once."""
import shutil
import subprocess

import campaign

MOMENTS = range(1, 241) if campaign.NIGHTLY else (1, 2, 3, 4, 5, 6, 9, 14, 23, 40, 61)


def traced(this, place, moment, *options):
    """A writer whose fdatasync calls fail from the given one on."""
    this.runs += 1
    command = ["strace", "-f", "-qq", "-o", str(place / "trace"), "-e", "trace=fdatasync",
               "-e", f"inject=fdatasync:error=EIO:when={moment}+"]
    return this.run(command + this.target.write(place, this.runs, *options))


def acknowledged_the_doubtful(place, done):
    """Whether the journal acknowledges the batch that the writer called doubtful."""
    doubtful = [line.split()[1] for line in done.stdout.splitlines() if line.startswith("DOUBTFUL")]
    acks = [line.split()[2] for line in (place / "journal").read_text().splitlines() if line.startswith("ack ")]
    return any(first in acks for first in doubtful)


def require_strace():
    if not shutil.which("strace"):
        raise campaign.Skipped("strace is not installed")
    tried = subprocess.run(["strace", "-qq", "-o", "/dev/null", "-e", "inject=fdatasync:error=EIO:when=1", "true"],
                           capture_output=True, text=True, check=False)
    if tried.returncode != 0:
        raise campaign.Skipped(f"strace may not trace here: {tried.stderr.strip()}")


def attack(this):
    require_strace()
    place = this.place()
    this.write(place, "--batches", 2)
    done = traced(this, place, 20, "--batches", 200, "--plant", "ack-unknown")
    this.must_find("acknowledging a batch that was not synced", acknowledged_the_doubtful(place, done))

    stops = 0
    place = this.place()
    this.write(place, "--batches", 2)
    for moment in MOMENTS:
        done = traced(this, place, moment, "--batches", 200)
        if done.returncode != campaign.STOPPED:
            raise campaign.Failed(f"EIO from fdatasync {moment} on: ended with {done.returncode}, expected a clean "
                                  f"stop:\n{done.stdout[-1500:]}{done.stderr[-1500:]}")
        if acknowledged_the_doubtful(place, done):
            raise campaign.Failed(f"EIO from fdatasync {moment} on: the doubtful batch was acknowledged")
        stops += "DOUBTFUL" in done.stdout
        this.write(place, "--batches", 3)  # offers the doubtful batch again under its own head
        this.check(place)
    if stops == 0:
        raise campaign.Failed("no append ever met the error")
    this.say(f"{len(MOMENTS)} moments, {stops} in the middle of an append, {len(MOMENTS) - stops} while opening")


if __name__ == "__main__":
    campaign.main("sync_error", attack)
