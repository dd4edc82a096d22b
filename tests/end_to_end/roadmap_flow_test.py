#!/usr/bin/env python3
"""A road map: actuals that are derived by a query and recorded with it, and what they are beside the log of today.

Usage: roadmap_flow_test.py ASAR ASAR-AUDIT [unittest options]
"""
import sys
import unittest
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))
import reconcile_flow_test  # noqa: E402
from reconcile_flow_test import names  # noqa: E402

HEADINGS = {"en": ("Derived then", "Difference", "derived: Attested hours"),
            "ru": ("Тогда", "Разница", "по журналу: Подтверждённые"),
            "kk": ("Сонда", "Айырма", "журнал бойынша: Расталған сағат")}


class Roadmap(reconcile_flow_test.Place):
    YEAR = 2025  # is over

    def setUp(self):
        super().setUp()
        self.roadmap, self.measure, self.service, self.people_served, self.survey = (
            self.asar.new_id() for _ in range(5))
        self.by_two("roadmapAdopt", roadmap=self.roadmap, office=self.office, number="RM-2030",
                    names=names("Sample Road Map"), **{"from": "2025-01-01"}, to="2030-12-31", document="ab" * 32)
        self.clerks("measureDefine", measure=self.measure, roadmap=self.roadmap, organisation=self.ngo, number="1.1",
                    names=names("Sample measure"), due="2025-12-01")
        for indicator, code, unit, basis in ((self.service, "service", "minutes", "derived"),
                                             (self.people_served, "volunteers", "people", "derived"),
                                             (self.survey, "trust", "percent", "reported")):
            self.clerks("indicatorDefine", indicator=indicator, roadmap=self.roadmap, code=code, unit=unit,
                        names=names(f"Sample {code}"), basis=basis, baseline=10)
        self.clerks("targetSet", indicator=self.service, year=2025, value=100)
        self.clerks("actualReport", indicator=self.survey, year=2025, value=64, basis="reported",
                    source="Sample Yearbook", occurredAt=self.asar.now)

    def clerks(self, command, **fields):
        return self.asar.submit_one(self.clerk, command, **fields)

    def reporting(self, indicator, *options, by=None, year=2025):
        return ("indicator", "report", indicator, "--year", year, "--key", (by or self.clerk).key_file,
                "--signed-at", self.asar.now, *options)

    def report(self, indicator, *options, **named):
        return self.asar.run(*self.reporting(indicator, *options, **named))

    def shown(self, code, *options):
        (roadmap,) = self.asar.run("report", "roadmap", "RM-2030", *options)["roadmaps"]
        (one,) = [one for one in roadmap["indicators"] if one["code"] == code]
        return one["years"][0]

    def test_an_actual_is_derived_recorded_once_and_a_later_fact_shows(self):
        self.asar.now = "2026-01-11T09:00:00+05:00"
        before = self.size()
        tried = self.report("service", "--category", "attestedMinutes", "--dry-run")
        self.assertEqual((self.size(), tried["recorded"], tried["value"]), (before, False, 90))
        done = self.report(self.service, "--category", "attestedMinutes")
        self.assertEqual((done["recorded"], done["value"], done["target"], done["beyondTarget"], done["before"]),
                         (True, 90, 100, -10, None))
        self.assertEqual(done["source"], "attestedMinutes 2025-01-01..2025-12-31")
        entry = self.asar.run("event", "show", done["index"])
        self.assertEqual(entry["event"], "ActualReported")
        body = entry["body"]
        self.assertEqual((body["value"], body["basis"], body["source"]), (90, "derived", done["source"]))
        recorded = self.size()
        again = self.report("service")
        self.assertEqual((again["recordedBefore"], again["recorded"], again["index"], self.size()),
                         (True, False, done["index"], recorded), "by the category of the last actual")
        self.serve("2025-03-11T10:00:00+05:00", 45)
        self.asar.run("checkpoint", "create")
        row = self.shown("service")
        self.assertEqual((row["actual"], row["derivedThen"], row["derivedNow"], row["difference"]), (90, 90, 135, 45))
        earlier = self.shown("service", "--at", recorded)
        self.assertEqual((earlier["derivedNow"], earlier["difference"]), (90, 0), "what was recorded was true then")
        self.reads_as_three_languages()
        self.corrects(done)
        self.audits()

    def corrects(self, done):
        corrected = self.report("service")
        self.assertEqual((corrected["recorded"], corrected["value"], corrected["before"]), (True, 135, 90))
        row = self.shown("service", "--year", 2025)
        self.assertEqual((row["actual"], row["entry"], row["difference"]), (135, corrected["index"], 0))
        self.assertEqual([(one["value"], one["entry"]) for one in row["earlier"]], [(90, done["index"])])

    def reads_as_three_languages(self):
        for language, headings in HEADINGS.items():
            shown = self.asar.raw("--lang", language, "report", "roadmap")
            self.assertEqual(shown.returncode, 0, shown.stderr)
            for heading in headings:
                self.assertIn(heading, shown.stdout)
            self.assertEqual([line for line in shown.stdout.splitlines() if len(line) > 120], [])
            known = self.asar.raw("--lang", language, *self.reporting("service", "--dry-run"))
            self.assertEqual(known.returncode, 0, known.stderr)
            self.assertEqual([line for line in known.stdout.splitlines() if len(line) > 120], [])

    def test_a_year_that_runs_is_reported_so_far(self):
        refused = self.refuses("E_YEAR_NOT_OVER", self.report, "volunteers")
        self.assertIn("so far 1 is derived by volunteers 2025-01-01..2025-03-25", refused.error["message"])
        done = self.report("volunteers", "--so-far")
        self.assertEqual((done["value"], done["to"], done["recorded"]), (1, "2025-03-25", True))
        self.asar.now = "2026-01-11T09:00:00+05:00"
        final = self.report("volunteers")
        self.assertEqual((final["value"], final["to"], final["recorded"]), (1, "2025-12-31", True))
        self.audits()

    def test_what_is_not_to_be_derived_is_refused_and_nothing_is_recorded(self):
        self.asar.now = "2026-01-11T09:00:00+05:00"
        before = self.size()
        reported = self.refuses("E_BASIS_REPORTED", self.report, "trust")
        self.assertIn("is 64, from Sample Yearbook", reported.error["message"])
        self.refuses("E_CATEGORY_MISSING", self.report, "service")
        self.refuses("E_CATEGORY_UNKNOWN", self.report, "service", "--category", "minutes")
        self.refuses("E_UNIT_DIFFERS", self.report, "service", "--category", "volunteers")
        self.refuses("E_REGION_UNKNOWN", self.report, "volunteers", "--category", "projects/KZ-99")
        self.refuses("E_REGION_NOT_PUBLIC", self.report, "volunteers", "--category", "volunteers/KZ-75")
        self.refuses("E_YEAR_NOT_BEGUN", self.report, "volunteers", "--so-far", year=2027)
        self.refuses("E_BAD_YEAR", self.report, "volunteers", year=26)
        self.refuses("E_INDICATOR_UNKNOWN", self.report, "beyond")
        self.refuses("E_ROLE_MISSING", self.report, "volunteers", by=self.officer)
        self.refuses("E_ROADMAP_UNKNOWN", self.asar.run, "report", "roadmap", "RM-1")
        self.assertEqual(self.size(), before)


if __name__ == "__main__":
    reconcile_flow_test.PROGRAM, reconcile_flow_test.AUDIT = sys.argv.pop(1), sys.argv.pop(1)
    unittest.main()
