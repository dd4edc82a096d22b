#!/usr/bin/env python3
"""Attacks on `asar-audit` itself: bytes that are made to hang it, fell it or fill its memory, and places where nothing
but the program and the file is there.

Usage: hostile_test.py ASAR ASAR-AUDIT [--unlimited] [unittest options]. Exit code 77: all went well, but a part could
not be tried. --unlimited: for programs that are slower and larger than those people run.
"""
import json
import os
import shutil
import struct
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path

HERE = Path(__file__).parent
sys.path[:0] = [str(HERE), str(HERE.parent), str(HERE.parent / "verifier"), str(HERE.parents[1] / "audit")]

try:
    import nacl  # noqa: F401
except ImportError:
    print("SKIPPED: this python3 has no nacl: the package python3-nacl is for that of /usr/bin")
    sys.exit(77)

import bundle  # noqa: E402
import honest  # noqa: E402
import program_test  # noqa: E402
from asar_program import Asar  # noqa: E402
from verify import Verifier  # noqa: E402

PROGRAM = AUDIT = None
LIMITED = True
OK, NOT_CHECKED, WRONG = 0, 1, 4
SECONDS, MEBIBYTES = 1, 256  # of processor time and memory, for ten MiB at most


def setUpModule():
    Hostile.temporary = tempfile.TemporaryDirectory(prefix="asar-hostile-")
    Hostile.folder = Path(Hostile.temporary.name)
    program_test.PROGRAM = PROGRAM
    ledger = Hostile.ledger = program_test.Ledger(Hostile.folder)
    Hostile.zip, Hostile.tiles = Hostile.folder / "bundle.zip", Hostile.folder / "tiles"
    ledger.asar.run("audit", "bundle", Hostile.zip)
    ledger.asar.run("export", "tiles", Hostile.tiles)
    Hostile.pins = ledger.pins
    schema = Verifier(ledger.pins[1], ledger.pins[3]).schema
    Hostile.honest = honest.Honest(Hostile.zip.read_bytes(), honest.key_of(ledger.asar.folder / "keys" / "log.key"),
                                   schema)


def tearDownModule():
    Hostile.temporary.cleanup()


class Hostile(unittest.TestCase):
    temporary = folder = ledger = zip = tiles = pins = honest = None

    def setUp(self):
        self.work = Path(tempfile.mkdtemp(dir=self.folder))

    def words(self, what, *options):
        return [AUDIT, "verify", str(what), "--json", "--threads", "1", *self.pins, *options]

    def verdict(self, done, code):
        """Never a signal, and one JSON object that says why."""
        self.assertEqual(done.returncode, code, done)
        return json.loads(done.stdout)["verdict"].split(" ")[0] if done.stdout else ""

    def frugally(self, what):
        """The exit code and verdict, within the time and memory that ten MiB may take."""
        with open(self.work / "out", "wb") as out:
            child = subprocess.Popen(self.words(what), stdout=out, stderr=subprocess.STDOUT)
            _, status, used = os.wait4(child.pid, 0)
            child.returncode = os.waitstatus_to_exitcode(status)
        if LIMITED:
            self.assertLess(used.ru_utime + used.ru_stime, SECONDS, what)
            self.assertLess(used.ru_maxrss, MEBIBYTES * 1024, what)
        report = json.loads((self.work / "out").read_bytes())
        self.assertEqual(report["exit"], child.returncode)
        return child.returncode, report["verdict"].split(" ")[0]


def pointer(kind, offset, upper):
    return struct.pack("<II", (offset << 2 | kind) & 0xFFFFFFFF, upper & 0xFFFFFFFF)


STRUCT, LIST, FAR, OTHER = range(4)


def messages():
    """Cap'n Proto that a careless reader follows for ever, or believes about its size. By name."""
    deep = b"".join(pointer(STRUCT, 0, 1 << 16) for _ in range(8000)) + bytes(8)
    composite = pointer(LIST, 0, 7 | 1 << 3) + pointer(STRUCT, (1 << 29) - 1, 0)
    return {
        "a pointer to itself": pointer(STRUCT, -1, 0x10000),
        "two that point to each other": pointer(STRUCT, 0, 1 << 16) + pointer(STRUCT, -2, 1 << 16),
        "a struct that ends far outside": pointer(STRUCT, 0, 0xFFFFFFFF),
        "a pointer far before the message": pointer(STRUCT, -(1 << 29), 1),
        "a far pointer": pointer(FAR, 0, 1), "a double far pointer": pointer(FAR, 1, 0) + bytes(8),
        "a capability": pointer(OTHER, 0, 7),
        "a list of half a thousand million voids": pointer(STRUCT, 0, 1 << 16) + pointer(LIST, 0, ((1 << 29) - 1) << 3),
        "a list of as many empty structs": pointer(STRUCT, 0, 1 << 16) + composite,
        "eight thousand structs in each other": deep,
        "a table of 2^32 segments": b"\xff\xff\xff\xff" + bytes(60), "zeros": bytes(64), "ones": b"\xff" * 64,
        "no bytes": b"", "seven bytes": bytes(7), "64 KiB of nothing": bytes(65528),
    }


class Messages(Hostile):
    def zipped(self, entries):
        path = self.work / "judged.zip"
        path.write_bytes(bundle.zipped(bundle.in_order(self.honest.sealed(entries))))
        return path

    def test_messages_that_loop_lie_about_their_size_or_lead_elsewhere(self):
        """Sealed by who has the log's key: the tiles and the checkpoint fit."""
        for name, message in messages().items():
            for place in (0, len(self.honest.entries) - 1):
                with self.subTest(f"{name} as entry {place}"):
                    entries = list(self.honest.entries)
                    entries[place] = message
                    self.assertEqual(self.frugally(self.zipped(entries)), (WRONG, "ENTRY_TAMPERED"))

    def test_an_entry_with_any_word_of_it_turned_into_such_a_pointer(self):
        entry = self.honest.entries[-1]
        for at in range(0, len(entry), 40):
            for name, message in messages().items():
                if len(message) == 8:
                    changed = entry[:at] + message + entry[at + 8:]
                    code, verdict = self.frugally(self.zipped([*self.honest.entries[:-1], changed]))
                    self.assertEqual(code, WRONG, f"{name} at {at}: {verdict}")

    def test_an_entry_cut_short_made_longer_or_spelt_another_way(self):
        entry = self.honest.entries[-1]
        for changed in (entry[:-8], entry[:-1], entry + bytes(8), entry + b"\1", bytes(8) + entry,
                        struct.pack("<II", 0, len(entry) // 8) + entry):
            self.assertEqual(self.frugally(self.zipped([*self.honest.entries[:-1], changed])),
                             (WRONG, "ENTRY_TAMPERED"))

    def test_a_zip_that_lies_about_its_members(self):
        octets = bytearray(self.honest.octets)
        path = self.work / "lying.zip"
        for at in range(0, 34, 1):
            for value in (0xFF, octets[at] ^ 0x80):
                changed = bytes(octets[:at]) + bytes([value]) + bytes(octets[at + 1:])
                if changed != octets:
                    path.write_bytes(changed)
                    self.assertEqual(self.frugally(path), (WRONG, "BUNDLE_DAMAGED"), at)
        for tail in (b"PK\x05\x06" + b"\xff" * 18, b"PK\x06\x06" + b"\xff" * 52):
            path.write_bytes(self.honest.octets + tail)
            self.assertEqual(self.frugally(path), (WRONG, "BUNDLE_DAMAGED"))


class Places(Hostile):
    def test_files_that_are_none_or_too_large(self):
        huge, fifo = self.work / "huge.zip", self.work / "fifo"
        with huge.open("wb") as file:
            file.write(self.honest.octets)
            file.truncate(500 << 20)
        os.mkfifo(fifo)
        for what in (huge, fifo, "/dev/null", "/dev/zero", self.work / "nowhere", Path("/proc/self/mem")):
            done = subprocess.run(self.words(what), capture_output=True, text=True, check=False, timeout=60)
            self.assertIn(self.verdict(done, done.returncode), ("COULD_NOT_CHECK", "BUNDLE_DAMAGED"), what)
            self.assertIn(done.returncode, (NOT_CHECKED, WRONG))

    def test_without_standard_input_or_output(self):
        for closed in ("<&-", ">&-", "2>&-", "<&- >&- 2>&-", ">/dev/full"):
            line = " ".join(f"'{word}'" for word in self.words(self.zip)) + " " + closed
            done = subprocess.run(["sh", "-c", line], capture_output=True, text=True, check=False, timeout=60)
            if ">" in closed and not closed.startswith("2>"):
                self.assertIn(done.returncode, (OK, NOT_CHECKED), (closed, done))
            else:
                self.assertEqual(self.verdict(done, OK), "OK", closed)

    def test_without_any_network(self):
        done = subprocess.run(["unshare", "-rn", *self.words(self.zip)], capture_output=True, text=True, check=False)
        if "unshare" in done.stderr:
            self.skipTest(f"no network namespace can be made here: {done.stderr.strip()}")
        self.assertEqual(self.verdict(done, OK), "OK")

    def test_on_a_disk_that_cannot_be_written(self):
        if os.geteuid() != 0:
            self.skipTest("only root may mount")
        shutil.copytree(self.tiles, self.work / "tiles")
        shutil.copy(self.zip, self.work / "bundle.zip")
        script = 'mount --bind "$1" "$1" && mount -o remount,bind,ro "$1" && cd "$1" && shift && exec "$@"'
        for what in ("bundle.zip", "tiles"):
            done = subprocess.run(["unshare", "-m", "sh", "-c", script, "sh", str(self.work), *self.words(what)],
                                  capture_output=True, text=True, check=False)
            if "mount:" in done.stderr or "unshare" in done.stderr:
                self.skipTest(f"nothing can be mounted here: {done.stderr.strip()}")
            self.assertEqual(self.verdict(done, OK), "OK")

    def test_in_any_locale_and_time_zone(self):
        words = [word for word in self.words(self.zip) if word != "--json"]  # which says how long it took
        usual = subprocess.run(words, capture_output=True, check=True).stdout
        for locale, zone in (("tr_TR.UTF-8", "America/Caracas"), ("kk_KZ.UTF-8", "Asia/Almaty"), ("C", "Etc/GMT-14"),
                             ("nowhere", "Nowhere/None")):
            environment = {**os.environ, "LC_ALL": locale, "LANG": locale, "TZ": zone}
            done = subprocess.run(words, capture_output=True, check=True, env=environment)
            self.assertEqual(done.stdout, usual, locale)

    def test_beyond_the_seconds_that_fit_in_32_bits(self):
        asar = Asar(PROGRAM, self.work / "ledger")
        asar.now = "2041-05-01T09:00:00+05:00"
        people = asar.found()
        asar.submit_one(people[0], "officeEstablish", office=asar.new_id(), kind="national",
                        names={"kk": "Sample", "ru": "Sample", "en": "Sample"})
        asar.run("checkpoint", "create")
        asar.run("audit", "bundle", self.work / "later.zip")
        done = subprocess.run([AUDIT, "verify", self.work / "later.zip", "--json"], capture_output=True, text=True,
                              check=False)
        self.assertEqual(self.verdict(done, OK), "OK")
        told = subprocess.run([AUDIT, "explain", self.work / "later.zip", "3"], capture_output=True, text=True,
                              check=True)
        self.assertIn("2041-05-01T04:00:00Z", told.stdout)


if __name__ == "__main__":
    PROGRAM, AUDIT = sys.argv.pop(1), sys.argv.pop(1)
    if "--unlimited" in sys.argv:
        sys.argv.remove("--unlimited")
        LIMITED = False
    outcome = unittest.main(exit=False).result
    if outcome.wasSuccessful() and outcome.skipped:
        print(f"SKIPPED: {outcome.skipped[0][1]}")
        sys.exit(77)
    sys.exit(not outcome.wasSuccessful())
