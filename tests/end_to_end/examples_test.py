#!/usr/bin/env python3
"""Every example of `asar help commands` is submitted to a small ledger, by people of every role: it is recorded, or a
rule of the ledger refuses it by name. None is read wrongly, and none stops the program. Which is which stands in
examples.json.

Usage: examples_test.py ASAR ASAR-AUDIT [unittest options]        ASAR ASAR-AUDIT --write makes examples.json anew
"""
import json
import re
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))
from asar_program import Asar  # noqa: E402

PROGRAM = AUDIT = None
SCHEMA = Path(__file__).parents[2] / "ledger/schema"
ANSWERS = Path(__file__).with_name("examples.json")
TAKEN = "recorded"
WRITE = False
# Whether a founding has expired is said by the clock of the machine, unless it is of a demonstration.
BESIDES = {"ledgerFound": {"demo": True}}
REFUSED = (1, 5, 6, 7)  # by a rule, not there, a conflict, nobody's right; a wrong call would be 2
# Those who may sign, and where: the sample ids of the examples name the place.
ROLES = (("clerk", "office"), ("officer", "organisation"), ("officer", "grantee"), ("funder", "funder"),
         ("coordinator", "organisation"), ("attestor", "organisation"), ("payer", "funder"), ("verifier", "funder"),
         ("auditor", None), ("importer", None), ("operator", None))


def names(english):
    return {"kk": english, "ru": english, "en": english}


class Examples(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.temporary = tempfile.TemporaryDirectory(prefix="asar-examples-")
        cls.asar = Asar(PROGRAM, Path(cls.temporary.name) / "ledger")
        cls.first, cls.second = cls.asar.found()
        told = cls.asar.run("help", "commands")["commands"]
        cls.examples = {one["command"]: one["example"] for one in told}
        cls.count = len(told)
        cls.place()
        cls.asar.now = "2026-03-01T13:00:00+05:00"  # facts of the examples are of that morning

    @classmethod
    def tearDownClass(cls):
        cls.temporary.cleanup()

    @classmethod
    def sample(cls, field):
        """The id that every example has in a field of that name."""
        return next(example[field] for example in cls.examples.values() if isinstance(example.get(field), str))

    @classmethod
    def by_two(cls, command, **fields):
        cls.asar.decide_by_two(cls.first, cls.second, command, **fields)

    @classmethod
    def place(cls):
        office, asar = cls.sample("office"), cls.asar
        cls.by_two("officeEstablish", office=office, kind="regional", region="KZ-75", names=names("Sample Office"))
        cls.by_two("programmeDefine", programme=cls.sample("programme"), office=office,
                   direction=cls.examples["programmeDefine"]["direction"], names=names("Sample Programme"))
        cls.signers = [cls.first]
        for role, place in ROLES:
            if place in ("organisation", "grantee", "funder") and role in ("officer", "funder"):
                asar.submit_one(cls.signers[1], "organisationRegister", organisation=cls.sample(place), office=office,
                                kind="ngo", names=names(f"Sample {place}"), region="KZ-75")
            holder = asar.register(cls.first, office, f"{role}-{len(cls.signers)}")
            cls.by_two("roleGrant", person=holder.id, role=role, **({"scope": cls.sample(place)} if place else {}))
            cls.signers.append(holder)
        for field in ("person", "volunteer"):
            asar.submit_one(cls.signers[1], "personRegister", person=cls.sample(field), office=office, region="KZ-75",
                            ageBand="from18to35", ageBasis="declared")

    def answer(self, signer, example):
        """TAKEN, or the name of the refusal, which is upper case."""
        done = self.asar.raw("--json", "submit", "-", "--key", signer.key_file, "--signed-at", self.asar.now,
                             text_in=json.dumps(example, ensure_ascii=False))
        said = json.loads(done.stdout)
        if "error" not in said:
            self.assertEqual((done.returncode, len(said["data"]["receipts"])), (0, 1), example)
            return TAKEN
        self.assertIn(done.returncode, REFUSED, (example, said))
        return said["error"]["code"].removeprefix("E_")

    def submitted(self, example):
        """The answer to the first of them all who may sign it; that to the last where none may."""
        for signer in self.signers:
            answer = self.answer(signer, example)
            if answer != "ROLE_MISSING":
                break
        return answer

    def test_every_example_is_recorded_or_refused_by_a_rule(self):
        schema = (SCHEMA / "command.capnp").read_text(encoding="utf-8")
        self.assertEqual((self.count, len(self.examples)), (schema.count("$T.kind("),) * 2, "one of every kind")
        rules = set(re.findall(r"\b[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+\b|\bEXPIRED\b|\bOVERLAP\b",
                               (SCHEMA / "README.md").read_text(encoding="utf-8")))
        self.assertTrue({"ROLE_MISSING", "ID_TAKEN", "UNKNOWN_SUBJECT"} <= rules)
        answers = {}
        for command, example in self.examples.items():
            self.assertEqual(example["command"], command)
            answers[command] = self.submitted({**example, **BESIDES.get(command, {})})
        unknown = {command: name for command, name in answers.items() if name != TAKEN and name not in rules}
        self.assertEqual(unknown, {}, "refused otherwise than by a rule of ledger/schema/README.md")
        print(f"{list(answers.values()).count(TAKEN)} of {len(answers)} examples recorded")
        if WRITE:
            ANSWERS.write_text(json.dumps(answers, indent=2) + "\n", encoding="utf-8")
        told = json.loads(ANSWERS.read_text(encoding="utf-8"))
        self.assertEqual({command: (told.get(command), answer) for command, answer in answers.items()
                          if told.get(command) != answer}, {}, "(what examples.json tells, what happened)")
        self.assertEqual(list(told), list(answers), "each of them once, in the order of the schema")
        self.audits()

    def audits(self):
        bundle = Path(self.temporary.name) / "bundle.zip"
        self.asar.run("checkpoint", "create")
        self.assertEqual(self.asar.run("projection", "diff")["differences"], [])
        self.asar.run("audit", "bundle", bundle)
        audited = subprocess.run([AUDIT, "verify", bundle, "--json"], capture_output=True, text=True, check=False)
        self.assertEqual(audited.returncode, 0, audited.stdout + audited.stderr)

    def test_canary_a_broken_example_is_no_refusal_of_a_rule(self):
        self.assertEqual(self.answer(self.first, {**self.examples["ideaSubmit"], "when": "now"}), "JSON_UNKNOWN_FIELD")
        self.assertEqual(self.answer(self.first, {"command": "ideaImprove"}), "UNKNOWN_COMMAND")


if __name__ == "__main__":
    PROGRAM, AUDIT = sys.argv.pop(1), sys.argv.pop(1)
    WRITE = "--write" in sys.argv
    unittest.main(argv=[one for one in sys.argv if one != "--write"])
