#!/usr/bin/env python3
"""The published sources, imported by the real program, audited by the other one, counted by a third.

Usage: published_sources_test.py ASAR ASAR_AUDIT [unittest options]. Exit code 77: the sources are absent.
"""
import json
import os
import shutil
import sqlite3
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path

HERE = Path(__file__).parent
sys.path.insert(0, str(HERE.parent))
from asar_program import Asar, Refused  # noqa: E402

PROGRAM = AUDITOR = None
SHARED = Path(os.environ.get("ASAR_SHARED") or HERE.parents[3] / "shared")


def totals():
    counted = subprocess.run([sys.executable, str(HERE / "totals.py"), str(SHARED)], capture_output=True, text=True,
                             check=True)
    return json.loads(counted.stdout)


def source(name):
    return SHARED / "data" / name


class PublishedSources(unittest.TestCase):
    """One ledger takes them all; each test reads what one of them became."""

    @classmethod
    def setUpClass(cls):
        cls.temporary = tempfile.TemporaryDirectory(prefix="asar-published-")
        cls.folder = Path(cls.temporary.name)
        cls.expected = totals()
        cls.asar = asar = Asar(PROGRAM, cls.folder / "ledger")
        cls.first, cls.second = asar.found()
        cls.place()
        cls.shifts = cls.bring("volunteer_shifts.toml", "emfcamp-shifts/2024_Shift.json", "--skip-bad")
        quarter = "council-payments/expenditure-over-500-{}-2017.csv"
        cls.payments = {name: cls.bring("council_payments.toml", quarter.format(name))
                        for name in ("jan-mar", "apr-jun")}
        cls.awards = cls.bring("grants_360giving.toml", "grants-360giving/power-to-change-870-grants.json")
        cls.linked = asar.run("import", "link", source("grants-360giving/power-to-change-870-grants.json"), "--mapping",
                              HERE / "grants_360giving.toml", "--system", "sample-register", "--key",
                              cls.clerk.key_file, "--set", f"office={cls.office}", "--set",
                              f"programme={cls.programme}")
        cls.diaries = cls.bring("time_use_diaries.toml", "atus-volunteering/atus-volunteer-2003-2009.csv")
        cls.bundle = cls.folder / "bundle"
        asar.run("audit", "bundle", cls.bundle, "--directory")
        cls.figures = json.loads((cls.bundle / "figures.json").read_text(encoding="utf-8"))

    @classmethod
    def tearDownClass(cls):
        cls.temporary.cleanup()

    @classmethod
    def place(cls):
        asar = cls.asar
        title = {language: "Sample" for language in ("kk", "ru", "en")}
        cls.office, cls.programme = asar.new_id(), asar.new_id()
        asar.decide_by_two(cls.first, cls.second, "officeEstablish", office=cls.office, kind="national", names=title)
        asar.decide_by_two(cls.first, cls.second, "programmeDefine", programme=cls.programme, office=cls.office,
                           direction="umit", names=title)
        # 20 hours are much for one day: more than that is flagged.
        limits = {"limits": [{"ageBand": "unknown", "dayMinutes": 1200}], "claimWithinDays": 0, "attestWithinDays": 0}
        asar.decide_by_two(cls.first, cls.second, "policyPublish", policy=asar.new_id(), kind="hoursLimits",
                           version="sample-1", status="unverified", source="Made for this test",
                           validFrom="2003-01-01", hoursLimits=limits)
        asar.decide_by_two(cls.first, cls.second, "externalSystemRegister", system=asar.new_id(),
                           code="sample-register", names=title, office=cls.office)
        cls.clerk = asar.register(cls.first, cls.office, "clerk")
        asar.decide_by_two(cls.first, cls.second, "roleGrant", person=cls.clerk.id, role="clerk", scope=cls.office)
        cls.importer = asar.register(cls.first, cls.office, "importer")
        asar.decide_by_two(cls.first, cls.second, "roleGrant", person=cls.importer.id, role="importer")

    @classmethod
    def bring(cls, mapping, name, *options):
        rejects = cls.folder / (Path(name).name + ".rejects.csv")
        return cls.asar.run("import", source(name), "--mapping", HERE / mapping, "--key", cls.importer.key_file,
                            "--set", f"office={cls.office}", "--set", f"programme={cls.programme}", "--rejects",
                            rejects, *options)

    def test_shifts_give_the_minutes_of_those_who_completed_and_tell_the_open_ones(self):
        self.assertEqual((self.shifts["rows"], self.shifts["rejects"]), (self.expected["shifts"], 1))
        attendance = self.shifts["totals"]["attendanceSummarise"]
        self.assertEqual(attendance["minutes"], self.expected["shiftMinutes"])
        self.assertEqual(attendance["people"], self.expected["shiftPeople"])
        self.assertEqual(self.shifts["reported"]["openCheckOuts"], self.expected["shiftArrived"])

    def test_people_of_the_shifts_stand_in_the_read_model_state_by_state(self):
        self.asar.run("report", "national")
        database = sqlite3.connect(self.asar.folder / "read" / "read.db")
        self.addCleanup(database.close)
        rows = database.execute("select state, sum(people), sum(minutes) from attendance where voided = 0 "
                                "group by state order by state").fetchall()
        self.assertEqual(rows, [("completed", self.expected["shiftCompleted"], self.expected["shiftMinutes"]),
                                ("noShow", self.expected["shiftNoShow"], 0),
                                ("signedUp", self.expected["shiftSignedUp"], 0)])
        self.assertEqual(self.expected["shiftCompleted"], 627)

    def test_one_bad_shift_refuses_the_source_where_it_may_not_be_left_out(self):
        with self.assertRaises(Refused) as refused:
            self.bring("volunteer_shifts.toml", "emfcamp-shifts/2024_Shift.json")
        self.assertIn("BAD_PERIOD", str(refused.exception))

    def test_payments_stand_in_figures_and_statement_as_they_were_counted(self):
        for name, imported in self.payments.items():
            paid, back = self.expected[f"paid {name}"], self.expected[f"back {name}"]
            self.assertEqual(imported["totals"]["expenditureRecord"]["minor"], {"GBP": paid})
            self.assertEqual(imported["totals"]["expenditureReverse"]["minor"], {"GBP": back})
            statement = self.asar.run("report", "grant", f"COUNCIL-{imported['batch']}")["grant"]
            self.assertEqual((statement["spent"], statement["vendorRefunds"]), (paid, back))
            grant = self.figures["grants"][statement["grantId"]]
            disbursed = 5_000_000_000
            # What came back without naming its payment counts as a refund of a vendor.
            self.assertEqual(grant, {"awarded": disbursed, "currency": "GBP", "disbursed": disbursed, "returned": 0,
                                     "spent": paid, "onHand": disbursed + back - paid})

    def test_awards_give_their_number_and_sum_and_count_what_is_not_mapped(self):
        awards = self.awards["totals"]["grantAward"]
        self.assertEqual((awards["commands"], awards["minor"]),
                         (self.expected["grants"], {"GBP": self.expected["granted"]}))
        self.assertEqual(self.awards["totals"]["organisationRegister"]["commands"], self.expected["organisations"])
        self.assertEqual(self.awards["unmapped"]["description"], self.expected["grants"])

    def test_organisations_of_the_awards_are_linked_to_their_ids(self):
        organisations = self.expected["organisations"]
        self.assertEqual((self.linked["batch"], self.linked["links"]), (self.awards["batch"], organisations))
        links = self.asar.run("report", "links", "sample-register")["links"]
        self.assertEqual({link["register"] for link in links}, {"organisation"})
        self.assertEqual(len(links), organisations)
        self.assertEqual([link["number"] for link in links], [link["externalId"] for link in links])

    def test_diary_days_are_taken_and_the_longest_is_flagged(self):
        claims = self.diaries["totals"]["hoursClaim"]
        self.assertEqual((claims["commands"], claims["minutes"]),
                         (self.expected["diaryRows"], self.expected["diaryMinutes"]))
        self.assertEqual(self.diaries["flagged"], 1)

    def test_the_auditor_agrees_with_every_entry_and_figure(self):
        done = subprocess.run([AUDITOR, "verify", str(self.bundle), "--json"], capture_output=True, text=True,
                              check=False)
        self.assertEqual(done.returncode, 0, done.stdout + done.stderr)
        self.assertEqual(json.loads(done.stdout)["verdict"], "OK")

    def test_the_auditor_counts_the_national_figures_anew(self):
        published = self.folder / "national.json"
        published.write_text(json.dumps(self.asar.answer("report", "national", "--exact")), encoding="utf-8")
        done = subprocess.run([AUDITOR, "recompute", str(self.bundle), "--published", str(published), "--json"],
                              capture_output=True, text=True, check=False)
        report = json.loads(done.stdout)
        self.assertEqual(report["verdict"], "OK", report["findings"])
        self.assertGreaterEqual(report["figures"]["national"]["/total/organisations"], self.expected["organisations"])

    def test_read_models_are_what_the_log_says(self):
        self.assertEqual(self.asar.run("projection", "diff")["differences"], [])

    def test_a_voided_batch_leaves_the_sums_and_the_auditor_follows(self):
        other = Asar(PROGRAM, self.folder / "restored")
        self.asar.run("backup", "create", self.folder / "copy")
        other.run("backup", "restore", self.folder / "copy")
        shutil.copytree(self.asar.folder / "keys", other.folder / "keys")
        other.run("checkpoint", "create")
        self.assertEqual(sum(self.figures["minutes"].values()), 0)
        wrong = self.payments["jan-mar"]
        number = f"COUNCIL-{wrong['batch']}"
        before = other.run("report", "grant", number)["grant"]
        other.run("import", "void", wrong["batch"], "--key", self.importer.key_file)
        after = other.run("report", "grant", number)["grant"]
        self.assertEqual((before["spent"] > 0, after["spent"], after["state"]), (True, 0, "voided"))
        bundle = self.folder / "voided"
        other.run("audit", "bundle", bundle, "--directory")
        done = subprocess.run([AUDITOR, "verify", str(bundle)], capture_output=True, text=True, check=False)
        self.assertEqual(done.returncode, 0, done.stdout + done.stderr)


if __name__ == "__main__":
    PROGRAM, AUDITOR = sys.argv.pop(1), sys.argv.pop(1)
    if not (SHARED / "data").is_dir():
        print(f"SKIPPED: {SHARED}/data is absent; put the folder of published sources there or name it in ASAR_SHARED")
        sys.exit(77)
    unittest.main()
