#!/usr/bin/env python3
"""Who may include whom: the map of layers, and libraries kept behind the files that wrap them.

Usage: layers.py [ROOT]
"""
import re

import tree

# tools → {ledger.h, projections} → proof → {rules, seal, log, vault, net} → {event, merkle} → {base, schema}.
# A folder sees itself and what its line names; folders of one layer do not see each other.
BOTTOM = {"ledger/base", "ledger/schema"}
FACTS = BOTTOM | {"ledger/event", "ledger/merkle", "ledger/event_reader"}
PARTS = FACTS | {"ledger/rules", "ledger/seal", "ledger/log", "ledger/vault", "ledger/net"}
WRITE_SIDE = PARTS | {"ledger/proof"}
DOORS = WRITE_SIDE | {"ledger", "projections"}
# A second opinion: the schema is shared, nothing else; the HTTP transport is no opinion.
OPINION = {"ledger/schema", "ledger/net"}
MAY_INCLUDE = {
    "ledger/base": set(),
    "ledger/schema": set(),
    "ledger/event": BOTTOM,
    "ledger/merkle": BOTTOM,
    "ledger/event_reader": BOTTOM | {"ledger/event", "ledger/merkle"},
    "ledger/rules": FACTS,
    "ledger/seal": FACTS,
    "ledger/log": FACTS,
    "ledger/vault": FACTS,
    "ledger/net": FACTS,
    "ledger/proof": PARTS,
    "ledger": WRITE_SIDE,
    "projections": {"ledger/event_reader", "ledger/event", "ledger/base", "ledger/merkle", "ledger/seal"},
    "audit/base": OPINION,
    "audit/log": OPINION | {"audit/base"},
    "audit/replay": OPINION | {"audit/base", "audit/log"},
    "audit/verify": OPINION | {"audit/base", "audit/log", "audit/replay"},
    "audit/reports": OPINION | {"audit/base", "audit/log", "audit/replay", "audit/verify"},
    "audit/answers": OPINION | {"audit/base", "audit/log", "audit/replay", "audit/verify", "audit/reports"},
    "audit/rules": OPINION | {"audit/base", "audit/log", "audit/replay", "audit/verify", "audit/answers"},
    "audit/witness": OPINION | {"audit/base", "audit/log"},
    "audit": OPINION | {"audit/base", "audit/log", "audit/replay", "audit/verify", "audit/answers", "audit/rules"},
    "tools": DOORS,
}
# Narrower than their folder: a reader of checkpoints never signs any.
PROJECTIONS_NOT = re.compile(r"ledger/seal/(?:key|sign|witness_client)")
# The evaluator of credit rules, which days work, and the kk, ru and en words of codes; never the encoded schema itself.
PROJECTIONS_ALSO = re.compile(r"ledger/rules/(?:credit|working_days)|ledger/schema/words/")
# Benchmarks measure with the people and the signatures of the tests' small world, and how long a proof takes to check.
BENCH_ALSO = re.compile(r"tests/support/|audit/(?:log|answers)/")
CERTIFICATES_ALSO = {"ledger/proof", "ledger/vault"}

# Libraries, and the folders whose files may include them.
LIBRARIES = {
    "rocksdb/": ("ledger/log", "ledger/vault", "tools/bench", "tests"),
    "capnp/": ("ledger/event", "ledger/schema", "audit", "tools", "tests"),
    "kj/": ("ledger/event", "ledger/schema", "audit", "tools", "tests"),
    "sqlite3.h": ("projections", "tools/bench", "tests"),
    "CLI/": ("tools", "audit", "tests"),
    "libxml/": ("tools/asar/bank", "tools/asar/camt"),
    "spdlog/": ("ledger/seal", "ledger/log", "ledger/net", "ledger/ledger", "projections", "tools", "tests"),
}
# Slow to compile: they stay in .cc files.
HEAVY = ("nlohmann/json.hpp", "CLI/", "spdlog/spdlog.h", "rocksdb/db.h", "boost/")

INCLUDE = re.compile(r'^[ \t]*#[ \t]*include[ \t]*([<"])([^>"]+)[>"]')


def unit(path):
    """The node of the map a file belongs to."""
    parts = path.split("/")
    if parts[0] not in ("ledger", "audit"):
        return parts[0]
    if len(parts) > 2:
        return "/".join(parts[:2])
    if parts[0] == "audit":
        return "audit"
    return "ledger/event_reader" if parts[1].startswith("event_reader") else "ledger"


def refused(path, included):
    """Why this file may not include that file of ours; none where it may."""
    here, there = unit(path), unit(included)
    if here == "tests" or here == there:
        return None
    if here == "projections" and PROJECTIONS_NOT.match(included):
        return "projections read checkpoints and never sign them"
    if here == "projections" and PROJECTIONS_ALSO.match(included):
        return None
    if path.startswith("tools/bench/") and BENCH_ALSO.match(included):
        return None
    if path.startswith("projections/certificate/") and there in CERTIFICATES_ALSO:
        return None
    if there in MAY_INCLUDE.get(here, set()):
        return None
    return f"{here} may include {', '.join(sorted(MAY_INCLUDE.get(here, set()))) or 'only itself'}"


def library_refused(path, included):
    for library, folders in LIBRARIES.items():
        if included.startswith(library) and not path.startswith(folders):
            return f"{library} is wrapped by {', '.join(folders)}; use what they offer"
    heavy_header = path.endswith(".h") and not path.startswith("tests/") and included.startswith(HEAVY)
    return "too heavy for a header: include it in the .cc and declare forward" if heavy_header else None


def check_include(path, number, bracket, included):
    ours = included.split("/")[0] in tree.CODE_FOLDERS and "/" in included
    if ours and bracket == "<":
        return tree.Finding(path, number, f'our own files are included with quotes: "{included}"')
    if not ours and bracket == '"':
        return tree.Finding(path, number, f'"{included}" is not written from the root of the tree')
    if included.endswith((".cc", ".cpp", ".cxx")):
        return tree.Finding(path, number, f'"{included}" is a source: sources are compiled, headers included')
    reason = refused(path, included) if ours else library_refused(path, included)
    return tree.Finding(path, number, f"may not include {included}: {reason}") if reason else None


def check(files):
    for path in files.code():
        for number, line in enumerate(files.text(path).splitlines(), 1):
            match = INCLUDE.match(line)
            finding = match and check_include(path, number, match.group(1), match.group(2))
            if finding:
                yield finding


if __name__ == "__main__":
    tree.run(check)
