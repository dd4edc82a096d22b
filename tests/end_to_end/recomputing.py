"""A sample year, whose figures the auditor counts anew: played once, published, changed and compared."""
import copy
import json
import subprocess
import sys
import tempfile
import unittest
import zipfile
from pathlib import Path

from asar_program import Asar

SCALE = "0.02"
HOURS = ("organisations", "volunteers", "activities", "entries", "claimedMinutes", "waitingMinutes", "attestedMinutes",
         "disputedMinutes", "importedMinutes", "attendedPeople", "attendedMinutes")
MONEY = ("grants", "awarded", "disbursed", "spent", "returned", "onHand")


class Recomputing(unittest.TestCase):
    program = sample = auditor = None
    folder = None

    @classmethod
    def setUpClass(cls):
        if Recomputing.folder is None:
            temporary = tempfile.TemporaryDirectory(prefix="asar-recompute-")
            unittest.addModuleCleanup(temporary.cleanup)
            Recomputing.play(Path(temporary.name))

    @classmethod
    def play(cls, folder):
        """Once for all tests."""
        cls.folder = folder
        cls.asar = Asar(cls.program, folder / "ledger")
        played = subprocess.run([cls.sample, "--data", cls.asar.folder, "--scale", SCALE], capture_output=True,
                                text=True, check=False)
        assert played.returncode == 0, played.stderr
        cls.asar.run("checkpoint", "create")
        cls.status = cls.asar.run("status")
        cls.bundle = folder / "year.zip"
        cls.asar.run("audit", "bundle", cls.bundle)
        with zipfile.ZipFile(cls.bundle) as bundle:
            cls.figures_text = bundle.read("figures.json").decode()
        cls.figures = json.loads(cls.figures_text)
        cls.public = cls.asar.answer("report", "national")
        cls.exact = cls.asar.answer("report", "national", "--exact")

    def published(self, name, report):
        file = self.folder / name
        file.write_text(report if isinstance(report, str) else json.dumps(report), encoding="utf-8")
        return file

    def recompute(self, *published, options=(), text=False):
        """Exit code and report."""
        words = [word for file in published for word in ("--published", file)]
        done = subprocess.run([self.auditor, "recompute", self.bundle, "--vkey", self.status["vkey"], *words, *options,
                               *([] if text else ["--json"])], capture_output=True, text=True, check=False)
        if text:
            return done.returncode, done.stdout
        report = json.loads(done.stdout)
        self.assertEqual(report["exit"], done.returncode)
        return done.returncode, report

    def expect(self, verdict, *published, options=()):
        code, report = self.recompute(*published, options=options)
        self.assertEqual(report["verdict"], verdict, report["findings"] or report["notChecked"])
        self.assertEqual(code, {"OK": 0, "COULD_NOT_CHECK": 1}.get(verdict, 4))
        return report

    def changed(self, name, report, change):
        other = copy.deepcopy(report)
        change(other["data"])
        return self.published(name, other)


def main():
    Recomputing.program, Recomputing.sample, Recomputing.auditor = (sys.argv.pop(1) for _ in range(3))
    unittest.main()
