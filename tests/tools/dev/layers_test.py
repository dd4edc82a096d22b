#!/usr/bin/env python3
"""The lint of layers finds each forbidden include and lets the map's own through."""
import unittest

from planted import PlantedTree

import layers

ALLOWED = [
    ("ledger/rules/hours.cc", "ledger/event/command.h"),
    ("ledger/log/rocksdb_log.cc", "ledger/event_reader.h"),
    ("ledger/ledger.cc", "ledger/proof/receipt.h"),
    ("projections/follower.h", "ledger/event_reader.h"),
    ("projections/follower.cc", "ledger/seal/checkpoint.h"),
    ("projections/language/phrases.h", "ledger/schema/words/words.h"),
    ("projections/certificate/issue.cc", "ledger/proof/receipt.h"),
    ("audit/replay/grant.cc", "ledger/schema/entry.capnp.h"),
    ("audit/replay/grant.cc", "audit/log/note.h"),
    ("tools/asar/main.cc", "ledger/ledger.h"),
    ("tests/end_to_end/all_test.cc", "tools/asar/submit.h"),
    ("ledger/log/rocksdb_log.cc", "rocksdb/db.h"),
]
REFUSED = [
    ("ledger/base/ids.h", "ledger/event/command.h"),
    ("ledger/rules/hours.cc", "ledger/log/event_log.h"),
    ("ledger/event/codec.cc", "ledger/merkle/tree.h"),
    ("ledger/log/memory_log.cc", "ledger/ledger.h"),
    ("ledger/ledger.cc", "projections/follower.h"),
    ("projections/follower.cc", "ledger/ledger.h"),
    ("projections/follower.cc", "ledger/seal/key_file.h"),
    ("projections/follower.cc", "ledger/schema/entry.capnp.h"),
    ("audit/base/merkle.cc", "ledger/merkle/tree.h"),
    ("audit/log/note.cc", "audit/replay/state.h"),
    ("audit/main.cc", "tools/asar/text.h"),
    ("ledger/base/ids.cc", "tests/support/temp_folder.h"),
    ("projections/follower.cc", "rocksdb/db.h"),
    ("ledger/rules/hours.cc", "spdlog/logger.h"),
    ("ledger/log/rocksdb_log.h", "rocksdb/db.h"),
]


def bracketed(included):
    return f"<{included}>" if included.split("/")[0] in ("rocksdb", "spdlog") else f'"{included}"'


class Layers(PlantedTree):
    def test_lets_the_map_through(self):
        for path, included in ALLOWED:
            self.plant(path, f"#include {bracketed(included)}\n")
        self.assertEqual(self.failures(layers.check), [])

    def test_finds_each_forbidden_include(self):
        for path, included in REFUSED:
            with self.subTest(path=path, included=included):
                self.plant(path, f"// x\n#include {bracketed(included)}\n")
                self.assert_found(self.failures(layers.check), f"{path}:2:", included)
                (self.root / path).unlink()

    def test_finds_an_include_not_written_from_the_root(self):
        self.plant("ledger/base/ids.cc", '#include "ids.h"\n')
        self.assert_found(self.failures(layers.check), "from the root")

    def test_finds_our_own_header_in_angle_brackets(self):
        self.plant("ledger/base/ids.cc", "#include <ledger/base/ids.h>\n")
        self.assert_found(self.failures(layers.check), "with quotes")


if __name__ == "__main__":
    unittest.main()
