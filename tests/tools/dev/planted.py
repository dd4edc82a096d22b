"""A small tree with planted files, for the tests of the lints."""
import os
import sys
import tempfile
import unittest
from pathlib import Path

LINTS = Path(__file__).resolve().parents[3] / "tools/dev/lint"
sys.path.insert(0, str(LINTS))

import tree  # noqa: E402  (the path above makes it importable)


class PlantedTree(unittest.TestCase):
    def setUp(self):
        self._folder = tempfile.TemporaryDirectory()
        self.addCleanup(self._folder.cleanup)
        self.root = Path(self._folder.name)

    def plant(self, path, text="", executable=False):
        place = self.root / path
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_text(text)
        os.chmod(place, 0o755 if executable else 0o644)

    def tree(self):
        return tree.Tree(self.root)

    def failures(self, check, *arguments):
        return [finding.text() for finding in check(self.tree(), *arguments) if finding.fails]

    def warnings(self, check):
        return [finding.text() for finding in check(self.tree()) if not finding.fails]

    def assert_found(self, found, *parts):
        """Exactly one finding, and it says all of this."""
        self.assertEqual(len(found), 1, found)
        for part in parts:
            self.assertIn(part, found[0])
