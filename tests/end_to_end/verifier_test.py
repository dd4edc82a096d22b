#!/usr/bin/env python3
"""Two auditors that share no code: a verifier in Python, written from the contract alone, beside `asar-audit`.

Both judge bundles of the real `asar` and mutants of them, and have to agree, rules apart. 150 mutants in an ordinary
run; 1,000 with ASAR_NIGHTLY=1, the half of them of bundles cut at random from a sample year. RC_PARAMS=seed=N chooses
others.

Usage: verifier_test.py ASAR SAMPLE ASAR_AUDIT [unittest options]
"""
import base64
import json
import os
import random
import re
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path

HERE = Path(__file__).parent
sys.path[:0] = [str(HERE), str(HERE / "verifier"), str(HERE.parent / "audit")]

try:
    import nacl  # noqa: F401
except ImportError:
    print("SKIPPED: this python3 has no nacl: the package python3-nacl is for that of /usr/bin")
    sys.exit(77)

import bundle  # noqa: E402
import honest  # noqa: E402
import merkle  # noqa: E402
import mutants  # noqa: E402
import notes  # noqa: E402
import program_test  # noqa: E402
from asar_program import Asar  # noqa: E402
from nacl.signing import SigningKey  # noqa: E402
from verify import Verifier  # noqa: E402

PROGRAM = SAMPLE = AUDIT = None
NIGHTLY = os.environ.get("ASAR_NIGHTLY", "") == "1"
MUTANTS = 1000 if NIGHTLY else 150
OWN_SEED = 20261130
NOT_CHECKED = 1


def seed():
    given = re.search(r"seed=(\d+)", os.environ.get("RC_PARAMS", ""))
    chosen = int(given[1]) if given else OWN_SEED
    print(f"RC_PARAMS=seed={chosen}", flush=True)
    return chosen


# A mutant that only this check of the verifier finds.
NEEDED = {
    "BUNDLE_DAMAGED": mutants.a_stranger, "BAD_CHECKPOINT": mutants.sealed_by_another_key,
    "TILE_TAMPERED": mutants.another_root_sealed, "ENTRY_TAMPERED": mutants.another_spelling,
    "CHAIN_BROKEN": mutants.a_number_of("StreamVersion", "version", "last_event"),
    "FORK": mutants.a_byte_of("salt", "last_seen"), "BAD_SIGNATURE": mutants.a_byte_of("signature", "last_submission"),
    "RULE_VIOLATION": mutants.a_submission_recorded_later, "FIGURES_DIFFER": mutants.a_changed_figure,
}


class Auditors:
    """Both, with the same pins."""

    def __init__(self, folder, vkey, ledger):
        self.file = folder / "judged.zip"
        self.verifier = Verifier(vkey, ledger)
        self.pins = ["--vkey", vkey, "--ledger", ledger]

    def by_program(self, path):
        done = subprocess.run([AUDIT, "verify", str(path), "--json", "--threads", "1", *self.pins], capture_output=True,
                              text=True, check=False, timeout=60)
        report = json.loads(done.stdout)
        assert report["exit"] == done.returncode, done
        return done.returncode, report["verdict"].split(" ")[0]

    def judged(self, octets, without=()):
        """What each says of it: exit code and first word of the verdict; first the program, then the verifier."""
        self.file.write_bytes(octets)
        report = self.verifier.judge(octets, without)
        return self.by_program(self.file), (report.exit, report.verdict)


# What was left out or moved and sealed anew may be missed by a later command alone: that a rule tells, and the
# verifier judges none of the rules of the subject.
RULES_ALONE = (mutants.a_submission_withheld, mutants.submissions_that_changed_places)
RULE_BROKEN = ((4, "RULE_VIOLATION"), (0, "OK"))


def disagreement(verdicts):
    """Why the two are not one, or none. What one could not read at all the other may call damage."""
    program, verifier = verdicts
    if (program[0] == 0) != (verifier[0] == 0):
        return "one accepts it"
    if program[0] != NOT_CHECKED and verifier[0] != NOT_CHECKED and program != verifier:
        return "they name another fault"
    return None


class PublishedAnswers(unittest.TestCase):
    """The verifier's own parts, before it judges others."""

    def test_roots_of_the_tree_of_eight_leaves_of_certificate_transparency(self):
        leaves = ["", "00", "10", "2021", "3031", "40414243", "5051525354555657", "606162636465666768696a6b6c6d6e6f"]
        tree = merkle.Tree([merkle.leaf_hash(bytes.fromhex(leaf)) for leaf in leaves])
        self.assertEqual(tree.root(0).hex(), "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855")
        self.assertEqual(tree.root(3).hex(), "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77")
        self.assertEqual(tree.root(7).hex(), "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c")
        self.assertEqual(tree.root(8).hex(), "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328")

    def test_names_of_tiles_as_c2sp_writes_them(self):
        self.assertEqual(merkle.tile_name("0", 1234067, 256), "tile/0/x001/x234/067")
        self.assertEqual(sorted(bundle.names_of(256) - bundle.PLAIN),
                         ["tile/0/000", "tile/1/000.p/1", "tile/entries/000"])
        self.assertEqual(len([name for name in bundle.names_of(70000) if name.startswith("tile/1/")]), 2)

    def test_a_signed_note_of_go(self):
        text = "If you think cryptography is the answer to your problem,\nthen you don't know what your problem is.\n"
        coded = "x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM="
        author = notes.LogKey.from_text("PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW")
        name, key_id, signature = notes.signature_line(f"— PeterNeumann {coded}")
        self.assertEqual((name, key_id), (author.name, notes.key_id(author.name, author.key)))
        self.assertTrue(notes.signed_by(author.key, text.encode(), signature))
        self.assertFalse(notes.signed_by(author.key, text.encode() + b"x", signature))
        for line in ("- PeterNeumann " + coded, "— Peter Neumann " + coded, "— PeterNeumann x08g",
                     "— PeterNeumann x08go=="):
            self.assertRaises(notes.Malformed, notes.signature_line, line)


class SmallLedger(unittest.TestCase):
    """A hundred entries: hours, a grant with a sub-award, a credit."""

    @classmethod
    def setUpClass(cls):
        cls.temporary = tempfile.TemporaryDirectory(prefix="asar-verifier-")
        cls.folder = Path(cls.temporary.name)
        program_test.PROGRAM = PROGRAM
        cls.ledger = program_test.LaterLedger(cls.folder)
        file = cls.folder / "bundle.zip"
        cls.ledger.asar.run("audit", "bundle", file)
        _, cls.vkey, _, cls.id = cls.ledger.pins
        cls.auditors = Auditors(cls.folder, cls.vkey, cls.id)
        key = honest.key_of(cls.ledger.asar.folder / "keys" / "log.key")
        cls.honest = honest.Honest(file.read_bytes(), key, cls.auditors.verifier.schema)

    @classmethod
    def tearDownClass(cls):
        cls.temporary.cleanup()

    def test_both_accept_what_the_ledger_exports(self):
        self.assertEqual(self.auditors.judged(self.honest.octets), ((0, "OK"), (0, "OK")))
        folder = self.folder / "bundle"
        self.ledger.asar.run("audit", "bundle", folder, "--directory")
        self.assertEqual(self.auditors.by_program(folder), (0, "OK"))
        self.assertEqual(self.auditors.verifier.judge(bundle.from_folder(folder)).verdict, "OK")

    def test_both_refuse_it_under_another_key_or_id(self):
        other = SigningKey(bytes(range(32))).verify_key.encode()
        name = self.honest.checkpoint.origin
        vkey = f"{name}+{notes.key_id(name, other).hex()}+{base64.b64encode(notes.ED25519 + other).decode()}"
        for pins in ((vkey, self.id), (self.vkey, "0" * 25 + "1")):
            program, verifier = Auditors(self.folder, *pins).judged(self.honest.octets)
            self.assertEqual((program[0], verifier[0]), (4, 4), (program, verifier))

    def test_what_the_mutants_seal_is_what_the_ledger_sealed(self):
        """So a mutant differs in nothing but its change."""
        made = self.honest.sealed(self.honest.linked(self.honest.entries))
        self.assertEqual(mutants.zipped(made), self.honest.octets)

    def test_both_agree_on_every_mutant(self):
        chosen = random.Random(seed())
        counts = judge_mutants(self, self.auditors, lambda _: self.honest, chosen, MUTANTS // 2 if NIGHTLY else MUTANTS)
        self.assertGreater(counts[True], 0, "some changes are none: both accept them")
        self.assertGreater(counts[False], 5 * counts[True], "most are found")

    def test_canary_a_verifier_with_one_check_switched_off_misses_its_mutants(self):
        """Each check finds something that no other does: without it the verifier accepts what `asar-audit` refuses."""
        for check, mutant in NEEDED.items():
            octets = mutant(self.honest, random.Random(OWN_SEED))
            self.assertIsNone(disagreement(self.auditors.judged(octets)), check)
            blind = self.auditors.judged(octets, without=[check])
            self.assertEqual(disagreement(blind), "one accepts it", f"{check}: {blind}")

    def test_canary_a_verifier_that_does_not_look_at_the_ledger_accepts_another(self):
        auditors = Auditors(self.folder, self.vkey, "0" * 25 + "1")
        self.assertEqual(auditors.judged(self.honest.octets), ((4, "ORIGIN_MISMATCH"), (4, "ORIGIN_MISMATCH")))
        self.assertEqual(auditors.verifier.judge(self.honest.octets, ["ORIGIN_MISMATCH"]).verdict, "OK")


@unittest.skipUnless(NIGHTLY, "a sample year is judged under ASAR_NIGHTLY=1")
class SampleYear(unittest.TestCase):
    """Every kind of entry, more than one tile; bundles cut from it at random."""

    @classmethod
    def setUpClass(cls):
        cls.temporary = tempfile.TemporaryDirectory(prefix="asar-verifier-")
        cls.folder = Path(cls.temporary.name)
        asar = Asar(PROGRAM, cls.folder / "ledger")
        subprocess.run([SAMPLE, "--data", asar.folder, "--scale", "0.02"], capture_output=True, check=True)
        asar.run("checkpoint", "create")
        file, status = cls.folder / "year.zip", asar.run("status")
        asar.run("audit", "bundle", file)
        cls.auditors = Auditors(cls.folder, status["vkey"], status["ledger"])
        cls.year = honest.Honest(file.read_bytes(), honest.key_of(asar.folder / "keys" / "log.key"),
                                  cls.auditors.verifier.schema)

    @classmethod
    def tearDownClass(cls):
        cls.temporary.cleanup()

    def cut(self, chosen, most):
        """The ledger as it was after a submission."""
        ends = [at for at in self.year.submissions if 20 < at <= most]
        octets = mutants.zipped(self.year.sealed(self.year.entries[:chosen.choice(ends)]))
        return honest.Honest(octets, self.year.key, self.year.schema)

    def test_both_accept_the_whole_year(self):
        self.assertEqual(self.auditors.judged(self.year.octets), ((0, "OK"), (0, "OK")))

    def test_both_agree_on_bundles_cut_at_random_and_their_mutants(self):
        chosen = random.Random(seed())
        for _ in range(10):
            self.assertEqual(self.auditors.judged(self.cut(chosen, 5000).octets), ((0, "OK"), (0, "OK")))
        judge_mutants(self, self.auditors, lambda _: self.cut(chosen, 600), chosen, MUTANTS // 2)


def judge_mutants(test, auditors, source, chosen, count):
    """How many both accept (True) and refuse. `source` gives the honest bundle of the round that a mutant is of."""
    counts, kinds = {True: 0, False: 0}, mutants.KINDS
    for number in range(count):
        if number % len(kinds) == 0:
            original = source(number // len(kinds))
        kind = kinds[number % len(kinds)]
        octets = kind(original, chosen)
        verdicts = auditors.judged(octets)
        if kind not in RULES_ALONE or verdicts != RULE_BROKEN:
            test.assertIsNone(disagreement(verdicts),
                              f"mutant {number}, {kind.__name__}: asar-audit, verifier: {verdicts}")
        counts[verdicts[0][0] == 0] += 1
    return counts


if __name__ == "__main__":
    PROGRAM, SAMPLE, AUDIT = (sys.argv.pop(1) for _ in range(3))
    unittest.main()
