#!/usr/bin/env python3
"""Two writers on one log: the second is locked out at once, by name, and the first never notices."""
import campaign

ROUNDS = 50 if campaign.NIGHTLY else 5


def second_beside_first(this, place):
    """The end of a second writer that begins while a first one writes."""
    first = this.start(place, "--pause", 1)
    try:
        second = this.write(place, "--batches", 3, expected=None)
        before = campaign.acknowledgements(place)
        while campaign.acknowledgements(place) < before + 3 and first.poll() is None:
            pass
        if first.poll() is not None:
            raise campaign.Failed(f"the first writer stopped: {first.stdout.read()}")
        return second
    finally:
        this.kill(first)


def attack(this):
    place = this.place()
    this.write(place, "--batches", 1)
    first = this.start(place, "--pause", 1)
    (place / "ledger" / "log" / "LOCK").unlink()
    second = this.write(place, "--batches", 3, expected=None)
    this.kill(first)
    this.must_find("a lock that locks nobody out", second.returncode != campaign.LOCKED)

    place = this.place()
    for _ in range(ROUNDS):
        second = second_beside_first(this, place)
        if second.returncode != campaign.LOCKED or "LOCKED" not in second.stdout:
            raise campaign.Failed(f"the second writer ended with {second.returncode}: {second.stdout}")
        this.check(place)
    this.say(f"{ROUNDS} times the second writer ended with {campaign.LOCKED} and the first went on")


if __name__ == "__main__":
    campaign.main("two_writers", attack)
