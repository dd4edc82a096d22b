#!/usr/bin/env python3
"""Attacks on receipts and proofs of consistency: every other spelling, every other place. Judged by `asar-audit`, and
asked of `asar-witness`.

Usage: proofs_test.py ASAR ASAR-AUDIT ASAR-WITNESS [unittest options]
"""
import base64
import sys
import unittest
from concurrent.futures import ThreadPoolExecutor
from hashlib import sha256
from pathlib import Path

HERE = Path(__file__).parent
sys.path[:0] = [str(HERE), str(HERE.parent), str(HERE.parent / "verifier")]

try:
    import nacl  # noqa: F401
except ImportError:
    print("SKIPPED: this python3 has no nacl: the package python3-nacl is for that of /usr/bin")
    sys.exit(77)

import notes  # noqa: E402
from merkle import Tree, leaf_hash  # noqa: E402
from rewriting import line_of  # noqa: E402
from sealed_log import Proofs, coded  # noqa: E402
from witness_program import Witness  # noqa: E402

PROGRAM = AUDIT = WITNESS = None
USAGE, NOT_FOUND = 2, 5
NUMBERS = ("-1", "+3", "007", "010", "0x3", " 3", "3 ", "3.0", "1e1", "", "٣", "18446744073709551616",
           "9223372036854775808")


def setUpModule():
    Proofs.begin(PROGRAM, AUDIT)


def tearDownModule():
    Proofs.temporary.cleanup()


class Receipts(Proofs):
    """The file that a person is handed: an index, hashes, a checkpoint; and the bytes that it is about."""

    def judged(self, text, entry):
        proof, file = self.work / "judged.tlog-proof", self.work / "judged.entry"
        proof.write_text(text, encoding="utf-8")
        file.write_bytes(entry)
        return self.verdict(proof, "--entry", file)

    def parts(self, index=6):
        text, entry = self.log.receipt(index, self.work)
        head, checkpoint = text.split("\n\n", 1)
        start, line, *path = head.split("\n")
        self.assertEqual(line, f"index {index}")
        return start, path, checkpoint, entry

    @staticmethod
    def joined(start, index, path, checkpoint):
        return "\n".join([start, f"index {index}", *path]) + "\n\n" + checkpoint

    def test_hashes_too_many_too_few_and_in_another_order(self):
        start, path, checkpoint, entry = self.parts()
        self.assertEqual(self.judged(self.joined(start, 6, path, checkpoint), entry), "OK")
        count = len(path)
        self.assertEqual(count, 5)
        zero = coded(bytes(32))
        others = [path[:at] + path[at + 1:] for at in range(count)]
        others += [path[:at] + [extra] + path[at:] for at in range(count + 1) for extra in (zero, path[0], path[-1])]
        others += [path[:at] + [path[at + 1], path[at]] + path[at + 2:] for at in range(count - 1)]
        others += [path[::-1], [], [zero] * count, path * 2]
        for other in others:
            self.assertEqual(self.judged(self.joined(start, 6, other, checkpoint), entry), "ENTRY_TAMPERED", other)
        self.assertEqual(self.judged(self.joined(start, 6, [zero] * 64, checkpoint), entry), "BUNDLE_DAMAGED")
        for hash_text in (path[0][:-1], path[0] + "=", coded(bytes(31)), coded(bytes(33)), "?" * 44, " " + path[0]):
            self.assertEqual(self.judged(self.joined(start, 6, [hash_text, *path[1:]], checkpoint), entry),
                             "BUNDLE_DAMAGED", hash_text)

    def test_an_index_that_is_none_or_not_in_the_tree(self):
        start, path, checkpoint, entry = self.parts()
        for number in NUMBERS:
            self.assertIn(self.judged(self.joined(start, number, path, checkpoint), entry),
                          ("BUNDLE_DAMAGED", "ENTRY_TAMPERED"), number)
        for number in (self.log.size, self.log.size + 1, 2**62, *(i for i in range(self.log.size) if i != 6)):
            self.assertEqual(self.judged(self.joined(start, number, path, checkpoint), entry), "ENTRY_TAMPERED", number)

    def test_an_index_on_the_command_line_that_is_none(self):
        for number in NUMBERS:
            if number == "9223372036854775808":
                continue
            for words in (("prove", self.log.tiles, number), ("explain", self.log.tiles, number),
                          ("consistency", self.log.tiles, "--from", number)):
                self.assertIn(self.run_audit(*words).returncode, (USAGE, NOT_FOUND), words)
            for words in (("event", "show", number), ("export", "proof", number, self.work / "none")):
                self.assertEqual(self.log.asar.raw(*words).returncode, USAGE, words)
        for number in ("9223372036854775808", self.log.size):
            for command in ("prove", "explain"):
                self.assertEqual(self.run_audit(command, self.log.tiles, number).returncode, NOT_FOUND)
            self.assertEqual(self.log.asar.raw("event", "show", number).returncode, NOT_FOUND)
        self.assertFalse((self.work / "none").exists())

    def test_the_two_hashes_of_a_node_given_out_as_an_entry(self):
        """Whoever hashed entries and nodes alike would believe that the log holds these 64 bytes."""
        start, path, checkpoint, entry = self.parts(6)
        neighbour = base64.b64decode(path[0])
        node = leaf_hash(entry) + neighbour
        for index in (3, 6):
            self.assertEqual(self.judged(self.joined(start, index, path[1:], checkpoint), node), "ENTRY_TAMPERED")
        alike = sha256(node).digest()
        self.assertNotEqual(alike, sha256(b"\x01" + node).digest())
        self.assertEqual(self.judged(self.joined(start, 6, path, checkpoint), b"\x00" + entry), "ENTRY_TAMPERED")

    def test_a_checkpoint_of_a_tree_without_entries(self):
        start, _, _, entry = self.parts()
        text = f"{self.log.origin}\n0\n{coded(sha256(b'').digest())}\n"
        empty = f"{text}\n{line_of(self.log.origin, self.log.key, text)}"
        for index in (0, 6):
            self.assertEqual(self.judged(self.joined(start, index, [], empty), entry), "ENTRY_TAMPERED")


class Consistency(Proofs):
    """What a witness is told: the size it should know, hashes, a checkpoint."""

    def setUp(self):
        super().setUp()
        self.witness = Witness(WITNESS, self.work / "witness", "one")
        self.witness.add_log(self.log.vkey)
        self.witness.start()
        self.addCleanup(self.witness.stop)
        self.tree = Tree([leaf_hash(f"entry {i}".encode()) for i in range(64)])

    def note(self, size):
        text = f"{self.log.origin}\n{size}\n{coded(self.tree.root(size))}\n"
        return f"{text}\n{line_of(self.log.origin, self.log.key, text)}"

    def proof(self, old, new):
        """RFC 6962 section 2.1.2, from the leaves."""
        def subproof(start, end, known, whole):
            if known == end - start:
                return [] if whole else [self.root(start, end)]
            half = 1 << (end - start - 1).bit_length() - 1
            if known <= half:
                return subproof(start, start + half, known, whole) + [self.root(start + half, end)]
            return subproof(start + half, end, known - half, False) + [self.root(start, start + half)]

        return subproof(0, new, old, True) if 0 < old < new else []

    def root(self, start, end):
        return Tree(self.tree.levels[0][start:end]).root()

    def ask(self, old, new, hashes=None):
        hashes = self.proof(old, new) if hashes is None else hashes
        return self.witness.post(f"old {old}\n" + "".join(coded(one) + "\n" for one in hashes) + "\n" + self.note(new))

    def size(self):
        return self.witness.run("logs", "--state", self.witness.folder / "state")["logs"][0].get("size", 0)

    def test_proofs_that_begin_elsewhere_or_prove_too_much(self):
        zero = bytes(32)
        self.assertEqual(self.ask(0, 6, [zero])[0], 422, "from nothing nothing is proved")
        self.assertEqual(self.ask(0, 6)[0], 200)
        right = self.proof(6, 11)
        self.assertEqual(self.ask(12, 11)[0], 400, "the old size is above the new one")
        self.assertEqual(self.ask(0, 11)[0], 409)
        self.assertEqual(self.ask(6, 6, [zero])[0], 422, "nothing grew, and something is proved")
        for wrong in ([], right[:-1], right[1:], right + [zero], [zero, *right], right[::-1], [zero] * len(right)):
            self.assertEqual(self.ask(6, 11, wrong)[0], 422)
        for old in ("-1", "06", "6 ", "+6", "0x6", ""):
            self.assertEqual(self.ask(old, 11, right)[0], 400, old)
        self.assertEqual(self.size(), 6)
        self.assertEqual(self.ask(6, 11, right)[0], 200)
        self.assertEqual((self.ask(11, 11)[0], self.size()), (200, 11))

    def test_many_checkpoints_at_once(self):
        """A smaller size is never cosigned after a larger one, whoever comes first."""
        self.assertEqual(self.ask(0, 1)[0], 200)

        def race(number):
            known = 1
            while known < 40:
                larger = known + 1 + (number + known) % 3
                status, _, body = self.ask(known, larger)
                self.assertIn(status, (200, 409), body)
                sizes.append(self.size())
                known = larger if status == 200 else int(body)
            return known

        sizes = []
        with ThreadPoolExecutor(4) as pool:
            ends = list(pool.map(race, range(4)))
        self.assertGreaterEqual(min(ends), 40)
        self.assertGreaterEqual(self.size(), max(ends))
        shown = notes.checkpoint(self.witness.shown(self.log.origin)[2].encode())
        self.assertEqual((shown.size, shown.root), (self.size(), self.tree.root(self.size())))
        self.assertEqual(self.ask(2, 3)[0], 409)


if __name__ == "__main__":
    PROGRAM, AUDIT, WITNESS = (sys.argv.pop(1) for _ in range(3))
    unittest.main()
