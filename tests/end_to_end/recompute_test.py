#!/usr/bin/env python3
"""What is published of a sample year, counted anew by the auditor from its bytes; and what was changed. Reports other
than those on the country, one grant and one volunteer are in recompute_reports_test.py.

Usage: recompute_test.py ASAR SAMPLE ASAR_AUDIT [unittest options]
"""
import copy
import json
import re
import subprocess
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))
import recomputing  # noqa: E402
from asar_program import Refused  # noqa: E402
from recomputing import HOURS, MONEY, Recomputing  # noqa: E402


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
            done = subprocess.run([self.auditor, "recompute", self.bundle, *wrong], capture_output=True, check=False)
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
        done = subprocess.run([self.auditor, "recompute", self.bundle, "--lang", "xx"], capture_output=True,
                              check=False)
        self.assertEqual(done.returncode, 2)


class Told(Recomputing):
    """What the auditor wrote himself, given back to him."""

    QUARTER = ("--in", "2026-01-01..2026-03-31")
    WRITTEN = ((), ("--exact",), QUARTER, ("--exact", *QUARTER))

    def written(self, name, *options):
        file = self.folder / name
        self.recompute(options=["--out", file, *options])
        return file

    def test_it_is_equal_in_every_combination_whatever_is_asked_beside_it(self):
        files = [self.written(f"told-{number}.json", *options) for number, options in enumerate(self.WRITTEN)]
        for number, options in enumerate(self.WRITTEN):
            files.append(self.published(f"printed-{number}.json", self.recompute(options=options)[1]))
        for asked in self.WRITTEN:
            checked = "\n".join(self.expect("OK", *files, options=asked)["checked"])
            for file in files:
                self.assertIn(f"{file}: what recompute told counted anew, and equal", checked)

    def test_one_changed_digit_is_found(self):
        def differing(figures):
            """One digit more in each part that there is."""
            paths = [("grants", next(iter(figures["grants"])), "awarded"), ("totals", "grants", "KZT", "spent"),
                     ("national", "/money/KZT/awarded"), ("national", "/total/organisations")]
            if "minutes" in figures:
                paths += [("minutes", next(iter(figures["minutes"]))), ("totals", "minutes"),
                          ("national", "/total/claimedMinutes")]
            for *above, last in paths:
                other = copy.deepcopy(figures)
                holder = other
                for name in above:
                    holder = holder[name]
                holder[last] += 1
                yield other
            if "period" in figures:
                yield {**figures, "period": "2026-01-01..2026-03-11"}

        for number, options in enumerate(self.WRITTEN):
            figures = json.loads(self.written("whole.json", *options).read_text(encoding="utf-8"))
            files = [self.published(f"digit-{number}-{place}.json", other)
                     for place, other in enumerate(differing(figures))]
            sentences = [one["sentence"] for one in self.expect("FIGURES_DIFFER", *files)["findings"]]
            for file in files:
                self.assertTrue([one for one in sentences if one.startswith(f"{file}: ")], file)

    def test_what_it_hides_is_not_told_by_a_changed_file_nor_by_us(self):
        figures = json.loads(self.written("hiding.json").read_text(encoding="utf-8"))
        exact = json.loads(self.written("exact.json", "--exact").read_text(encoding="utf-8"))["national"]
        path = next(path for path, value in figures["national"].items() if value is None and exact[path] > 99)
        figures["national"][path] = exact[path]
        found = self.expect("FIGURES_DIFFER", self.published("hiding.json", figures))["findings"]
        place, sentence = found[0]["sentence"].rsplit(": ", 1)
        self.assertTrue(place.endswith(path) and sentence.startswith("it is told, although"), found)
        self.assertNotIn(str(exact[path]), sentence)

    def test_grants_and_totals_of_some_days_are_of_these_days(self):
        figures = self.recompute(options=["--exact", *self.QUARTER])[1]["figures"]
        money = self.asar.answer("report", "national", *self.QUARTER)["data"]["money"][0]
        totals = figures["totals"]["grants"]["KZT"]
        self.assertEqual(totals, {name: money[name] for name in MONEY if name != "grants"})
        self.assertLess(totals["spent"], self.figures["totals"]["grants"]["KZT"]["spent"])
        grant = max(figures["grants"], key=lambda one: figures["grants"][one]["spent"])
        statement = self.asar.answer("report", "grant", grant, *self.QUARTER)["data"]["grant"]
        for name in ("spent", "returned", "onHand"):
            self.assertEqual(figures["grants"][grant][name], statement[name], name)
        self.assertEqual(sum(figures["minutes"].values()), figures["national"]["/total/attestedMinutes"])
        self.assertEqual(figures["totals"]["minutes"], figures["national"]["/total/attestedMinutes"])

    def test_people_read_whole_units_and_sub_awards_in_a_line_of_their_own(self):
        def amount(minor):
            return f"{minor // 100}.{minor % 100:02}"

        _, text = self.recompute(text=True)
        rows = {row[0]: [cell.replace("\u00a0", "") for cell in row[1:]]
                for row in (re.split(" {2,}", line.strip()) for line in text.splitlines())}
        money = self.public["data"]["money"][0]
        self.assertEqual(rows["the country, KZT"], [str(money["grants"]), *(amount(money[name]) for name in MONEY[1:])])
        listed = self.figures["grants"].values()
        within = rows["sub-awards, KZT"]
        self.assertGreater(int(within[0]), 0)
        self.assertEqual(int(within[0]), len(listed) - money["grants"])
        self.assertEqual(within[1], amount(sum(grant["awarded"] for grant in listed) - money["awarded"]))
        self.assertIn("Sub-awards are in no other row", text)

    def test_of_two_lines_on_figures_each_says_of_which_file_it_is(self):
        file = self.published("theirs.json", self.figures_text)
        checked = self.expect("OK", file)["checked"]
        same = ": minutes per volunteer and money per grant recounted, equal to the byte"
        self.assertEqual([one for one in checked if one.endswith(same)], [f"figures{same}", f"{file}{same}"])


if __name__ == "__main__":
    recomputing.main()
