#!/usr/bin/env python3
"""Everything that was asked for, thing by thing, with the real programs: recorded, reported, audited.

asked_for.json is the table; ASKED_FOR.md shows it to people. Each row has one test below asked_for/.

Usage: asked_for_test.py ASAR ASAR-AUDIT [unittest options]        ASAR --write makes ASKED_FOR.md anew
"""
import json
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path

HERE = Path(__file__).parent
sys.path.insert(0, str(HERE))
from asar_program import Asar, Refused  # noqa: E402
from asked_for.actors import Actors  # noqa: E402
from asked_for.benefits import Benefits  # noqa: E402
from asked_for.grants import Grants  # noqa: E402
from asked_for.offices import Offices  # noqa: E402
from asked_for.rows import holds_to  # noqa: E402
from asked_for.story import LANGUAGES, Story  # noqa: E402

PROGRAM = None
AUDIT = None
TABLE = json.loads((HERE / "asked_for.json").read_text(encoding="utf-8"))
THINGS, PLUMBING = TABLE["things"], TABLE["plumbing"]


def table_text():
    lines = ["# What was asked for", "",
             "Each thing with the commands that record it, what `asar` does besides, the events they leave in the log,",
             "the report that shows it, and the test that drives it with the real program. Made from",
             "`asked_for.json`; `asked_for_test.py` runs all of it.", "",
             "| # | Thing | Commands | Events | Shown by `asar report` | Test | Not there yet |",
             "|---|---|---|---|---|---|---|"]
    for number, thing in enumerate(THINGS, 1):
        commands = " ".join(f"`{command}`" for command in thing["commands"])
        commands += "".join(f" `asar {program}`" for program in thing.get("programs", []))
        events = " ".join(f"`{event}`" for event in thing["events"])
        lines.append(f"| {number} | {thing['title']} | {commands} | {events} | `{thing['report']}` | `{thing['test']}` "
                     f"| {thing.get('note', '')} |")
    lines += ["", "Kinds that serve all of them:", ""]
    lines += [f"- `{command}` {reason}" for command, reason in PLUMBING.items()]
    return "\n".join(lines) + "\n"


class AskedFor(Offices, Actors, Grants, Benefits, unittest.TestCase):
    """One ledger for all; the tests run in the order of their numbers, and time goes on."""

    @classmethod
    def setUpClass(cls):
        cls.temporary = tempfile.TemporaryDirectory(prefix="asar-asked-")
        cls.story = Story(PROGRAM, Path(cls.temporary.name) / "ledger")
        cls.story.begin()

    @classmethod
    def tearDownClass(cls):
        cls.temporary.cleanup()

    def setUp(self):
        self.story.later(hours=1)
        for done in (self.story.sent, self.story.read, self.story.ran):
            done.clear()

    def refuses(self, code, act, /, *words, **fields):
        with self.assertRaises(Refused) as refused:
            act(*words, **fields)
        self.assertEqual(refused.exception.error["code"], code, refused.exception.error)

    def test_97_registers_read_well_in_three_languages(self):
        self.story.publish()
        for thing in THINGS:
            words = thing["report"].split()
            if words[0] != "register":
                continue
            for language in LANGUAGES:
                shown = self.story.asar.raw("--lang", language, "report", *words, "--facts")
                self.assertEqual(shown.returncode, 0, shown.stderr)
                wide = [line for line in shown.stdout.splitlines() if len(line) > 120]
                self.assertEqual(wide, [], f"{words} in {language}")

    def test_98_read_models_are_what_the_log_says(self):
        self.story.publish()
        self.assertEqual(self.story.asar.run("projection", "diff")["differences"], [])
        before = self.story.asar.run("report", "register", "grant", "--facts")
        self.story.asar.run("projection", "rebuild")
        self.assertEqual(self.story.asar.run("report", "register", "grant", "--facts"), before)

    def test_99_a_stranger_audits_the_whole_story(self):
        bundle = Path(self.temporary.name) / "bundle.zip"
        self.story.asar.run("checkpoint", "create")
        self.story.asar.run("audit", "bundle", bundle)
        audited = subprocess.run([AUDIT, "verify", bundle, "--json"], capture_output=True, text=True, check=False)
        self.assertEqual(audited.returncode, 0, audited.stdout + audited.stderr)
        self.assertEqual(json.loads(audited.stdout)["verdict"], "OK")


holds_to(THINGS, AskedFor)


class Rows(unittest.TestCase):
    """The canary: rows that say more than their tests did."""

    class Story:
        sent, ran, read = {"ideaSubmit"}, {"import"}, {"grant"}

    def outcome(self, **row):
        class Suite(unittest.TestCase):
            story = self.Story

            def test_1_fails(self):
                self.fail("for a reason of its own")

            def test_2_does_little(self):
                pass

        rows = [{"title": "lying", "commands": [], "report": "grant", "test": "test_2_does_little", **row}]
        result = unittest.TestResult()
        unittest.defaultTestLoader.loadTestsFromTestCase(holds_to(rows, Suite)).run(result)
        self.assertEqual((result.testsRun, len(result.errors)), (2, 0))
        return [test.id().rpartition(".")[2] for test, _ in result.failures], result.failures[-1][1]

    def test_each_column_is_held_to_also_after_a_test_that_failed(self):
        honest = {"commands": ["ideaSubmit"], "programs": ["import"]}
        self.assertEqual(self.outcome(**honest)[0], ["test_1_fails"])
        for column, what, told in (("commands", ["ideaSubmit", "ideaDecline"], "command ideaDecline"),
                                   ("programs", ["import", "import link"], "program asar import link"),
                                   ("report", "credit", "report credit")):
            failed, message = self.outcome(**{**honest, column: what})
            self.assertEqual(failed, ["test_1_fails", "test_2_does_little"], column)
            self.assertIn(told, message)


class Table(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        with tempfile.TemporaryDirectory(prefix="asar-asked-") as folder:
            told = Asar(PROGRAM, Path(folder) / "none").run("help", "commands")["commands"]
        cls.commands = {one["command"]: one for one in told}

    def test_there_are_fifty_eight_things_each_with_a_test_of_its_own(self):
        self.assertEqual(len(THINGS), 58)
        self.assertEqual(len({thing["title"] for thing in THINGS}), 58)
        tests = [thing["test"] for thing in THINGS]
        self.assertEqual(len(set(tests)), 58)
        for number, test in enumerate(tests, 1):
            self.assertTrue(test.startswith(f"test_{number:02}_"), test)
            self.assertTrue(callable(getattr(AskedFor, test, None)), test)

    def test_every_command_of_the_table_exists_and_has_an_example(self):
        for thing in THINGS:
            self.assertEqual(thing["events"], [self.commands[one]["event"] for one in thing["commands"]])
            for command in thing["commands"]:
                self.assertEqual(self.commands[command]["example"]["command"], command)

    def test_every_program_of_the_table_has_a_help(self):
        with tempfile.TemporaryDirectory(prefix="asar-asked-") as folder:
            asar = Asar(PROGRAM, Path(folder) / "none")
            for program in {program for thing in THINGS for program in thing.get("programs", [])}:
                self.assertEqual(asar.raw(*program.split(), "--help").returncode, 0, program)

    def test_every_kind_of_the_schema_stands_in_the_table_or_serves_all_of_it(self):
        told = {command for thing in THINGS for command in thing["commands"]}
        self.assertEqual(told & set(PLUMBING), set())
        self.assertEqual(set(self.commands) - told - set(PLUMBING), set(), "asked for by nobody")
        self.assertEqual(set(PLUMBING) - set(self.commands), set())
        self.assertTrue(all(PLUMBING.values()))

    def test_the_table_people_read_is_the_one_that_is_tested(self):
        self.assertEqual((HERE / "ASKED_FOR.md").read_text(encoding="utf-8"), table_text())


if __name__ == "__main__":
    if sys.argv[-1] == "--write":
        (HERE / "ASKED_FOR.md").write_text(table_text(), encoding="utf-8")
        sys.exit()
    PROGRAM = sys.argv.pop(1)
    AUDIT = sys.argv.pop(1)
    unittest.main()
