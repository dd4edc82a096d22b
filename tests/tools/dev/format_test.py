#!/usr/bin/env python3
"""The lint of the format finds code that is laid out otherwise."""
import shutil
import sys
import unittest

from planted import PlantedTree

import format as layout_of_code


class Format(PlantedTree):
    def setUp(self):
        super().setUp()
        self.plant(".clang-format", "BasedOnStyle: Google\n")

    def test_lets_formatted_code_through(self):
        self.plant("ledger/a.cc", "int one() { return 1; }\n")
        self.assertEqual(self.failures(layout_of_code.check), [])

    def test_finds_code_laid_out_otherwise(self):
        self.plant("ledger/a.cc", "\nint one( ) {return 1;}\n")
        self.assert_found(self.failures(layout_of_code.check), "ledger/a.cc:", "tools/dev/format")


if __name__ == "__main__":
    if shutil.which(layout_of_code.PROGRAM) is None:
        print(f"SKIPPED: {layout_of_code.PROGRAM} is not installed")
        sys.exit(77)
    unittest.main()
