#!/usr/bin/env python3
"""Words that say nothing, that speak of something other than the product, or that not every compiler reads.

Usage: words.py [ROOT]
"""
import re

import cpp
import tree

# These two spell the words out, so they cannot be judged by them.
EXEMPT = ("tools/dev/lint/words.py", "tests/tools/dev/words_test.py", "LICENSE")

# As a whole word of a file's, type's, function's or variable's name.
NAMES = {
    "manager": "say what it does: log, registry, queue, schedule",
    "helper": "name the thing itself",
    "helpers": "name the thing itself",
    "util": "name the one idea of the file",
    "utils": "name the one idea of the file",
    "common": "name the one idea of the file",
    "misc": "name the one idea of the file",
    "data": "say which: bytes, rows, entries",
    "info": "say which: status, facts, description",
    "impl": "name what sets this implementation apart: rocksdb_log",
}
TEXT = [
    (r"\bFIX[M]E\b", "mend it, or write TODO(kind)"),
    (r"\bTODO\b(?!\((?:soon|perf|security|cleanup|kind)\))", "a TODO has a kind: soon, perf, security or cleanup"),
    (r"(?<![\w.])/(?:work|root|home/\w+)/", "a path of one machine: use a path inside the tree"),
    (r"\bthis\s+session\b", "the repository speaks of the product alone"),
    (r"\b(?:decision|issue) #?\d+\b", "say the thing, not its number on another page"),
    (r"\b(?:architecture|contract|domain|dashboard|formats|performance|scale|security|storage|style)\.md\b",
     "cite laws and public sources; say the thing itself"),
]
# In code only.
CODE = [
    (r"\bstd::(?:ranges::)?views::\w+|\bstd::ranges::(?:unique|remove(?:_if)?|partition|search|equal_range)\b",
     "clang 14 cannot read the views of this library: iterators, or a loop"),
]
# In prose and comments only: in code and in figures such letters may be anything.
PROSE = [
    (r"(?<![\w/.-])[PA]\d{1,2}(?![\w.-])", "say the thing, not its number on another page"),
]
TEXT_SUFFIXES = (".h", ".cc", ".py", ".md", ".txt", ".cmake", ".capnp", ".sql", ".sh", ".toml", ".json", "")

TYPE = re.compile(r"\b(?:class|struct|union|namespace|concept|enum(?:\s+class)?)\s+(?:\[\[\w+\]\]\s*)?(\w+)")
VERB = re.compile(r"\b((?:do|process)[A-Z]\w*)\s*\(")
IDENTIFIER = re.compile(r"(?<![\w.])(?<!->)(?<!::)([A-Za-z_]\w*)")


def words_of(name):
    """The words of snake_case, UpperCamel, lowerCamel and kConstant names."""
    return [word.lower() for word in re.findall(r"[A-Z]?[a-z]+|[A-Z]+(?![a-z])", name)]


def check_path(path):
    stem = path.rsplit(".", 1)[0]
    for part in stem.split("/"):
        for word in re.split(r"[_.\-]", part):
            if word in NAMES:
                yield tree.Finding(path, 1, f'"{word}" in a file\'s name: {NAMES[word]}')


def check_code(path, text):
    for number, line in enumerate(cpp.strip(text).splitlines(), 1):
        found = {}
        for name in TYPE.findall(line):
            found |= {name: NAMES[word] for word in words_of(name) if word in NAMES}
        for name in VERB.findall(line):
            found[name] = "say what it does; do and process say nothing"
        for pattern, advice in CODE:
            found |= {match.group(): advice for match in re.finditer(pattern, line)}
        for match in IDENTIFIER.finditer(line):
            name = match.group(1)
            if name.rstrip("_") in NAMES and not line[match.end() :].lstrip().startswith("("):
                found[name] = NAMES[name.rstrip("_")]
        for name, advice in found.items():
            yield tree.Finding(path, number, f'"{name}": {advice}')


def comment_of(path, line):
    """The part of a line that is prose."""
    if path.endswith(".md"):
        return line
    match = re.search(r"(?://|#)\s(.*)", line)
    return match.group(1) if match else ""


def check_text(path, text):
    for number, line in enumerate(text.splitlines(), 1):
        prose = comment_of(path, line)
        for patterns, where in ((TEXT, line), (PROSE, prose)):
            for pattern, advice in patterns:
                match = re.search(pattern, where)
                if match:
                    yield tree.Finding(path, number, f'"{match.group()}": {advice}')


def check(files):
    for path in files.files:
        if path in EXEMPT:
            continue
        yield from check_path(path)
        suffix = path[path.rfind(".") :] if "." in path.rsplit("/", 1)[-1] else ""
        text = files.text(path) if suffix in TEXT_SUFFIXES else None
        if text is None:
            continue
        yield from check_text(path, text)
        if path.endswith(tree.CODE_SUFFIXES):
            yield from check_code(path, text)


if __name__ == "__main__":
    tree.run(check)
