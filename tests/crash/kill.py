#!/usr/bin/env python3
"""kill -9 under load, again and again on one growing log: nothing acknowledged is lost, nothing doubled."""
import time

import campaign

ROUNDS = 2000 if campaign.NIGHTLY else 100


def killed_round(this, place, *options):
    """One writer, killed after its first acknowledgement and a random while."""
    before = campaign.acknowledgements(place)
    writer = this.start(place, *options)
    deadline = time.monotonic() + 30
    while campaign.acknowledgements(place) == before and time.monotonic() < deadline:
        time.sleep(0.002)
    time.sleep(this.random.random() * 0.06)
    if writer.poll() is not None:
        raise campaign.Failed(f"a writer ended by itself with {writer.returncode}: {writer.stdout.read()}")
    this.kill(writer)


def found_within(this, rounds, plant):
    place = this.place()
    for _ in range(rounds):
        killed_round(this, place, "--plant", plant)
        if this.check(place, expected=None).returncode == campaign.ORACLE:
            return True
    return False


def attack(this):
    this.must_find("acknowledging before the append", found_within(this, 30, "ack-first"))
    this.must_find("offering a doubtful batch as a new one", found_within(this, 60, "offer-twice"))
    place = this.place()
    for round_number in range(ROUNDS):
        killed_round(this, place)
        # Beside no writer: every few rounds the whole log is read, at the end as a writer too.
        if round_number % 5 == 4 or round_number == ROUNDS - 1:
            this.check(place)
    size = campaign.size_of(this.check(place, "--write"))
    this.say(f"{ROUNDS} kills, {campaign.acknowledgements(place)} batches acknowledged, {size} entries, all there once")


if __name__ == "__main__":
    campaign.main("kill", attack)
