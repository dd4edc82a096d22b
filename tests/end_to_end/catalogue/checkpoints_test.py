#!/usr/bin/env python3
"""Attacks on checkpoints: every other spelling of note, key and signature, lines too many, witnesses who count twice or
at another time. Judged by `asar-audit`.

Usage: checkpoints_test.py ASAR ASAR-AUDIT [unittest options]
"""
import base64
import struct
import sys
import time
import unittest
from hashlib import sha256
from pathlib import Path

HERE = Path(__file__).parent
sys.path[:0] = [str(HERE), str(HERE.parent), str(HERE.parent / "verifier")]

try:
    from nacl.signing import SigningKey
except ImportError:
    print("SKIPPED: this python3 has no nacl: the package python3-nacl is for that of /usr/bin")
    sys.exit(77)

import curve  # noqa: E402
import notes  # noqa: E402
from rewriting import line_of  # noqa: E402
from sealed_log import Proofs, coded  # noqa: E402
from witness_program import policy  # noqa: E402

PROGRAM = AUDIT = None
USAGE = 2
COSIGNER = b"\x04"


def setUpModule():
    Proofs.begin(PROGRAM, AUDIT)


def tearDownModule():
    Proofs.temporary.cleanup()


class Cosigner:
    """A witness whose clock and hand are the test's."""

    def __init__(self, name):
        self.name, self.key = f"{name}.example/witness", SigningKey.generate()
        self.typed = COSIGNER + self.key.verify_key.encode()

    def key_id(self, name=None):
        return sha256((name or self.name).encode() + b"\n" + self.typed).digest()[:4]

    def vkey(self, name=None):
        return f"{name or self.name}+{self.key_id(name).hex()}+{coded(self.typed)}"

    def policy_line(self, name, key_name=None):
        return f"witness {name} {self.vkey(key_name)} http://127.0.0.1:9\n"

    def line(self, text, moment=None, name=None):
        moment = int(time.time()) if moment is None else moment
        signed = self.key.sign(f"cosignature/v1\ntime {moment}\n{text}".encode()).signature
        octets = self.key_id(name) + struct.pack(">Q", moment) + signed
        return f"— {name or self.name} {coded(octets)}\n"


class Checkpoints(Proofs):
    def judged(self, note, *options):
        checkpoint = self.log.tiles / "checkpoint"
        checkpoint.write_bytes(note if isinstance(note, bytes) else note.encode())
        try:
            return self.verdict(self.log.tiles, *options)
        finally:
            checkpoint.write_text(self.log.note, encoding="utf-8")

    def signed(self, signature, key_id=None):
        key_id = key_id or notes.key_id(self.log.origin, self.log.key.verify_key.encode())
        return f"{self.log.text}\n— {self.log.origin} {coded(key_id + signature)}\n"

    def test_lines_of_others_count_for_nothing_and_harm_nothing(self):
        text, line = self.log.text, self.log.line
        other = line_of("other.example/log", SigningKey.generate(), text)
        beside = Cosigner("beside").line(text)
        for note in (f"{text}\n{line}{other}", f"{text}\n{other}{line}", f"{text}\n{line}{other * 90}{beside}"):
            self.assertEqual(self.judged(note), "OK")
        self.assertEqual(self.judged(f"{text}\n{other}"), "BAD_SIGNATURE")
        self.assertEqual(self.judged(f"{text}\n{line}{other * 100}"), "BAD_SIGNATURE", "more lines than a note has")

    def test_the_same_note_spelt_another_way(self):
        text, line = self.log.text, self.log.line
        mark, name, octets = line.rstrip("\n").split(" ")
        padded = octets[:-2] + chr(ord(octets[-2]) + 1) + "="  # bits that no byte has
        others = {"lines that end as on Windows": f"{text}\n{line}".replace("\n", "\r\n"),
                  "no last line end": f"{text}\n{line}".rstrip("\n"), "a space at the end": f"{text}\n{line[:-1]} \n",
                  "a space at the end of the text": f"{text[:-1]} \n\n{line}",
                  "a hyphen for the dash": f"{text}\n- {name} {octets}\n",
                  "two hyphens for it": f"{text}\n-- {name} {octets}\n",
                  "an en dash": f"{text}\n– {name} {octets}\n", "pad bits set": f"{text}\n{mark} {name} {padded}\n",
                  "no pad": f"{text}\n{mark} {name} {octets.rstrip('=')}\n",
                  "two spaces": f"{text}\n{mark}  {name} {octets}\n", "an empty line less": f"{text}{line}",
                  "a line after it": f"{text}\n{line}\n", "a leading zero": f"{text}\n{line}".replace(
                      f"\n{self.log.size}\n", f"\n0{self.log.size}\n"),
                  "a byte that is no UTF-8": f"{text}\n{line}".encode() + b"\xff\n"}
        self.assertEqual(octets[-1], "=")
        self.assertEqual(self.judged(f"{text}\n{line}"), "OK")
        for name, note in others.items():
            with self.subTest(name):
                self.assertNotEqual(note, self.log.note)
                self.assertEqual(self.judged(note), "BAD_SIGNATURE")

    def test_signatures_of_the_log_in_another_spelling(self):
        honest = self.log.key.sign(self.log.text.encode()).signature
        self.assertEqual(self.judged(self.signed(honest)), "OK")
        for name, signature in curve.respelt(honest).items():
            with self.subTest(name):
                self.assertEqual(self.judged(self.signed(signature)), "BAD_SIGNATURE")

    def test_another_key_behind_the_same_key_id(self):
        """Its four bytes are a hint where to look and prove nothing."""
        other = SigningKey.generate()
        forged = other.sign(self.log.text.encode()).signature
        self.assertEqual(self.judged(self.signed(forged)), "BAD_SIGNATURE")
        own = notes.key_id(self.log.origin, other.verify_key.encode())
        self.assertEqual(self.judged(self.signed(forged, own)), "BAD_SIGNATURE")
        honest = self.log.key.sign(self.log.text.encode()).signature
        self.assertEqual(self.judged(self.signed(honest, own)), "BAD_SIGNATURE")

    def test_keys_of_another_algorithm_are_pinned_by_nobody(self):
        name, public = self.log.origin, self.log.key.verify_key.encode()

        def vkey(typed):
            key_id = sha256(name.encode() + b"\n" + typed).digest()[:4].hex()
            return f"{name}+{key_id}+{coded(typed)}"

        self.assertEqual(vkey(b"\x01" + public), self.log.vkey)
        typed = [bytes([algorithm]) + public for algorithm in (0, 2, 3, 4, 5, 6, 255)]
        typed += [b"\x01" + public[:31], b"\x01" + public + b"\0", b"", b"\x01", b"\x01\x02" + public,
                  b"\x01\x04" + bytes(64), *(b"\x01" + key for key in curve.small_order()),
                  b"\x01" + curve.encoded(curve.P + 3)]
        for one in typed:
            done = self.run_audit("verify", self.log.tiles, "--vkey", vkey(one))
            self.assertEqual(done.returncode, USAGE, one)
        others = (self.log.vkey.replace("+", "-", 1), self.log.vkey[:-1], self.log.vkey + "=", self.log.vkey.upper(),
                  "none", "")
        for text in others:
            self.assertEqual(self.run_audit("verify", self.log.tiles, "--vkey", text).returncode, USAGE, text)
        for option in ("--ledger", "--old", "--witness-policy", "--trust-store", "--ca", "--log"):
            done = self.run_audit("verify", self.log.tiles, "--vkey", self.log.vkey, option, "")
            self.assertEqual(done.returncode, USAGE, f"{option} of nothing")

    def test_one_witness_counts_once(self):
        """Two lines of one witness, one key under two names, a witness nobody named: of two that are asked for."""
        text, log_line = self.log.text, self.log.line
        one, two, stranger = Cosigner("one"), Cosigner("two"), Cosigner("stranger")
        again = "again.example/witness"
        of_two = self.of(2, one.policy_line("one"), two.policy_line("two"))
        for lines, verdict in ((one.line(text) + two.line(text), "OK"), (one.line(text), "NO_QUORUM"),
                               (one.line(text) * 2, "NO_QUORUM"),
                               (one.line(text) + one.line(text, int(time.time()) - 60), "NO_QUORUM"),
                               (one.line(text) + one.line(text, name=again), "NO_QUORUM"),
                               (one.line(text) + stranger.line(text), "NO_QUORUM"),
                               (one.line(text) + log_line, "NO_QUORUM")):
            self.assertEqual(self.judged(f"{text}\n{log_line}{lines}", "--witness-policy", of_two), verdict, lines)
        twice = self.of(2, one.policy_line("one"), one.policy_line("again", again))
        done = self.run_audit("verify", self.log.tiles, "--witness-policy", twice)
        self.assertEqual(done.returncode, USAGE, "one key under two names is no policy")

    def test_cosignatures_of_the_future_and_of_no_time(self):
        text = self.log.text
        one = Cosigner("one")
        alone = self.of(1, one.policy_line("one"))
        now = int(time.time())
        for moment, verdict in ((now, "OK"), (now + 240, "OK"), (now - 86400 * 3650, "OK"), (1, "OK"),
                                (now + 400, "NO_QUORUM"), (now + 86400 * 3650, "NO_QUORUM"), (2**63, "NO_QUORUM"),
                                (2**64 - 1, "NO_QUORUM"), (0, "NO_QUORUM")):
            note = f"{text}\n{self.log.line}{one.line(text, moment)}"
            self.assertEqual(self.judged(note, "--witness-policy", alone), verdict, moment - now)

    def test_a_cosignature_moved_to_another_time_checkpoint_or_key(self):
        text = self.log.text
        one, two = Cosigner("one"), Cosigner("two")
        alone = self.of(1, one.policy_line("one"))
        now = int(time.time())
        octets = base64.b64decode(one.line(text, now).split(" ")[2])
        earlier = octets[:4] + struct.pack(">Q", now - 1) + octets[12:]
        others = [earlier, two.key_id() + octets[4:], octets[:4] + octets[12:], octets + b"\0",
                  base64.b64decode(one.line(text.replace(f"\n{self.log.size}\n", "\n1\n"), now).split(" ")[2]),
                  octets[:12] + self.log.key.sign(text.encode()).signature]
        for other in others:
            note = f"{text}\n{self.log.line}— {one.name} {coded(other)}\n"
            self.assertIn(self.judged(note, "--witness-policy", alone), ("BAD_SIGNATURE", "NO_QUORUM"))

    def of(self, count, *lines):
        names = " ".join(line.split(" ")[1] for line in lines)
        return policy(self.work / f"policy-{len(list(self.work.iterdir()))}",
                      f"group enough {count} {names}\nquorum enough\n", *lines)


if __name__ == "__main__":
    PROGRAM, AUDIT = sys.argv.pop(1), sys.argv.pop(1)
    unittest.main()
