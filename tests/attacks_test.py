#!/usr/bin/env python3
"""Every attack of the catalogue has a test that CTest knows, and the table that people read says the same.

attacks.json is the table; ATTACKS.md shows it. A test is named "CTEST_NAME", where a script holds many of them
"CTEST_NAME test_of_the_script", and of GoogleTest "Suite.Name".

Usage: attacks_test.py CTEST BUILD_FOLDER [unittest options]        attacks_test.py --write makes ATTACKS.md anew
"""
import json
import re
import subprocess
import sys
import unittest
from pathlib import Path

HERE = Path(__file__).resolve().parent
TABLE = json.loads((HERE / "attacks.json").read_text(encoding="utf-8"))
ATTACKS = [attack for part in TABLE.values() for attack in part]
CTEST = BUILD = None


def table_text():
    lines = ["# Attacks", "",
             "What somebody may try who owns the disk, the key of the log, a role, or only a file that others read;",
             "what has to come of it; and the tests that try it. Made from `attacks.json`; `attacks_test.py` holds",
             "both to the tests there are. A build for the sanitizers leaves out some scripts of `catalogue/`."]
    number = 0
    for part, attacks in TABLE.items():
        lines += ["", f"## {part[0].upper()}{part[1:]}", "", "| # | Attack | What has to come of it | Tests |",
                  "|---|---|---|---|"]
        for attack in attacks:
            number += 1
            tests = "<br>".join(f"`{test}`" for test in attack["tests"])
            lines.append(f"| {number} | {attack['attack']} | {attack['answer']} | {tests} |")
    return "\n".join(lines) + "\n"


class Known:
    """What CTest lists: scripts with their files, and the tests of programs. Those of one that is not built yet, or of
    a script that this build leaves out, are looked for in the sources."""

    def __init__(self, listed):
        self.names = {test["name"] for test in listed["tests"]}
        self.scripts = {test["name"]: [Path(word) for word in test.get("command", []) if word.endswith(".py")]
                        for test in listed["tests"]}
        sources = [path.read_text(encoding="utf-8") for path in HERE.rglob("*_test.cc")]
        self.written = {f"{suite}.{name}" for text in sources for suite, name in re.findall(
            r"^(?:TEST|TEST_F|TEST_P|RC_GTEST_PROP|RC_GTEST_FIXTURE_PROP)\((\w+),\s*(\w+)", text, re.MULTILINE)}
        self.cmake = "".join(path.read_text(encoding="utf-8") for path in HERE.rglob("CMakeLists.txt"))

    def has(self, test):
        name, _, method = test.partition(" ")
        if method:
            return any(self.defines(script, method) for script in self.scripts_of(name))
        return name in self.names or name in self.written or bool(self.scripts_of(name)) or (
            f"asar_test({name}\n" in self.cmake)

    def scripts_of(self, name):
        if name in self.scripts:
            return self.scripts[name]
        short = name.removeprefix("end_to_end.catalogue_")
        file = HERE / "end_to_end" / "catalogue" / f"{short}_test.py"
        return [file] if short != name and file.exists() else []

    @staticmethod
    def defines(script, method):
        return re.search(rf"^    def {re.escape(method)}\(self\)", script.read_text(encoding="utf-8"), re.MULTILINE)


def missing(attacks, known):
    return [(attack["attack"], test) for attack in attacks for test in attack["tests"] or ["no test"]
            if not known.has(test)]


class Attacks(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        listed = subprocess.run([CTEST, "--test-dir", BUILD, "--show-only=json-v1"], capture_output=True, text=True,
                                check=True)
        cls.known = Known(json.loads(listed.stdout))

    def test_every_attack_has_tests_that_are_run(self):
        self.assertEqual(len(ATTACKS), 49)
        self.assertEqual(len({attack["attack"] for attack in ATTACKS}), 49)
        self.assertEqual(missing(ATTACKS, self.known), [])

    def test_canary_a_test_that_is_not_there_is_named(self):
        for tests in ([], ["Nobody.Tests"], ["crash.nothing"], ["end_to_end.catalogue_storage test_of_nothing"],
                      ["end_to_end.catalogue_nothing"], ["no test"]):
            self.assertEqual(len(missing([{"attack": "an attack", "tests": tests}], self.known)), 1, tests)

    def test_the_table_that_people_read_says_the_same(self):
        self.assertEqual((HERE / "ATTACKS.md").read_text(encoding="utf-8"), table_text())


if __name__ == "__main__":
    if sys.argv[-1] == "--write":
        (HERE / "ATTACKS.md").write_text(table_text(), encoding="utf-8")
        sys.exit()
    CTEST, BUILD = sys.argv.pop(1), sys.argv.pop(1)
    unittest.main()
