#!/usr/bin/env python3
"""The lint of the layout finds strangers at the top, large files and scripts that cannot run."""
import unittest

from planted import PlantedTree

import layout


class Layout(PlantedTree):
    def test_lets_the_map_through(self):
        self.plant("README.md", "x")
        self.plant(".ci/run", "#!/usr/bin/env bash\n", executable=True)
        self.plant("ledger/base/ids.h", "#pragma once\n")
        self.plant("tests/vectors/v.json", "x" * layout.BYTES_MAX)
        self.assertEqual(self.failures(layout.check), [])

    def test_finds_a_stranger_at_the_top(self):
        self.plant("notes.txt")
        self.assert_found(self.failures(layout.check), "notes.txt", "top level")

    def test_finds_a_large_file(self):
        self.plant("tests/vectors/v.json", "x" * (layout.BYTES_MAX + 1))
        self.assert_found(self.failures(layout.check), "200001 bytes")

    def test_finds_scripts_that_cannot_run(self):
        self.plant("tools/one", "#!/bin/sh\n")
        self.assert_found(self.failures(layout.check), "chmod +x")
        self.plant("tools/one", "echo\n", executable=True)
        self.assert_found(self.failures(layout.check), "does not start with #!")

    def test_finds_headers_without_a_guard_and_other_spellings(self):
        self.plant("ledger/base/ids.h")
        self.assert_found(self.failures(layout.check), "#pragma once")
        self.plant("ledger/base/ids.h", "#pragma once\n")
        self.plant("ledger/base/MoreIds.cc")
        self.assert_found(self.failures(layout.check), "snake_case")


if __name__ == "__main__":
    unittest.main()
