#!/usr/bin/env python3
"""Runs CTest and ends with its own summary; before it, every skipped test with its reason, counted.

Usage: ctest_report.py [--fail-skipped] --junit FILE -- ctest ARGUMENTS...
"""
import argparse
import re
import subprocess
import sys
import xml.etree.ElementTree as ElementTree

SUMMARY_STARTS = re.compile(r"^\d+% tests passed")
SUMMARY_ENDS = re.compile(r"^Total Test time")
# GoogleTest writes "file:line: Skipped" and then the reason; scripts write "SKIPPED: reason".
REASON = re.compile(r"(?:^[^\n]*: Skipped\n|^SKIPPED: )([^\n]*)", re.MULTILINE)


def split_summary(lines):
    """CTest's closing lines as (summary up to the total time, what it lists after that)."""
    for number, line in enumerate(lines):
        if SUMMARY_ENDS.match(line):
            return lines[: number + 1], lines[number + 1 :]
    return lines, []


def skipped_tests(junit_file):
    """[(name, reason)] of the tests that did not run."""
    found = []
    for case in ElementTree.parse(junit_file).getroot().iter("testcase"):
        if case.find("skipped") is None:
            continue
        reason = REASON.search(case.findtext("system-out") or "")
        message = case.find("skipped").get("message", "")
        found.append((case.get("name"), reason.group(1).strip() if reason else message or "no reason given"))
    return sorted(found)


def report_skipped(skipped, out):
    by_reason = {}
    for name, reason in skipped:
        by_reason.setdefault(reason, []).append(name)
    for reason, names in sorted(by_reason.items()):
        for name in names:
            out.write(f"SKIPPED {name}\n")
        out.write(f"        because: {reason}\n")
    out.write(f"\n{len(skipped)} tests SKIPPED\n\n")


def main(arguments):
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--fail-skipped", action="store_true")
    parser.add_argument("--junit", required=True)
    parser.add_argument("command", nargs=argparse.REMAINDER)
    options = parser.parse_args(arguments)
    command = options.command[1:] if options.command[:1] == ["--"] else options.command

    held = []
    run = subprocess.Popen(command + ["--output-junit", options.junit], stdout=subprocess.PIPE, text=True,
                           errors="replace")
    for line in run.stdout:
        if held or SUMMARY_STARTS.match(line):
            held.append(line)
            continue
        if re.match(r"\s+Start\s+\d+:", line):
            continue  # the line of the result says it again
        sys.stdout.write(line)
        sys.stdout.flush()
    code = run.wait()
    if not held:
        return code or 1

    summary, listed = split_summary(held)
    skipped = skipped_tests(options.junit)
    # CTest's own list of what did not run gives no reasons: ours replaces it.
    keep = "".join(listed).split("The following tests FAILED")
    if len(keep) > 1:
        sys.stdout.write("The following tests FAILED" + keep[1].rstrip() + "\n\n")
    if skipped:
        report_skipped(skipped, sys.stdout)
        if options.fail_skipped and code == 0:
            sys.stdout.write("a skipped test fails here: give this machine what it lacks\n\n")
            code = 1
    sys.stdout.write("".join(summary).rstrip() + "\n")
    sys.stdout.flush()
    return code


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
