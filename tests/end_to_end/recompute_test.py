#!/usr/bin/env python3
"""Every figure that is published of a sample year, counted anew by the auditor from its bytes; and what was changed.

Usage: recompute_test.py ASAR SAMPLE ASAR_AUDIT [unittest options]
"""
import copy
import json
import subprocess
import sys
import tempfile
import unittest
import zipfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))
from asar_program import Asar, Refused  # noqa: E402

PROGRAM = SAMPLE = AUDITOR = None
SCALE = "0.02"
HOURS = ("organisations", "volunteers", "activities", "entries", "claimedMinutes", "waitingMinutes", "attestedMinutes",
         "disputedMinutes", "importedMinutes", "attendedPeople", "attendedMinutes")
MONEY = ("grants", "awarded", "disbursed", "spent", "returned", "onHand")


class Recomputing(unittest.TestCase):
    folder = None

    @classmethod
    def setUpClass(cls):
        if Recomputing.folder is None:
            temporary = tempfile.TemporaryDirectory(prefix="asar-recompute-")
            unittest.addModuleCleanup(temporary.cleanup)
            Recomputing.play(Path(temporary.name))

    @classmethod
    def play(cls, folder):
        """Once for all tests."""
        cls.folder = folder
        cls.asar = Asar(PROGRAM, folder / "ledger")
        played = subprocess.run([SAMPLE, "--data", cls.asar.folder, "--scale", SCALE], capture_output=True, text=True,
                                check=False)
        assert played.returncode == 0, played.stderr
        cls.asar.run("checkpoint", "create")
        cls.status = cls.asar.run("status")
        cls.bundle = folder / "year.zip"
        cls.asar.run("audit", "bundle", cls.bundle)
        with zipfile.ZipFile(cls.bundle) as bundle:
            cls.figures_text = bundle.read("figures.json").decode()
        cls.figures = json.loads(cls.figures_text)
        cls.public = cls.asar.answer("report", "national")
        cls.exact = cls.asar.answer("report", "national", "--exact")

    def published(self, name, report):
        file = self.folder / name
        file.write_text(report if isinstance(report, str) else json.dumps(report), encoding="utf-8")
        return file

    def recompute(self, *published, options=(), text=False):
        """Exit code and report."""
        words = [word for file in published for word in ("--published", file)]
        done = subprocess.run([AUDITOR, "recompute", self.bundle, "--vkey", self.status["vkey"], *words, *options,
                               *([] if text else ["--json"])], capture_output=True, text=True, check=False)
        if text:
            return done.returncode, done.stdout
        report = json.loads(done.stdout)
        self.assertEqual(report["exit"], done.returncode)
        return done.returncode, report

    def expect(self, verdict, *published, options=()):
        code, report = self.recompute(*published, options=options)
        self.assertEqual(report["verdict"], verdict, report["findings"] or report["notChecked"])
        self.assertEqual(code, {"OK": 0, "COULD_NOT_CHECK": 1}.get(verdict, 4))
        return report

    def changed(self, name, report, change):
        other = copy.deepcopy(report)
        change(other["data"])
        return self.published(name, other)


class Agreeing(Recomputing):
    def test_everything_published_is_counted_anew_and_equal(self):
        report = self.expect("OK", self.published("public.json", self.public),
                             self.published("exact.json", self.exact),
                             self.published("bare.json", self.public["data"]),
                             self.published("figures.json", self.figures_text))
        told = "\n".join(report["checked"])
        self.assertEqual(told.count("national figures counted anew, and equal"), 3, told)
        self.assertEqual(told.count("equal to the byte"), 2, "of the bundle itself, and of the file")

    def test_the_sample_has_something_to_compare(self):
        data = self.exact["data"]
        # What waits, is disputed or was imported is not in so small a year: `audit.histories` has it.
        for figure in ("organisations", "volunteers", "activities", "entries", "attestedMinutes", "attendedPeople"):
            self.assertGreater(data["total"][figure], 0, figure)
        self.assertGreater(len(data["regions"]), 3)
        self.assertGreater(len(data["directions"]), 3)
        told = [row["code"] for row in self.public["data"]["regions"] if row["attestedMinutes"] is not None]
        self.assertEqual(told, [], "below the country the releases tell")
        self.assertGreater(self.public["data"]["total"]["attestedMinutes"], 0)

    def test_every_figure_of_the_report_is_among_ours(self):
        _, report = self.recompute(options=["--exact"])
        own, data = report["figures"]["national"], self.exact["data"]
        for table in ("regions", "directions"):
            for row in data[table]:
                for figure in HOURS:
                    self.assertEqual(own.get(f"/{table}/{row['code']}/{figure}", 0), row[figure], (row, figure))
        for row in data["moneyByRegion"]:
            for figure in MONEY:
                self.assertEqual(own[f"/moneyByRegion/{row['code']}/{row['currency']}/{figure}"], row[figure])
        self.assertEqual(report["figures"]["minutes"], self.figures["minutes"])

    def test_what_was_published_earlier_is_compared_with_what_was_known_then(self):
        for part in (3, 2):
            size = self.status["size"] * part // 4
            then = self.asar.answer("report", "national", "--at", size, "--exact")
            self.assertEqual(then["data"]["size"], size)
            self.expect("OK", self.published(f"then-{part}.json", then))
        public = self.asar.answer("report", "national", "--at", self.status["size"] // 2)
        self.expect("OK", self.published("then-public.json", public))


class Differing(Recomputing):
    def test_each_changed_figure_is_named(self):
        cells = [("total", lambda data: data["total"]), ("regions", lambda data: data["regions"][0]),
                 ("directions", lambda data: data["directions"][-1])]
        for table, cell in cells:
            for figure in HOURS:
                def change(data, figure=figure, cell=cell):
                    cell(data)[figure] += 1
                report = self.expect("FIGURES_DIFFER", self.changed("one.json", self.exact, change))
                self.assertEqual(report["findingsTotal"], 1)
                self.assertIn(figure, report["findings"][0]["sentence"])
                self.assertIn(f"/{table}", report["findings"][0]["sentence"])
        for table in ("money", "moneyByRegion", "moneyByDirection"):
            for figure in MONEY:
                def change(data, figure=figure, table=table):
                    data[table][0][figure] -= 1
                self.expect("FIGURES_DIFFER", self.changed("one.json", self.exact, change))
        self.expect("FIGURES_DIFFER", self.changed("one.json", self.exact,
                                                   lambda data: data.update(distinctionsConferred=99)))
        self.expect("FIGURES_DIFFER", self.changed("one.json", self.exact, lambda data: data["offices"].pop()))

    def test_one_minute_of_one_volunteer_and_one_tiyn_of_one_grant(self):
        for table, figure in (("minutes", None), ("grants", "spent")):
            figures = copy.deepcopy(self.figures)
            name = next(iter(figures[table]))
            if figure:
                figures[table][name][figure] += 1
            else:
                figures[table][name] += 1
            report = self.expect("FIGURES_DIFFER", self.published("figures.json", figures))
            self.assertIn(name, report["findings"][0]["sentence"])

    def test_a_row_left_out_is_a_difference_and_one_of_zeros_is_none(self):
        def without(data):
            data["regions"] = [row for row in data["regions"] if row["attestedMinutes"] != data["regions"][0][
                "attestedMinutes"]]
        self.expect("FIGURES_DIFFER", self.changed("short.json", self.exact, without))
        zeros = {"code": "KZ-99", **{figure: 0 for figure in HOURS}}
        self.expect("OK", self.changed("long.json", self.exact, lambda data: data["regions"].append(zeros)))

    def test_another_log_and_a_log_of_the_future(self):
        self.expect("FIGURES_DIFFER", self.changed("other.json", self.exact, lambda data: data.update(root="0" * 64)))
        self.expect("COULD_NOT_CHECK", self.changed("later.json", self.exact,
                                                    lambda data: data.update(size=data["size"] + 1)))

    def test_what_cannot_be_compared_is_left_open(self):
        backwards, unread = ({**self.exact["data"], "period": period} for period in (
            {"from": "2026-02-01", "to": "2026-01-31"}, {"from": "2026-02-30", "to": "2026-03-31"}))
        deep = json.dumps({"data": {"report": "flow", "size": 1, "root": "0" * 64, "held": "HERE"}}).replace(
            '"HERE"', '{"a":' * 200_000 + "1" + "}" * 200_000)
        for name, report in (("backwards", backwards), ("unread", unread), ("text", "no JSON"),
                             ("list", "[]"), ("open", "[" * 100_000), ("deep", deep), ("nothing", {}),
                             ("grant", {"report": "grant", "size": 1, "root": "0" * 64})):
            with self.subTest(name):
                self.expect("COULD_NOT_CHECK", self.published(f"{name}.json", report))
        fraction = self.changed("fraction.json", self.exact, lambda data: data["total"].update(volunteers=1.5))
        self.expect("COULD_NOT_CHECK", fraction)
        twice = self.changed("twice.json", self.exact, lambda data: data["regions"].append(data["regions"][0]))
        self.expect("COULD_NOT_CHECK", twice)
        for wrong in (["--published", self.folder / "none"], ["--in", "2026-01-01"], ["--in", "2026-02-01..2026-01-01"],
                      ["--in", "2026-01-01..2026-02-30"]):
            done = subprocess.run([AUDITOR, "recompute", self.bundle, *wrong], capture_output=True, check=False)
            self.assertEqual(done.returncode, 2, wrong)


class OfDays(Recomputing):
    """What was published of some days alone."""

    PERIODS = ("2026-01-01..2026-03-31", "2026-05-01..2026-05-31", "2026-06-15..2026-06-15", "2026-01-01..2026-12-31",
               "2025-01-01..2025-12-31")

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.quarter = cls.asar.answer("report", "national", "--in", cls.PERIODS[0], "--exact")

    def statement(self, kind, subject, *options):
        return self.asar.answer("report", kind, subject, *options)

    def test_each_figure_of_some_days_is_counted_anew_and_equal(self):
        published = []
        for period in self.PERIODS:
            for exact in (["--exact"], []):
                report = self.asar.answer("report", "national", "--in", period, *exact)
                published.append(self.published(f"{period}-{len(exact)}.json", report))
        report = self.expect("OK", *published)
        self.assertEqual("\n".join(report["checked"]).count("national figures counted anew, and equal"), len(published))

    def test_the_quarter_has_something_to_compare_and_less_than_the_year(self):
        for figure in ("activities", "entries", "attestedMinutes", "volunteers"):
            self.assertGreater(self.quarter["data"]["total"][figure], 0, figure)
            self.assertLess(self.quarter["data"]["total"][figure], self.exact["data"]["total"][figure], figure)
        self.assertNotEqual(self.quarter["data"]["money"], self.exact["data"]["money"])

    def test_of_an_earlier_size(self):
        size = self.status["size"] // 2
        then = self.asar.answer("report", "national", "--at", size, "--in", self.PERIODS[0], "--exact")
        self.expect("OK", self.published("then.json", then))

    def test_each_changed_figure_is_named(self):
        for table, figures in (("total", HOURS), ("money", MONEY)):
            for figure in figures:
                def change(data, table=table, figure=figure):
                    row = data[table] if table == "total" else data[table][0]
                    row[figure] += 1
                report = self.expect("FIGURES_DIFFER", self.changed("one.json", self.quarter, change))
                self.assertIn(figure, report["findings"][0]["sentence"])

    def test_figures_of_other_days_than_they_say(self):
        self.expect("FIGURES_DIFFER", self.changed("days.json", self.quarter,
                                                   lambda data: data["period"].update(to="2026-04-30")))
        self.expect("FIGURES_DIFFER", self.changed("all.json", self.quarter, lambda data: data.pop("period")))

    def test_figures_of_days_are_told_and_hide_what_the_report_hides(self):
        _, report = self.recompute(options=["--in", self.PERIODS[0], "--exact"])
        own = report["figures"]["national"]
        self.assertEqual(report["figures"]["period"], self.PERIODS[0])
        for row in self.quarter["data"]["regions"]:
            for figure in HOURS:
                self.assertEqual(own.get(f"/regions/{row['code']}/{figure}", 0), row[figure], (row, figure))
        public = self.asar.answer("report", "national", "--in", self.PERIODS[0])["data"]
        _, report = self.recompute(options=["--in", self.PERIODS[0]])
        for row in public["regions"]:
            for figure in HOURS:
                self.assertEqual(report["figures"]["national"].get(f"/regions/{row['code']}/{figure}", 0), row[figure])
        _, text = self.recompute(options=["--in", self.PERIODS[0]], text=True)
        self.assertTrue(text.startswith(self.PERIODS[0]), text[:80])

    def grants(self):
        """Those with the most spent."""
        by_spent = sorted(self.figures["grants"], key=lambda grant: -self.figures["grants"][grant]["spent"])
        return by_spent[:3]

    def test_statements_of_grants(self):
        published = []
        for grant in self.grants():
            for options in ([], ["--in", self.PERIODS[0]], ["--in", self.PERIODS[1]],
                            ["--at", self.status["size"] // 2]):
                try:
                    report = self.statement("grant", grant, *options)
                except Refused:
                    continue  # not awarded by then
                published.append(self.published(f"{grant}-{len(published)}.json", report))
        self.assertGreater(len(published), 9)
        report = self.expect("OK", *published)
        self.assertEqual("\n".join(report["checked"]).count("grant figures counted anew, and equal"), len(published))

    def test_a_statement_that_was_changed(self):
        for options in ([], ["--in", "2026-01-01..2026-12-31"]):
            statement = self.statement("grant", self.grants()[0], *options)
            self.assertTrue(statement["data"]["expenditures"])
            changes = [lambda data: data["grant"].update(spent=data["grant"]["spent"] + 1),
                       lambda data: data["grant"].update(onHand=data["grant"]["onHand"] - 1),
                       lambda data: data["expenditures"].pop(),
                       lambda data: data["disbursements"].pop(),
                       lambda data: data["expenditures"][0].update(amount=1),
                       lambda data: data["expenditures"][0].update(day="2026-12-31"),
                       lambda data: data["expenditures"][0].update(state="voided"),
                       lambda data: data["grant"].update(grantId=self.grants()[1])]
            if options:
                changes.append(lambda data: data.update(onHandBefore=1))
            for change in changes:
                self.expect("FIGURES_DIFFER", self.changed("statement.json", statement, change))
            self.expect("OK", self.changed("title.json", statement, lambda data: data["grant"].update(title="Another")))
        for change in (lambda data: data["grant"].update(spent="much"), lambda data: data.update(expenditures=None),
                       lambda data: data["grant"].update(grantId="none"),
                       lambda data: data["expenditures"].append(data["expenditures"][0])):
            self.expect("COULD_NOT_CHECK", self.changed("unread.json", statement, change))

    def test_service_of_a_volunteer(self):
        volunteer = max(self.figures["minutes"], key=self.figures["minutes"].get)
        for options in ([], ["--in", self.PERIODS[0]]):
            statement = self.statement("service", volunteer, *options)
            report = self.expect("OK", self.published("service.json", statement))
            self.assertIn("service figures counted anew, and equal", "\n".join(report["checked"]))
            if not statement["data"]["entries"]:
                continue
            for change in (lambda data: data["entries"][0].update(minutes=1), lambda data: data["entries"].pop(),
                           lambda data: data["volunteer"].update(attestedMinutes=1)):
                self.expect("FIGURES_DIFFER", self.changed("service.json", statement, change))


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


class Hiding(Recomputing):
    def hidden_cell(self, data, table="regions"):
        return next(row for row in data[table] if row["attestedMinutes"] is None)

    def test_a_figure_that_has_to_be_hidden_is_a_difference_where_it_is_told(self):
        exact = {row["code"]: row for row in self.exact["data"]["regions"]}
        code = self.hidden_cell(self.public["data"])["code"]

        def tell(data):
            self.hidden_cell(data)["attestedMinutes"] = exact[code]["attestedMinutes"]
        report = self.expect("FIGURES_DIFFER", self.changed("told.json", self.public, tell))
        sentence = report["findings"][0]["sentence"]
        self.assertIn("not of the whole country", sentence)
        self.assertNotIn(str(exact[code]["attestedMinutes"]), sentence.replace(code, ""), "nor is it told by us")

    def test_what_is_hidden_without_need_is_said_and_no_difference(self):
        def hide(data):
            self.assertGreater(data["total"]["attestedMinutes"], 0)
            data["total"]["attestedMinutes"] = None
        report = self.expect("OK", self.changed("shy.json", self.public, hide))
        self.assertIn("although people enough", "\n".join(report["notChecked"]))

    def test_an_exact_report_hides_nothing(self):
        self.expect("FIGURES_DIFFER", self.changed("half.json", self.exact,
                                                   lambda data: data["total"].update(volunteers=None)))

    def test_bounds_are_those_of_the_policy(self):
        self.expect("FIGURES_DIFFER", self.changed("lax.json", self.public,
                                                   lambda data: data["suppression"].update(least=1)))

    def test_nothing_about_few_people_leaves_the_program_unasked(self):
        out = self.folder / "all.json"
        _, report = self.recompute(options=["--out", out])
        self.assertEqual(json.loads(out.read_text(encoding="utf-8")), report["figures"])
        self.assertNotIn("minutes", report["figures"])
        code = self.hidden_cell(self.public["data"])["code"]
        self.assertIsNone(report["figures"]["national"][f"/regions/{code}/attestedMinutes"])
        _, text = self.recompute(text=True)
        for volunteer in self.figures["minutes"]:
            self.assertNotIn(volunteer, text)
        self.assertRegex(text, r"(?m) x( |$)")
        _, exact = self.recompute(options=["--exact"], text=True)
        self.assertNotRegex(exact, r"(?m) x( |$)")

    def test_people_read_it_in_their_language(self):
        for language, words in (("kk", ("еріктілер", "бүкіл ел", "Алматы қаласы")),
                                ("ru", ("волонтёры", "вся страна", "город Алматы")),
                                ("en", ("volunteers", "the country", "Almaty (city)"))):
            _, text = self.recompute(options=["--lang", language], text=True)
            for word in words:
                self.assertIn(word, text)
        done = subprocess.run([AUDITOR, "recompute", self.bundle, "--lang", "xx"], capture_output=True, check=False)
        self.assertEqual(done.returncode, 2)


if __name__ == "__main__":
    PROGRAM, SAMPLE, AUDITOR = (sys.argv.pop(1) for _ in range(3))
    unittest.main()
