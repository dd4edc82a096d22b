#!/usr/bin/env python3
"""The student credit of 20, 50 and at most 70 hours, as shipped: `asar report credit` reckons, the ledger grants.

Usage: credit_flow_test.py ASAR [unittest options]
"""
import json
import sys
import tempfile
import unittest
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))
from asar_program import Asar, Refused  # noqa: E402

PROGRAM = None
POLICY = json.loads((Path(__file__).parents[2] / "ledger/policies/kz_social_student_credit.json").read_text("utf-8"))
SHIFT = 360
DAY = "2026-06-30"
# minutes served: minutes counted, credits, to the next tier
CASES = {1199: (1199, 0, 1), 1200: (1200, 2, 1800), 3000: (3000, 5, 1200), 4200: (4200, 7, None), 4260: (4200, 7, None)}
STATUS = {"en": "Legal status +not verified", "ru": "Правовой статус +не проверено",
          "kk": "Құқықтық мәртебесі +тексерілмеген"}


def names(english):
    return {"kk": english, "ru": english, "en": english}


class Students(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.temporary = tempfile.TemporaryDirectory(prefix="asar-credit-")
        cls.asar = Asar(PROGRAM, Path(cls.temporary.name) / "ledger")
        cls.first, cls.second = cls.asar.found()
        cls.people()
        cls.asar.now = "2026-06-15T09:00:00+05:00"
        cls.students = {minutes: cls.serve(minutes) for minutes in CASES}

    @classmethod
    def tearDownClass(cls):
        cls.temporary.cleanup()

    @classmethod
    def people(cls):
        asar = cls.asar
        cls.office, cls.school, programme, project, cls.activity = (asar.new_id() for _ in range(5))

        def by_two(command, **fields):
            asar.decide_by_two(cls.first, cls.second, command, **fields)

        by_two(**POLICY)
        by_two("officeEstablish", office=cls.office, kind="regional", region="KZ-75", names=names("Sample Office"))
        cls.clerk = asar.register(cls.first, cls.office, "clerk")
        by_two("roleGrant", person=cls.clerk.id, role="clerk", scope=cls.office)
        asar.submit_one(cls.clerk, "organisationRegister", organisation=cls.school, office=cls.office, kind="ngo",
                        names=names("Sample School"), region="KZ-75")
        asar.submit_one(cls.clerk, "organisationVerify", organisation=cls.school, registry="sample-register",
                        document="22" * 32, occurredAt=asar.now)
        cls.officer, cls.attestor = (asar.register(cls.clerk, cls.office, name) for name in ("officer", "attestor"))
        for person, role in ((cls.officer, "officer"), (cls.attestor, "attestor")):
            by_two("roleGrant", person=person.id, role=role, scope=cls.school)
        by_two("programmeDefine", programme=programme, office=cls.office, direction="taza-alem", names=names("Sample"))
        asar.submit_one(cls.officer, "projectStart", project=project, programme=programme, organisation=cls.school,
                        region="KZ-75", **{"from": "2026-03-01"}, to="2026-12-31", names=names("Sample"))
        asar.submit_one(cls.attestor, "activitySchedule", activity=cls.activity, project=project, kind="event",
                        starts="2026-06-01T08:00:00+05:00", ends="2026-06-14T20:00:00+05:00")

    @classmethod
    def serve(cls, minutes):
        """A student with that much attested service, in shifts of six hours."""
        asar = cls.asar
        student = asar.new_id()
        asar.submit_one(cls.clerk, "personRegister", person=student, office=cls.office, region="KZ-75",
                        ageBand="from18to35", ageBasis="declared")
        claims, attestations = [], []
        for number, begun in enumerate(range(0, minutes, SHIFT), 1):
            entry, served = asar.new_id(), min(SHIFT, minutes - begun)
            claims.append({"command": "hoursClaim", "hours": entry, "volunteer": student, "activity": cls.activity,
                           "occurredAt": f"2026-06-{number:02}T10:00:00+05:00", "minutes": served, "role": "helper",
                           "timeBasis": "unpaid", "presence": "onsite"})
            attestations.append({"command": "hoursAttest", "hours": entry, "minutes": served, "method": "present",
                                 "reason": "none", "occurredAt": asar.now})
        asar.submit(cls.clerk, *claims, options=("--assurance", "assisted"))
        asar.submit(cls.attestor, *attestations)
        return student

    def ask(self, student):
        self.asar.run("checkpoint", "create")
        return self.asar.run("report", "credit", student, "--policy", POLICY["policy"], "--day", DAY)

    def text(self, student, language, *past):
        done = self.asar.raw("report", "credit", student, "--policy", POLICY["policy"], "--day", DAY,
                             "--lang", language, *past)
        self.assertEqual(done.returncode, 0, done.stderr)
        return done.stdout

    def test_every_boundary_is_reckoned_and_explained_with_the_status_of_the_policy(self):
        for minutes, (counted, credits, missing) in CASES.items():
            with self.subTest(minutes=minutes):
                report = self.ask(self.students[minutes])
                self.assertEqual(report["countedMinutes"], counted)
                self.assertEqual(report["reached"]["credits"], credits)
                voucher = {"minor": credits * 1000000, "currency": "KZT"} if credits else None
                self.assertEqual(report["reached"]["voucher"], voucher)
                self.assertEqual(report["next"]["missingMinutes"] if missing else report["next"], missing)
                self.assertEqual(report["policy"]["status"], "unverified")
                self.assertEqual(report["steps"][0]["step"], "window")
                for language, status in STATUS.items():
                    text = self.text(self.students[minutes], language)
                    self.assertRegex(text, status)
                    self.assertIn(POLICY["version"], text)
                    self.assertIn("\n  2. ", text)

    def test_the_ledger_grants_what_the_report_reckoned_and_once(self):
        self.asar.now = "2026-06-30T12:00:00+05:00"
        for minutes, (_, credits, _) in CASES.items():
            with self.subTest(minutes=minutes):
                report = self.ask(self.students[minutes])
                self.assertEqual(report["left"]["credits"], credits)
                grant = {"credit": self.asar.new_id(), "person": self.students[minutes], "organisation": self.school,
                         "creditPolicy": POLICY["policy"], "day": DAY, "ageBand": report["ageBand"],
                         "credits": report["left"]["credits"],
                         "used": [{"hours": one["hours"], "minutes": one["countedMinutes"]}
                                  for one in report["entries"]],
                         "occurredAt": self.asar.now}
                if report["left"]["voucher"]:
                    grant["voucher"] = report["left"]["voucher"]
                if credits == 0:
                    self.refuse("NOTHING_EARNED", grant)
                    continue
                self.refuse("CREDIT_DIFFERS", {**grant, "credits": credits + 1})
                self.asar.submit_one(self.officer, "creditGrant", **grant)
                after = self.ask(self.students[minutes])
                self.assertEqual(after["left"], {"credits": 0, "voucher": None})
                self.assertEqual([one["credits"] for one in after["granted"]], [credits])
                self.refuse("NOTHING_EARNED", {**grant, "credit": self.asar.new_id()})
                self.asar.submit_one(self.officer, "creditReverse", credit=grant["credit"], reason="error",
                                     document="11" * 32, occurredAt=self.asar.now)
                self.assertEqual(self.ask(self.students[minutes])["left"]["credits"], credits)

    def refuse(self, reason, grant):
        with self.assertRaises(Refused) as refused:
            self.asar.submit_one(self.officer, "creditGrant", **grant)
        self.assertEqual(refused.exception.error["code"], f"E_{reason}")

    def test_what_was_known_before_a_grant_is_reported_to_the_byte(self):
        """At that position, and by the end of the day before."""
        student = self.serve(1200)
        then, size = self.ask(student), self.asar.run("checkpoint", "create")["size"]
        texts = {language: self.text(student, language) for language in STATUS}
        self.assertEqual((then["left"]["credits"], then["granted"]), (2, []))
        before, self.asar.now = self.asar.now, "2026-07-02T12:00:00+05:00"
        self.addCleanup(setattr, self.asar, "now", before)
        self.asar.submit_one(self.officer, "creditGrant", credit=self.asar.new_id(), person=student,
                             organisation=self.school, creditPolicy=POLICY["policy"], day=DAY,
                             ageBand=then["ageBand"], credits=2, voucher=then["left"]["voucher"],
                             used=[{"hours": one["hours"], "minutes": one["countedMinutes"]}
                                   for one in then["entries"]], occurredAt=self.asar.now)
        self.assertEqual(self.ask(student)["left"]["credits"], 0)
        words = ("report", "credit", student, "--policy", POLICY["policy"], "--day", DAY)
        for past in (("--at", size), ("--as-of", "2026-07-01")):
            self.assertEqual(self.asar.run(*words, *past), then)
            for language, text in texts.items():
                self.assertEqual(self.text(student, language, *past), text)
        for past, reason in ((("--at", size + 1000), "E_PAST_THE_END"), (("--as-of", "2026-02-01"), "E_NOTHING_YET"),
                             (("--at", size, "--as-of", "2026-07-01"), "E_TWO_TIMES"),
                             (("--at", 3), "E_PERSON_UNKNOWN")):
            with self.assertRaises(Refused) as refused:
                self.asar.run(*words, *past)
            self.assertEqual(refused.exception.error["code"], reason)

    def test_who_and_what_is_unknown_is_said(self):
        self.asar.run("checkpoint", "create")
        for person, policy, reason in ((self.asar.new_id(), POLICY["policy"], "PERSON_UNKNOWN"),
                                       (self.students[1200], self.asar.new_id(), "POLICY_UNKNOWN")):
            with self.assertRaises(Refused) as refused:
                self.asar.run("report", "credit", person, "--policy", policy, "--day", DAY)
            self.assertEqual(refused.exception.error["code"], f"E_{reason}")


if __name__ == "__main__":
    PROGRAM = sys.argv.pop(1)
    unittest.main()
