#!/usr/bin/env python3
"""The lint of mirrored tests finds a source without one, and reasons that have become stale."""
import unittest

from planted import PlantedTree

import mirrored


class Mirrored(PlantedTree):
    def test_lets_tested_and_excused_sources_through(self):
        self.plant("ledger/log/head_file.cc")
        self.plant("tests/ledger/log/head_file_test.cc")
        self.plant("ledger/log/rocksdb_log.cc")
        self.plant("tests/ledger/log/rocksdb_log_crash_test.cc")
        self.plant("tools/asar/main.cc")
        self.plant(mirrored.LIST, "# reasons\ntools/asar/main.cc: run by the end-to-end tests\n")
        self.assertEqual(self.failures(mirrored.check), [])

    def test_finds_a_source_without_a_test(self):
        self.plant("audit/note.cc")
        self.assert_found(self.failures(mirrored.check), "tests/audit/note_test.cc")

    def test_a_folder_is_excused_by_naming_its_test(self):
        self.plant("tools/asar/main.cc")
        self.plant("tools/asar/print.cc")
        self.plant(mirrored.LIST, "tools/asar/: tests/end_to_end/year_test.cc runs the program\n")
        self.assert_found(self.failures(mirrored.check), "tests/end_to_end/year_test.cc does not exist")
        self.plant("tests/end_to_end/year_test.cc")
        self.assertEqual(self.failures(mirrored.check), [])
        self.plant(mirrored.LIST, "tools/asar/: it is plain to see\n")
        self.assert_found(self.failures(mirrored.check), "by naming the test")

    def test_finds_stale_entries_of_the_list(self):
        self.plant("audit/note.cc")
        self.plant("tests/audit/note_test.cc")
        self.plant(mirrored.LIST, "audit/note.cc: too hard\n")
        self.assert_found(self.failures(mirrored.check), "strike it out")
        self.plant(mirrored.LIST, "audit/gone.cc: too hard\n")
        self.assert_found(self.failures(mirrored.check), "strike it out")

    def test_finds_a_missing_reason(self):
        self.plant("audit/note.cc")
        self.plant(mirrored.LIST, "audit/note.cc:\n")
        self.assert_found(self.failures(mirrored.check), "reason is missing")


if __name__ == "__main__":
    unittest.main()
