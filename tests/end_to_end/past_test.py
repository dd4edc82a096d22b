#!/usr/bin/env python3
"""Two times, with the real program: what was known at some position or by the end of some day, and what occurred on
some days. Copies of the ledger made along its way are the witnesses of what was known then.

Usage: past_test.py ASAR [unittest options]
"""
import hashlib
import shutil
import sys
import unittest
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))
import asar_flow_test  # noqa: E402
from asar_program import Asar, Refused  # noqa: E402

LANGUAGES = ("en", "kk", "ru")


class Past(unittest.TestCase):
    """One ledger for all tests of the class, and copies of it; they read them and leave them as they are."""

    @classmethod
    def setUpClass(cls):
        cls.office = asar_flow_test.Office
        cls.office.setUpClass()
        cls.asar, cls.folder = cls.office.asar, cls.office.folder
        cls.copies = []  # the position, the day by whose end it was reached, and the ledger as it was
        cls.keep("2026-03-31")
        cls.april()
        cls.keep("2026-04-30")
        cls.may()
        cls.keep("2026-05-31")
        cls.june()
        cls.size = cls.asar.run("checkpoint", "create")["size"]

    @classmethod
    def tearDownClass(cls):
        cls.office.tearDownClass()

    @classmethod
    def keep(cls, day):
        size = cls.asar.run("checkpoint", "create")["size"]
        copy = cls.folder / f"as-of-{day}"
        shutil.copytree(cls.asar.folder, copy)
        cls.copies.append((size, day, Asar(asar_flow_test.PROGRAM, copy)))

    @classmethod
    def april(cls):
        """A later entry about March: an expenditure that was paid on the 15th."""
        asar, office = cls.asar, cls.office
        asar.now = "2026-04-10T09:00:00+05:00"
        cls.late_cost = asar.new_id()
        asar.submit_one(office.officer, "expenditureRecord", grant=office.grant, expenditure=cls.late_cost,
                        line="containers", amount="1000.00 KZT", documentHash=hashlib.sha256(b"late").hexdigest(),
                        documentKind="receipt", documentNumber="R-1", documentDate="2026-03-15",
                        vendor="individual", method="cash", occurredAt="2026-03-15T12:00:00+05:00")
        asar.submit_one(office.verifier, "expenditureDisallow", grant=office.grant, expenditure=cls.late_cost,
                        amount="400.00 KZT", reason="prohibitedCost", occurredAt=asar.now)

    @classmethod
    def may(cls):
        """The hours of March are corrected, and others of March claimed and attested."""
        asar, office = cls.asar, cls.office
        asar.now = "2026-05-10T09:00:00+05:00"
        asar.submit_one(office.attestor, "hoursCorrect", hours=office.hours, minutes=100, reason="arithmetic",
                        occurredAt=asar.now)

    @classmethod
    def june(cls):
        """On the last evening of May in UTC, the first of June in Almaty, and by its end."""
        asar, office = cls.asar, cls.office
        asar.now = "2026-05-31T23:59:59.999+05:00"
        cls.last_of_may = asar.submit_one(office.attestor, "hoursCorrect", hours=office.hours, minutes=90,
                                          reason="arithmetic", occurredAt=asar.now)
        asar.now = "2026-06-01T00:00:00+05:00"
        cls.first_of_june = asar.submit_one(office.attestor, "hoursCorrect", hours=office.hours, minutes=80,
                                            reason="arithmetic", occurredAt=asar.now)

    def reports(self):
        office = self.office
        return (("report", "grant", "SG-2026-0001"), ("report", "service", office.volunteer.id),
                ("report", "national"))

    def text(self, asar, *words):
        done = asar.raw(*words)
        self.assertEqual((done.returncode, done.stderr), (0, ""))
        return done.stdout

    def minutes(self, *options):
        return self.asar.run("report", "service", self.office.volunteer.id, *options)["volunteer"]["attestedMinutes"]

    # As known at a position.

    def test_a_report_at_a_position_is_to_the_byte_the_one_that_was_made_there(self):
        for size, day, copy in self.copies:
            for words in self.reports():
                for language in LANGUAGES:
                    with self.subTest(size=size, report=words[1], language=language):
                        then = self.text(copy, *words, "--lang", language)
                        self.assertEqual(self.text(self.asar, *words, "--lang", language, "--at", size), then)
                        self.assertNotEqual(self.text(self.asar, *words, "--lang", language), then)
                self.assertEqual(self.asar.run(*words, "--at", size), copy.run(*words))

    def test_a_position_that_no_checkpoint_names_is_answered_too(self):
        """Inside a submission, or between two checkpoints: the prefix is what counts."""
        size, _, copy = self.copies[0]
        for at in (size - 1, size - 2, size + 1):
            said = self.asar.run("report", "national", "--at", at)
            self.assertEqual(said["size"], at)
        before = self.asar.run("report", "grant", "SG-2026-0001", "--at", size - 2)
        self.assertEqual(before["expenditures"][0]["state"], "recorded", "its check is the last submission")
        self.assertEqual(copy.run("report", "grant", "SG-2026-0001")["expenditures"][0]["state"], "verified")

    def test_positions_may_be_asked_in_any_order_and_leave_the_present_alone(self):
        now = self.text(self.asar, "report", "national")
        for size, _, copy in self.copies + self.copies[::-1] + self.copies:
            self.assertEqual(self.text(self.asar, "report", "national", "--at", size),
                             self.text(copy, "report", "national"))
        self.assertEqual(self.text(self.asar, "report", "national"), now)
        self.assertEqual(self.asar.run("projection", "diff")["differences"], [])

    def test_the_whole_log_is_the_present(self):
        for words in self.reports():
            self.assertEqual(self.text(self.asar, *words, "--at", self.size), self.text(self.asar, *words))

    def test_what_there_was_not_is_not_found(self):
        for options, reason in ((("--at", self.size + 1), "E_PAST_THE_END"), (("--at", 0), "E_NOTHING_YET"),
                                (("--as-of", "2026-02-28"), "E_NOTHING_YET")):
            for words in (*self.reports(), ("event", "list")):
                with self.assertRaises(Refused) as refused:
                    self.asar.run(*words, *options)
                self.assertEqual((refused.exception.code, refused.exception.error["code"]), (5, reason))
        with self.assertRaises(Refused) as refused:
            self.asar.run("report", "grant", "SG-2026-0001", "--at", 10)
        self.assertEqual(refused.exception.error["code"], "E_GRANT_UNKNOWN")

    # As of a day.

    def test_as_of_a_day_is_what_was_recorded_by_its_end(self):
        for size, day, copy in self.copies[:2]:
            for words in self.reports():
                self.assertEqual(self.text(self.asar, *words, "--as-of", day), self.text(copy, *words))
            self.assertEqual(self.asar.run("event", "list", "--as-of", day)["size"], size)

    def test_the_day_ends_at_midnight_five_hours_east_of_utc(self):
        self.assertEqual(self.asar.run("report", "national", "--as-of", "2026-05-31")["size"], self.last_of_may + 1)
        self.assertEqual(self.asar.run("report", "national", "--as-of", "2026-06-01")["size"], self.size)
        self.assertEqual(self.minutes("--as-of", "2026-05-31"), 90)
        self.assertEqual(self.minutes("--as-of", "2026-06-01"), 80)

    def test_a_later_correction_does_not_change_what_was_known(self):
        known = [self.minutes("--as-of", day) for _, day, _ in self.copies[:2]]
        self.assertEqual(known, [150, 150])
        self.assertEqual(self.minutes("--as-of", "2026-05-10"), 100)
        self.assertEqual(self.minutes(), 80)

    # In a period.

    def test_a_back_dated_fact_is_in_its_period_but_was_not_known_then(self):
        def costs(*options):
            said = self.asar.run("report", "grant", "SG-2026-0001", "--in", "2026-03-01..2026-03-31", *options)
            return {one["expenditure"] for one in said["expenditures"]}, said

        march_then, said_then = costs("--as-of", "2026-03-31")
        march_now, said_now = costs()
        self.assertEqual(march_then, {self.office.expenditure})
        self.assertEqual(march_now, {self.office.expenditure, self.late_cost})
        self.assertEqual(said_then["grant"]["spent"], 12345600)
        self.assertEqual(said_now["grant"]["spent"], 12345600 + 100000, "April disallowed some of it, not March")
        april = self.asar.run("report", "grant", "SG-2026-0001", "--in", "2026-04-01..2026-04-30")
        self.assertEqual((april["expenditures"], april["grant"]["spent"]), ([], -40000))
        self.assertEqual(april["onHandBefore"], said_now["grant"]["onHand"])

    def test_hours_of_a_period_are_those_served_in_it(self):
        march, april = "2026-03-01..2026-03-31", "2026-04-01..2026-05-31"
        self.assertEqual((self.minutes("--in", march), self.minutes("--in", april)), (80, 0))
        self.assertEqual(self.minutes("--in", march, "--as-of", "2026-04-30"), 150)
        national = self.asar.run("report", "national", "--in", march, "--exact")
        self.assertEqual((national["total"]["attestedMinutes"], national["total"]["volunteers"]), (80, 1))
        self.assertEqual(national["period"], {"from": "2026-03-01", "to": "2026-03-31"})
        later = self.asar.run("report", "national", "--in", april, "--exact")
        self.assertEqual((later["total"]["attestedMinutes"], later["total"]["activities"]), (0, 0))
        self.assertEqual(later["money"][0]["spent"], -40000)

    def test_a_period_says_so_in_every_language(self):
        for language, title in zip(LANGUAGES, ("Period: 1 March 2026 – 31 March 2026", "Кезең: ", "Период: ")):
            for words in self.reports():
                text = self.text(self.asar, *words, "--lang", language, "--in", "2026-03-01..2026-03-31")
                self.assertIn(title, text)

    def test_a_period_is_two_days_in_order(self):
        for period in ("2026-03-31..2026-03-01", "2026-03", "2026-03-01..", "2026-03-01"):
            for words in (*self.reports(), ("event", "list")):
                with self.assertRaises(Refused) as refused:
                    self.asar.run(*words, "--in", period)
                self.assertEqual(refused.exception.error["code"], "E_BAD_PERIOD")
        with self.assertRaises(Refused) as refused:
            self.asar.run("report", "national", "--at", 9, "--as-of", "2026-03-31")
        self.assertEqual(refused.exception.error["code"], "E_TWO_TIMES")

    # Lists of entries.

    def listed(self, asar, *options):
        return asar.run("event", "list", "--limit", 9999, *options)

    def test_a_list_at_a_position_is_the_list_that_was_made_there(self):
        for size, _, copy in self.copies:
            self.assertEqual(self.listed(self.asar, "--at", size), self.listed(copy))
            self.assertEqual(self.text(self.asar, "event", "list", "--limit", 9999, "--at", size),
                             self.text(copy, "event", "list", "--limit", 9999))
        self.assertEqual(self.asar.run("event", "list", "--at", 5, "--from", 3)["next"], 5)

    def test_a_list_of_a_period_holds_what_occurred_in_it_endorsements_too(self):
        def events(*options):
            return [(one["index"], one["event"]) for one in self.listed(self.asar, *options)["entries"]]

        awards = [pair for pair in events("--in", "2026-03-12..2026-03-12") if pair[1] in ("GrantAwarded", "Endorsed")]
        self.assertEqual([name for _, name in awards], ["GrantAwarded"] + ["Endorsed"] * 3)
        march = events("--in", "2026-03-01..2026-03-31")
        back_dated = [pair for pair in march if pair[0] >= self.copies[0][0]]
        self.assertEqual([name for _, name in back_dated], ["ExpenditureRecorded"])
        self.assertEqual(events("--in", "2026-03-01..2026-03-31", "--as-of", "2026-03-31"),
                         [pair for pair in march if pair not in back_dated])
        self.assertEqual(events("--in", "2025-01-01..2025-12-31"), [])
        self.assertTrue(all(name not in ("RoleGranted", "LedgerFounded") for _, name in march), "these say no day")


if __name__ == "__main__":
    asar_flow_test.PROGRAM = sys.argv.pop(1)
    unittest.main()
