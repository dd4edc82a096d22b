#!/usr/bin/env python3
"""Every example of `asar help commands` is submitted, by whom it names as its sender, to a ledger that has what it
speaks of: it is recorded. Where an example as printed never can be, the rule that refuses it is told, and it is
recorded with other fields. What became of each stands in examples.json; what each needs, in examples/needs.py.

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
from examples.needs import AFTER, BESIDES, HOW, OTHERWISE, PROGRAM  # noqa: E402
from examples.stage import TAKEN, Stage  # noqa: E402

ASAR = AUDIT = None
SCHEMA = Path(__file__).parents[2] / "ledger/schema"
ANSWERS = Path(__file__).with_name("examples.json")
WRITE = False


class Examples(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.temporary = tempfile.TemporaryDirectory(prefix="asar-examples-")
        cls.folder = Path(cls.temporary.name)
        cls.stage = Stage(ASAR, cls.folder)

    @classmethod
    def tearDownClass(cls):
        cls.temporary.cleanup()

    def test_every_example_is_recorded(self):
        stage, examples = self.stage, self.stage.examples
        schema = (SCHEMA / "command.capnp").read_text(encoding="utf-8")
        self.assertEqual((stage.count, len(examples)), (schema.count("$T.kind("),) * 2, "one of every kind")
        self.assertEqual({*AFTER, *BESIDES, *HOW, *OTHERWISE, *PROGRAM} - set(examples), set(), "no such command")
        rules = set(re.findall(r"\b[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+\b|\bEXPIRED\b|\bOVERLAP\b",
                               (SCHEMA / "README.md").read_text(encoding="utf-8")))
        self.assertTrue({"ROLE_MISSING", "ID_TAKEN", "UNKNOWN_SUBJECT"} <= rules)
        answers = {command: stage.answer(command) for command in examples}
        refused = {command: answer.split(";")[0] for command, answer in answers.items() if answer != TAKEN}
        self.assertEqual({command: rule for command, rule in refused.items() if rule not in rules}, {},
                         "refused otherwise than by a rule of ledger/schema/README.md")
        other = {command for command, answer in answers.items() if f"; {TAKEN} with " in answer}
        print(f"{len(answers) - len(refused)} of {len(answers)} examples recorded as printed, {len(other)} with other "
              "fields")
        self.assertEqual(set(refused), other, "refused for good")
        self.assertEqual({*OTHERWISE, *PROGRAM}, other, "told to have other fields")
        if WRITE:
            ANSWERS.write_text(json.dumps(answers, indent=2) + "\n", encoding="utf-8")
        told = json.loads(ANSWERS.read_text(encoding="utf-8"))
        self.assertEqual({command: (told.get(command), answer) for command, answer in answers.items()
                          if told.get(command) != answer}, {}, "(what examples.json tells, what happened)")
        self.assertEqual(list(told), list(answers), "each of them once, in the order of the schema")
        for asar in stage.last_ledgers():
            with self.subTest(asar.folder.name):
                self.audits(asar)

    def audits(self, asar):
        bundle = self.folder / "bundle.zip"
        bundle.unlink(missing_ok=True)
        asar.run("checkpoint", "create")
        self.assertEqual(asar.run("projection", "diff")["differences"], [])
        asar.run("audit", "bundle", bundle)
        audited = subprocess.run([AUDIT, "verify", bundle, "--json"], capture_output=True, text=True, check=False)
        self.assertEqual(audited.returncode, 0, audited.stdout + audited.stderr)

    def test_canary_a_broken_example_is_no_refusal_of_a_rule(self):
        for fields, code in (({"when": "now"}, "JSON_UNKNOWN_FIELD"), ({"command": "ideaImprove"}, "UNKNOWN_COMMAND")):
            self.assertEqual(self.stage.refusal(self.stage.begun, "ideaSubmit", fields, {"by": "clerk"}), code)

    def test_canary_without_what_comes_before_it_an_example_is_refused(self):
        self.assertEqual(self.stage.refusal(self.stage.begun, "shiftOpen"), "UNKNOWN_SUBJECT")


if __name__ == "__main__":
    ASAR, AUDIT = sys.argv.pop(1), sys.argv.pop(1)
    WRITE = "--write" in sys.argv
    unittest.main(argv=[one for one in sys.argv if one != "--write"])
