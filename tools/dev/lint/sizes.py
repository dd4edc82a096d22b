#!/usr/bin/env python3
"""Files, functions and parameter lists stay small enough to be read at once.

Usage: sizes.py [ROOT]
"""
import cpp
import tree

# (warns above, fails above). Measured on codebases that are a pleasure to read: the median of their
# files is 60 to 230 lines, nine functions of ten have fewer than 40.
HEADER_LINES = (200, 300)
SOURCE_LINES = (300, 400)
TEST_LINES = (450, 600)
FUNCTION_LINES = (60, 70)
PARAMETERS = (4, 5)
COLUMNS = 120
SCRIPT_SUFFIXES = (".py", ".cmake", ".sh")


def limits_of(path):
    """The limits of a file's length; none where it has no limit, as prose and given bytes."""
    if path.startswith("tests/") and path.endswith((".cc", ".h", ".py")):
        return TEST_LINES
    if path.endswith(".h"):
        return HEADER_LINES
    if path.endswith((".cc",) + SCRIPT_SUFFIXES) or path.endswith("CMakeLists.txt"):
        return SOURCE_LINES
    return None


def judge(path, line, what, measured, limits):
    warns, fails = limits
    if measured > fails:
        return tree.Finding(path, line, f"{what}: {measured}, at most {fails}")
    if measured > warns:
        return tree.Finding(path, line, f"{what}: {measured}, better at most {warns}", fails=False)
    return None


def check_file(path, text):
    lines = text.splitlines()
    yield judge(path, 1, "lines of the file", len(lines), limits_of(path))
    for number, line in enumerate(lines, 1):
        if len(line) > COLUMNS:
            yield tree.Finding(path, number, f"columns: {len(line)}, at most {COLUMNS}")
    if not path.endswith(tree.CODE_SUFFIXES):
        return
    for function in cpp.functions(text):
        yield judge(path, function.first_line, f"lines of {function.name}", function.lines, FUNCTION_LINES)
        yield judge(path, function.first_line, f"parameters of {function.name}", function.parameters, PARAMETERS)


def check(files):
    for path in files.files:
        text = files.text(path) if limits_of(path) else None
        if text is not None:
            yield from (finding for finding in check_file(path, text) if finding)


if __name__ == "__main__":
    tree.run(check)
