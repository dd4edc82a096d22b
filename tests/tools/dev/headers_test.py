#!/usr/bin/env python3
"""The lint of headers compiles what the build does not prove, and nothing else."""
import json
import unittest

from planted import PlantedTree

import headers


class Headers(PlantedTree):
    def setUp(self):
        super().setUp()
        self.plant("ledger/base/own.h", "#pragma once\n#include <string>\nstd::string own();\n")
        self.build_with("own.cc", '#include "ledger/base/own.h"\n')

    def build_with(self, name, text):
        source = self.root / "ledger/base" / name
        self.plant(f"ledger/base/{name}", text)
        self.plant("build/compile_commands.json", json.dumps([
            {"directory": str(self.root), "file": str(source),
             "command": f"/usr/bin/ccache g++ -std=c++20 -I{self.root} -o x.o -c {source}"}]))

    def failures_of_headers(self):
        return self.failures(headers.check, self.root / "build")

    def test_lets_headers_that_stand_alone_through(self):
        self.plant("ledger/base/only.h", '#pragma once\n#include "ledger/base/own.h"\ninline int one() { return 1; }\n')
        self.assertEqual(self.failures_of_headers(), [])

    def test_finds_a_header_that_needs_another_before_it(self):
        self.plant("ledger/base/only.h", "#pragma once\ninline std::string one() { return {}; }\n")
        self.assert_found(self.failures_of_headers(), "ledger/base/only.h", "does not compile alone")

    def test_finds_a_source_whose_own_header_is_not_first(self):
        self.build_with("own.cc", '#include <string>\n#include "ledger/base/own.h"\n')
        self.assert_found(self.failures_of_headers(), "own header comes first")

    def test_compiles_only_headers_without_a_source_of_their_own(self):
        self.plant("ledger/base/only.h", "#pragma once\n")
        self.assertEqual(list(headers.to_compile(self.tree())), ["ledger/base/only.h"])

    def test_reads_no_precompiled_header_before_it(self):
        self.plant("ledger/base/only.h", "#pragma once\ninline std::string one() { return {}; }\n")
        self.plant("ledger/base/before.h", "#pragma once\n#include <string>\n")
        database = self.root / "build/compile_commands.json"
        database.write_text(database.read_text().replace("-std=c++20", "-std=c++20 -include ledger/base/before.h"))
        self.assert_found(self.failures_of_headers(), "ledger/base/only.h", "does not compile alone")

    def test_says_so_where_nothing_was_built(self):
        self.plant("build/compile_commands.json", "[]")
        self.assert_found(self.failures_of_headers(), "no compile database")


if __name__ == "__main__":
    unittest.main()
