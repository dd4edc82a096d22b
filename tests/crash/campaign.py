"""What all campaigns share: the programs under attack, the oracle, seeds, and the final word.

A campaign first plants a bug and must see its oracle find it; only then does its silence mean something.
The log is driven through a Target, so that the same campaigns can attack another program that writes,
checks and answers with the same exit codes: 0 well, 3 oracle, 4 refused, 8 locked, 9 stopped.
"""
import argparse
import os
import pathlib
import random
import shutil
import subprocess
import sys
import tempfile
import time

WELL, ORACLE, REFUSED, LOCKED, STOPPED = 0, 3, 4, 8, 9
NIGHTLY = os.environ.get("ASAR_NIGHTLY", "") == "1"


class Failed(Exception):
    """What the product did wrong."""


class Skipped(Exception):
    """Why this machine cannot run the campaign."""


class Target:
    """The commands of the program under attack."""

    def __init__(self, program):
        self.program = program

    def write(self, place, run, *options):
        return [self.program, "write", str(place / "ledger"), str(place / "journal"), "--run", str(run),
                *map(str, options)]

    def check(self, place, *options):
        return [self.program, "check", str(place / "ledger"), str(place / "journal"), *options]

    def forge_head(self, place):
        return [self.program, "forge-head", str(place / "ledger")]

    def rewrite(self, place, position):
        return [self.program, "rewrite", str(place / "ledger"), str(position)]


class Campaign:
    def __init__(self, name, options, folder):
        self.name, self.folder = name, folder
        self.target = Target(options.program)
        self.seed = options.seed
        self.random = random.Random(options.seed)
        self.runs = 0
        self.places = 0

    def say(self, text):
        print(f"{self.name}: {text}", flush=True)

    def place(self, like=None):
        """A fresh place for a ledger and its journal, or a copy of another one."""
        self.places += 1
        place = self.folder / str(self.places)
        if like is None:
            place.mkdir()
        else:
            shutil.copytree(like, place)
        return place

    def run(self, command, expected=None, **options):
        """Runs to the end; a code that is not among the expected ones is the product's failure."""
        done = subprocess.run(command, capture_output=True, text=True, timeout=120, check=False, **options)
        if expected is not None and done.returncode not in expected:
            raise Failed(f"{' '.join(command)} ended with {done.returncode}, expected {expected}:\n"
                         f"{done.stdout[-2000:]}{done.stderr[-2000:]}")
        return done

    def write(self, place, *options, expected=(WELL,)):
        self.runs += 1
        return self.run(self.target.write(place, self.runs, *options), expected)

    def check(self, place, *options, expected=(WELL,)):
        return self.run(self.target.check(place, *options), expected)

    def start(self, place, *options):
        """A writer in the background, once it has said READY."""
        self.runs += 1
        writer = subprocess.Popen(self.target.write(place, self.runs, *options), stdout=subprocess.PIPE,
                                  stderr=subprocess.STDOUT, text=True)
        first = writer.stdout.readline()
        if not first.startswith("READY"):
            writer.wait()
            raise Failed(f"a writer did not get ready: {first}{writer.stdout.read()}")
        return writer

    def kill(self, writer):
        writer.kill()
        writer.wait()
        writer.stdout.close()

    def must_find(self, what, found):
        if not found:
            raise Failed(f"the oracle did not find a planted bug: {what}")
        self.say(f"planted and found: {what}")


def acknowledgements(place):
    journal = place / "journal"
    return journal.read_text().count("ack ") if journal.exists() else 0


def size_of(done):
    """The size that a check said OK to."""
    return int([line for line in done.stdout.splitlines() if line.startswith("OK ")][0].split()[1])


def main(name, campaign):
    parser = argparse.ArgumentParser(description=sys.modules["__main__"].__doc__)
    parser.add_argument("program", help="the program under attack")
    parser.add_argument("--seed", type=int, default=time.time_ns() % 2**32 if NIGHTLY else 20251101)
    options = parser.parse_args()
    begun = time.monotonic()
    folder = pathlib.Path(tempfile.mkdtemp(prefix=f"asar-crash-{name}-"))
    try:
        print(f"{name}: seed {options.seed}", flush=True)
        campaign(Campaign(name, options, folder))
    except Skipped as why:
        print(f"SKIPPED: {why}", flush=True)
        sys.exit(77)
    except Failed as what:
        kept = folder.with_name(folder.name + "-failed")
        shutil.copytree(folder, kept, symlinks=True)
        print(f"{name}: FAILED (seed {options.seed}, files in {kept}): {what}", flush=True)
        sys.exit(1)
    finally:
        shutil.rmtree(folder, ignore_errors=True)
    print(f"{name}: passed in {time.monotonic() - begun:.0f} s", flush=True)
