"""Three views of one ledger that `asar-audit watch` looks at, for the tests of it."""
import json
import os
import subprocess
import tempfile
import time
import unittest
from pathlib import Path

import program_test
from answers_test import Views
from shown_folder import Shown

OK, NOT_CHECKED, USAGE, STALE, WRONG = 0, 1, 2, 3, 4


class Watched(unittest.TestCase):
    """Three views of one ledger: of today, and two of tomorrow that contradict each other."""

    views = None

    @classmethod
    def setUpClass(cls):
        if Watched.views is None:
            temporary = tempfile.TemporaryDirectory(prefix="asar-watch-")
            unittest.addModuleCleanup(temporary.cleanup)
            Watched.folder = Path(temporary.name)
            Watched.views = Views(Watched.folder)
            Watched.today, Watched.one, Watched.other = (
                getattr(Watched.views, name)["tiles"] for name in ("today", "one", "other"))

    def setUp(self):
        self.work = Path(tempfile.mkdtemp(dir=self.folder))
        self.store = self.work / "store"
        self.log = self.shown(self.today)

    def shown(self, folder):
        server = Shown(folder)
        self.addCleanup(server.close)
        return server

    def words(self, *options, place=None):
        return [program_test.AUDIT, "watch", str(place or self.log.url), "--vkey", self.views.vkey, "--trust-store",
                str(self.store), *map(str, options)]

    def look(self, *options, place=None):
        """One round; its exit code is that of the program."""
        done = subprocess.run([*self.words("--once", "--json", *options, place=place)], capture_output=True, text=True,
                              check=False, timeout=60)
        told = json.loads(done.stdout)
        self.assertEqual(told["exit"], done.returncode)
        return told

    def expect(self, verdict, *alarms, options=(), place=None):
        told = self.look(*options, place=place)
        self.assertEqual((told["verdict"], sorted(alarm["alarm"] for alarm in told["alarms"])),
                         (verdict, sorted(alarms)), told)
        return told

    def proven(self, told):
        """Whoever gets the file is convinced by it."""
        self.assertEqual(len(told["proofs"]), 1, told)
        done = subprocess.run([program_test.AUDIT, "verify", told["proofs"][0], "--vkey", self.views.vkey, "--json"],
                              capture_output=True, text=True, check=False)
        self.assertEqual((done.returncode, json.loads(done.stdout)["verdict"]), (WRONG, "FORK"), done)

    def trusted(self):
        files = list(self.store.glob("*.checkpoint"))
        return int(files[0].read_text(encoding="utf-8").split("\n")[1]) if files else None

    def age(self, seconds, below="."):
        """As if all that is kept there had been written so long ago."""
        then = time.time() - seconds
        for file in (self.store / below).rglob("*.checkpoint"):
            os.utime(file, (then, then))
