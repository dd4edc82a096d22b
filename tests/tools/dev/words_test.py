#!/usr/bin/env python3
"""The lint of words finds names that say nothing and lines that speak of something else."""
import unittest

from planted import PlantedTree

import words

CLEAN = """// The data of a report are rows; an implementation informs.
#include "third/util/party.h"
struct Rows {
  const char* bytes() const { return text_.data(); }
  void report() { logger.info("info about data, process it"); doors(); }
  int processed = 0;
  // TODO(perf): count once.
};
"""
PLANTED = [
    "struct KeyManager {};",
    "int impl_ = 0;",
    "void f(const char* data);",
    "void processRow(int row);",
    "namespace util {}",
    "// FIX" + "ME: later",  # in halves, here and below: nothing in the tree says it
    "// TODO: later",
    "entries.erase(std::ranges::unique(entries).begin());",
    "for (const Row& row : std::views::reverse(rows)) take(row);",
    'const char* path = "/' + 'home/somebody/here";',
    "// as decision 7 says",
    "// see contract.md",
    "// the rate of P4",
]


class Words(PlantedTree):
    def test_lets_plain_code_through(self):
        self.plant("ledger/rows.cc", CLEAN)
        self.plant("README.md", "Rules E01 and H01; 4 of them; see PA10X.\n")
        self.assertEqual(self.failures(words.check), [])

    def test_finds_each_planted_line(self):
        for line in PLANTED:
            with self.subTest(line=line):
                self.plant("ledger/rows.cc", "//\n" + line + "\n")
                self.assert_found(self.failures(words.check), "ledger/rows.cc:2:")

    def test_finds_a_banned_file_name(self):
        self.plant("ledger/string_util.cc")
        self.assert_found(self.failures(words.check), "util", "file's name")


if __name__ == "__main__":
    unittest.main()
