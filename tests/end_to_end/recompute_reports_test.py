#!/usr/bin/env python3
"""Every figure of every report on a sample year, counted anew by the auditor; and what was changed in one.

Usage: recompute_reports_test.py ASAR SAMPLE ASAR_AUDIT [unittest options]
"""
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))
import recomputing  # noqa: E402
from recomputing import Recomputing  # noqa: E402


class Reports(Recomputing):
    """Each report that asar makes of the sample year, but those above."""

    PERIOD = ("--in", "2026-03-01..2026-09-30")
    # Figures that a report does not count by itself: none may be left out but these.
    NO_FIGURES = {"size", "witnesses", "since", "changed", "entry", "policy", "policies", "statedIndex",
                  "originalIndex", "recordedAt", "correctionIndex", "year", "derivedNow", "difference"}

    def reports(self):
        """Name and words of each."""
        listed = {kind: [entry["subject"] for entry in self.asar.run("report", "register", kind)["entries"]]
                  for kind in ("organisation", "programme", "grant")}
        grants = self.figures["grants"]
        top = max(grants, key=lambda grant: grants[grant]["spent"])
        statement = self.asar.run("report", "grant", top)["grant"]
        some = listed["organisation"][:4] + [statement["grantee"], statement["funder"]]
        for organisation in dict.fromkeys(some):
            yield from (("organisation", organisation, *options) for options in
                        ((), ("--exact",), ("--exact", *self.PERIOD)))
        for programme in listed["programme"][:2] + [statement["programme"]]:
            yield from (("programme", programme, *options) for options in (("--exact",), self.PERIOD))
        for office in ("national", "KZ-75", "KZ-71"):
            yield from (("office", office, *options) for options in ((), ("--exact",), ("--exact", *self.PERIOD)))
        yield from (("funder", statement["funder"], *options) for options in ((), self.PERIOD))
        yield from (("flow", *options) for options in ((), self.PERIOD))
        yield from (("regrants",), ("regrants", top))
        yield from (("obligations", *options) for options in
                    ((), ("--on", "2026-07-01"), ("--of", statement["funder"]), self.PERIOD))
        for kind in ("findings", "corrections"):
            yield from ((kind, *options) for options in
                        ((), ("--exact",), ("--exact", *self.PERIOD), ("--exact", "--of", statement["grantee"])))
        yield ("corrections", "--exact", "--since", "2026-06-01")
        for kind in ("awards", "value", "deployments", "assignments"):
            yield from ((kind, *options) for options in ((), ("--exact",), ("--exact", *self.PERIOD)))
        yield from (("roadmap",), ("roadmap", "--year", "2026"))

    def changes(self, node, change, path=""):
        """Calls with each place of a figure that is not 0: its path, its holder, its name."""
        for name, value in node.items() if isinstance(node, dict) else enumerate(node):
            if isinstance(value, (dict, list)):
                if name not in self.NO_FIGURES:
                    self.changes(value, change, f"{path}/{name}")
            elif name not in self.NO_FIGURES and isinstance(value, int) and not isinstance(value, bool) and value:
                change(f"{path}/{name}", node, name)

    def test_every_figure_of_every_report_is_counted_anew_and_equal(self):
        told = {}
        for number, words in enumerate(self.reports()):
            file = self.published(f"{words[0]}-{number}.json", self.asar.answer("report", *words))
            told[file.name] = words
        files = [self.folder / name for name in told]
        report = self.expect("OK", *files)
        checked = "\n".join(report["checked"])
        for name, words in told.items():
            self.assertIn(f"{name}: ", checked, words)
        self.assertEqual(checked.count("figures counted anew, and equal"), len(told))

    def test_of_an_earlier_size(self):
        size = self.status["size"] // 2
        files = [self.published(f"then-{name}.json", self.asar.answer("report", name, "--at", size)) for name in
                 ("flow", "obligations", "findings", "corrections", "awards", "deployments", "roadmap")]
        self.expect("OK", *files)

    def expect_found(self, wrong):
        """In each of these files, by the path of what was changed in it; so many at once as findings are listed."""
        for first in range(0, len(wrong), 40):
            some = wrong[first:first + 40]
            found = self.expect("FIGURES_DIFFER", *(file for _, file in some))
            sentences = [finding["sentence"] for finding in found["findings"]]
            for path, file in some:
                with self.subTest(path=path, file=file.name):
                    self.assertTrue([one for one in sentences if one.startswith(f"{file}: ")], "a change unseen")

    def test_one_changed_figure_of_each_sort_is_found(self):
        """In one report of each kind, one figure after another of those that have a name of their own."""
        kinds = {}
        for words in self.reports():
            kinds.setdefault(words[0], []).append(words)
        for kind, all_words in kinds.items():
            seen = set()
            for words in all_words:
                report = self.asar.answer("report", *words)
                places = []
                self.changes(report["data"], lambda path, holder, name: places.append((path, holder, name)))
                wrong = []
                for path, holder, name in places:
                    if name in seen:
                        continue
                    seen.add(name)
                    holder[name] += 1
                    wrong.append((path, self.published(f"{kind}-{name}.json", report)))
                    holder[name] -= 1
                self.expect_found(wrong)
            self.assertTrue(seen, f"{kind} has no figure in this year: nothing was compared")

    def test_a_row_that_is_left_out_is_found(self):
        for words, rows in ((("flow",), "funders"), (("regrants",), "grants"), (("corrections", "--exact"),
                                                                               "corrections")):
            report = self.asar.answer("report", *words)
            self.assertTrue(report["data"][rows])
            report["data"][rows].pop()
            self.expect("FIGURES_DIFFER", self.published("short.json", report))

    def test_a_tree_that_does_not_balance_is_found(self):
        report = self.asar.answer("report", "regrants")
        report["data"]["grants"][0]["balances"] = False
        self.expect("FIGURES_DIFFER", self.published("balances.json", report))

    def test_what_cannot_be_counted_is_named(self):
        for words in (("register", "campaign"), ("reconciliation",), ("imports",), ("links",)):
            report = self.expect("COULD_NOT_CHECK", self.published("other.json", self.asar.answer("report", *words)))
            self.assertIn(f"kind {words[0]}", "\n".join(report["notChecked"]))
        report = self.asar.answer("report", "organisation", self.asar.run(
            "report", "register", "organisation")["entries"][0]["subject"])
        report["data"]["organisation"]["organisation"] = "nobody"
        self.expect("COULD_NOT_CHECK", self.published("nobody.json", report))


if __name__ == "__main__":
    recomputing.main()
