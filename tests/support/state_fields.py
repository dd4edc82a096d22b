#!/usr/bin/env python3
"""Writes eachField() and eachTable() for the records and tables of the rules' state, out of the headers that declare
them: what is added there is compared by the tests without a word here.

Usage: state_fields.py OUT HEADER…
"""
import re
import sys
from pathlib import Path

STRUCT = re.compile(r"^struct (\w+) \{\n(.*?)^\};", re.MULTILINE | re.DOTALL)
STATE = re.compile(r"^class State \{\n public:\n(.*?)^  const LedgerRecord& ledger", re.MULTILINE | re.DOTALL)
INNER_ENUM = re.compile(r"enum class \w+ \{[^}]*\}")
FUNCTION = re.compile(r"^[^=(]*\([^)]*\)(?: const)? ?\{.*?\}\n", re.MULTILINE | re.DOTALL)
FIELD = re.compile(r"[\w:<>,\s*&]*?[\w>]\s+(\w+)(?:\s*=[^;]*|\s*\{[^;]*\})?", re.DOTALL)
TABLE = re.compile(r"Table<.*> (\w+)", re.DOTALL)


def statements(body):
    plain = re.sub(r"//[^\n]*", "", body)
    plain = INNER_ENUM.sub("What", FUNCTION.sub("", plain))
    return [one.strip() for one in plain.split(";") if one.strip()]


def names(pattern, body, where):
    found = []
    for statement in statements(body):
        match = pattern.fullmatch(statement)
        if match is None:
            sys.exit(f"state_fields.py: what is this in {where}? {statement}")
        found.append(match[1])
    return found


def visits(names_of):
    return "".join(f'  visit("{name}", of.{name});\n' for name in names_of)


def header(sources):
    lines = ["// Made by the build from the headers of the rules' state. Do not edit.\n#pragma once\n",
             '#include "ledger/rules/state.h"\n', "namespace tests {\n"]
    for source in sources:
        for struct, body in STRUCT.findall(source):
            lines.append(f"template <class Visit>\nvoid eachField(const ledger::{struct}& of, Visit visit) {{\n"
                         f"{visits(names(FIELD, body, struct))}}}\n")
        for body in STATE.findall(source):
            tables = names(TABLE, body, "State")
            assert len(tables) == source.count(" Table<"), "every table"
            lines.append(f"template <class Visit>\nvoid eachTable(const ledger::State& of, Visit visit) {{\n"
                         f"{visits(tables)}}}\n")
    assert "eachTable" in "".join(lines), "the state itself"
    return "\n".join(lines) + "\n}  // namespace tests\n"


if __name__ == "__main__":
    Path(sys.argv[1]).write_text(header([Path(name).read_text(encoding="utf-8") for name in sys.argv[2:]]),
                                 encoding="utf-8")
