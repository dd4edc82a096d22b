#!/usr/bin/env python3
"""From an empty folder to an audited bundle, with the real program: what a small office does in its first weeks.

Usage: asar_flow_test.py ASAR [unittest options]
"""
import fcntl
import hashlib
import json
import sqlite3
import subprocess
import sys
import tempfile
import time
import unittest
import zipfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))
from asar_program import Asar, Refused  # noqa: E402

PROGRAM = None


def names(english):
    return {"kk": english, "ru": english, "en": english}


class Office(unittest.TestCase):
    """One ledger for all tests of the class; they read it and leave it as it is."""

    @classmethod
    def setUpClass(cls):
        cls.temporary = tempfile.TemporaryDirectory(prefix="asar-e2e-")
        cls.folder = Path(cls.temporary.name)
        cls.asar = Asar(PROGRAM, cls.folder / "ledger")
        cls.play()

    @classmethod
    def tearDownClass(cls):
        cls.temporary.cleanup()

    @classmethod
    def play(cls):
        asar = cls.asar
        cls.first, cls.second = asar.found()
        cls.people()
        asar.now = "2026-03-02T09:00:00+05:00"
        cls.service()
        asar.now = "2026-03-12T09:00:00+05:00"
        cls.grant_money()
        cls.published = asar.run("checkpoint", "create")

    @classmethod
    def people(cls):
        asar = cls.asar
        cls.office, cls.funder, cls.ngo = (asar.new_id() for _ in range(3))
        asar.decide_by_two(cls.first, cls.second, "officeEstablish", office=cls.office, kind="regional",
                           region="KZ-75", names=names("Sample Front Office"))
        cls.clerk = asar.register(cls.first, cls.office, "clerk")
        asar.decide_by_two(cls.first, cls.second, "roleGrant", person=cls.clerk.id, role="clerk", scope=cls.office)
        for organisation, kind, title in ((cls.funder, "foundation", "Sample Fund"), (cls.ngo, "ngo", "Sample Hands")):
            asar.submit_one(cls.clerk, "organisationRegister", organisation=organisation, office=cls.office, kind=kind,
                            names=names(title), region="KZ-75")
        roles = [("officer", cls.ngo), ("attestor", cls.ngo), ("funder", cls.funder), ("funder", cls.funder),
                 ("payer", cls.funder), ("verifier", cls.funder)]
        holders = [asar.register(cls.clerk, cls.office, f"{role}-{number}") for number, (role, _) in enumerate(roles)]
        for holder, (role, scope) in zip(holders, roles):
            asar.decide_by_two(cls.first, cls.second, "roleGrant", person=holder.id, role=role, scope=scope)
        cls.officer, cls.attestor, cls.funder_one, cls.funder_two, cls.payer, cls.verifier = holders
        cls.volunteer = asar.register(cls.clerk, cls.office, "volunteer")

    @classmethod
    def service(cls):
        asar = cls.asar
        cls.programme, cls.project, cls.activity, cls.hours = (asar.new_id() for _ in range(4))
        asar.decide_by_two(cls.first, cls.second, "programmeDefine", programme=cls.programme, office=cls.office,
                           direction="taza-alem", names=names("Clean Planet"))
        asar.submit_one(cls.officer, "projectStart", project=cls.project, programme=cls.programme,
                        organisation=cls.ngo, region="KZ-75", **{"from": "2026-03-01"}, to="2026-12-31",
                        names=names("Clean Embankment"))
        asar.submit_one(cls.attestor, "activitySchedule", activity=cls.activity, project=cls.project, kind="event",
                        starts="2026-03-10T09:00:00+05:00", ends="2026-03-10T18:00:00+05:00")
        asar.now = "2026-03-11T09:00:00+05:00"
        asar.submit_one(cls.volunteer, "hoursClaim", hours=cls.hours, volunteer=cls.volunteer.id,
                        activity=cls.activity, occurredAt="2026-03-10T10:00:00+05:00",
                        until="2026-03-10T13:00:00+05:00", minutes=180, role="sorter", timeBasis="unpaid",
                        presence="onsite")
        asar.submit_one(cls.attestor, "hoursAttest", hours=cls.hours, minutes=150, method="present",
                        reason="breakNotCounted", occurredAt=asar.now)

    @classmethod
    def grant_money(cls):
        asar = cls.asar
        cls.grant, cls.payment, cls.expenditure = (asar.new_id() for _ in range(3))
        asar.decide_by_two(cls.funder_one, cls.funder_two, "grantAward", grant=cls.grant, number="SG-2026-0001",
                           title="Containers for an embankment", funder=cls.funder, grantee=cls.ngo,
                           programme=cls.programme, region="KZ-75", amount="300000.00 KZT", grantClass="small",
                           source="state", occurredAt=asar.now)
        asar.decide_by_two(cls.funder_one, cls.officer, "agreementSign", grant=cls.grant, number="A-1",
                           lines=[{"line": "containers", "costType": "equipment", "amount": 30000000}],
                           tranches=[{"number": 1, "amount": 30000000, "due": "2026-03-31"}],
                           eligibleFrom="2026-03-01", eligibleTo="2026-06-30", occurredAt=asar.now)
        asar.decide_by_two(cls.funder_one, cls.funder_two, "trancheApprove", grant=cls.grant, tranche=1,
                           occurredAt=asar.now)
        asar.submit_one(cls.payer, "trancheDisburse", grant=cls.grant, disbursement=cls.payment, tranche=1,
                        amount="300000.00 KZT", paymentReference="PAY-1", occurredAt=asar.now)
        asar.submit_one(cls.officer, "disbursementConfirm", grant=cls.grant, disbursement=cls.payment,
                        occurredAt=asar.now)
        asar.now = "2026-03-20T09:00:00+05:00"
        asar.submit_one(cls.officer, "expenditureRecord", grant=cls.grant, expenditure=cls.expenditure,
                        line="containers", amount={"minor": 12345600, "currency": "KZT"},
                        documentHash=hashlib.sha256(b"invoice").hexdigest(), documentKind="invoice",
                        documentNumber="INV-7", documentDate="2026-03-19", vendor="KZ-BIN-000140000012",
                        method="bank", occurredAt=asar.now)
        asar.submit_one(cls.verifier, "expenditureVerify", grant=cls.grant, expenditure=cls.expenditure,
                        occurredAt=asar.now)

    # What stands in the ledger then.

    def test_status_names_size_root_and_missing_witnesses(self):
        status = self.asar.run("status")
        self.assertEqual(status["size"], self.published["size"])
        self.assertEqual(status["root"], self.published["root"])
        self.assertEqual(status["witnesses"], 0)
        self.assertTrue(status["demo"])
        self.assertIn("witnesses=0", self.asar.raw("status").stdout)

    def test_a_proposal_is_shown_as_one_and_its_endorsement_names_it(self):
        entries = self.asar.run("event", "list", "--event", "GrantAwarded", "--limit", 9)["entries"]
        self.assertEqual([entry["effect"] for entry in entries], ["proposed"])
        proposal = entries[0]["index"]
        endorsed = self.asar.run("event", "list", "--event", "Endorsed", "--limit", 999)["entries"]
        self.assertIn(proposal, [entry["decision"]["endorses"] for entry in endorsed])
        self.assertIn("until a second person endorses it", self.asar.raw("event", "explain", proposal).stdout)

    def test_exported_tiles_carry_the_published_checkpoint(self):
        folder = self.folder / "tiles"
        self.asar.run("export", "tiles", folder)
        self.assertEqual((folder / "checkpoint").read_text(), self.published["note"])
        with self.assertRaises(Refused) as refused:
            self.asar.run("export", "tiles", folder)
        self.assertEqual(refused.exception.code, 6)

    def test_bundle_is_a_plain_sorted_zip_with_the_figures(self):
        file = self.folder / "bundle.zip"
        self.asar.run("audit", "bundle", file)
        again = self.folder / "again.zip"
        self.asar.run("audit", "bundle", again)
        self.assertEqual(list(self.folder.glob("again.zip*")), [again])
        self.assertEqual(file.read_bytes(), again.read_bytes())
        with zipfile.ZipFile(file) as bundle:
            self.assertIsNone(bundle.testzip())
            members = bundle.namelist()
            self.assertEqual(members, sorted(members))
            self.assertEqual(members[:4], ["README", "checkpoint", "figures.json", "manifest"])
            listed = "".join(f"{hashlib.sha256(bundle.read(name)).hexdigest()}  {name}\n"
                             for name in members if name != "manifest")
            self.assertEqual(bundle.read("manifest").decode(), listed)
            for member in bundle.infolist():
                self.assertEqual((member.compress_type, member.external_attr, member.create_version,
                                  member.date_time[:3], member.extra), (0, 0x81B60000, 0x3F, (1980, 1, 1), b""))
            text = bundle.read("figures.json").decode()
        figures = json.loads(text)
        self.assertEqual(text, json.dumps(figures, sort_keys=True, separators=(",", ":")) + "\n")
        self.assertEqual(figures["minutes"], {self.volunteer.id: 150})
        self.assertEqual(figures["grants"][self.grant],
                         {"awarded": 30000000, "currency": "KZT", "disbursed": 30000000, "onHand": 17654400,
                          "returned": 0, "spent": 12345600})
        self.assertEqual(figures["root"], self.published["root"])

    def test_bundle_as_a_folder_holds_the_same_members(self):
        folder, file = self.folder / "bundle", self.folder / "same.zip"
        self.asar.run("audit", "bundle", folder, "--directory")
        self.asar.run("audit", "bundle", file)
        with zipfile.ZipFile(file) as bundle:
            for name in bundle.namelist():
                self.assertEqual((folder / name).read_bytes(), bundle.read(name), name)

    def test_backup_is_checked_and_can_be_restored(self):
        copy = self.folder / "backup"
        made = self.asar.run("backup", "create", copy)
        self.assertEqual(made["root"], self.published["root"])
        restored = Asar(PROGRAM, self.folder / "restored")
        self.assertEqual(restored.run("backup", "restore", copy)["root"], self.published["root"])
        self.assertEqual(restored.run("status")["size"], self.published["size"])

    def test_read_models_follow_to_the_checkpoint(self):
        listed = self.asar.run("projection", "list")
        self.assertEqual(listed["size"], self.published["size"])
        rebuilt = self.asar.run("projection", "rebuild")
        compared = rebuilt.pop("comparison")
        self.assertEqual(rebuilt, listed)
        self.assertEqual((compared["size"], compared["different"]), (listed["size"], 0))
        rows = {name: count for one in listed["projections"] for name, count in one["rows"].items()}
        self.assertEqual({table["table"]: table["rows"] for table in compared["tables"]}, rows)
        self.assertTrue(all(table["columns"] and not table["added"] and not table["removed"]
                            for table in compared["tables"]))

    def test_read_models_are_what_the_log_says_and_a_changed_row_is_found(self):
        self.assertEqual(self.asar.run("projection", "diff")["differences"], [])
        with sqlite3.connect(self.asar.folder / "read" / "read.db") as database:
            database.execute("update grants__2 set spent = spent + 1")
        database.close()
        done = self.asar.raw("projection", "diff")
        self.assertEqual(done.returncode, 3, done.stderr)
        self.assertIn("grants", done.stdout)
        with self.assertRaises(Refused) as refused:
            self.asar.run("projection", "rebuild")
        self.assertEqual(refused.exception.code, 6)
        self.assertRegex(refused.exception.error["message"], r"grants\.spent in \d+;")
        accepted = self.asar.run("projection", "rebuild", "--accept-differences")["comparison"]
        self.assertGreater(accepted["different"], 0)
        self.assertEqual(self.asar.raw("projection", "diff").returncode, 0)

    def test_programs_take_turns_with_the_read_models(self):
        def start(*words):
            return subprocess.Popen([PROGRAM, "--data", str(self.asar.folder), *words], stdout=subprocess.PIPE,
                                    stderr=subprocess.PIPE, text=True, env=self.asar.environment)

        national = ["report", "national"]
        alone = self.asar.raw(*national).stdout
        with open(self.asar.folder / "read" / "lock", "w", encoding="utf-8") as lock:
            fcntl.flock(lock, fcntl.LOCK_EX)
            waiting = [start(*words) for words in (national, ["projection", "diff"])]
            time.sleep(1)
            self.assertEqual([one.poll() for one in waiting], [None, None])
        others = [["projection", "rebuild"], national, ["projection", "diff"]] * 2
        running = waiting + [start(*words) for words in others]
        for one in running:
            said, wrong = one.communicate(timeout=120)
            self.assertEqual(one.returncode, 0, wrong)
            if one.args[3:] == national:
                self.assertEqual(said, alone)

    def test_grant_statement_balances(self):
        text = self.asar.raw("report", "grant", "SG-2026-0001").stdout
        self.assertIn("SG-2026-0001", text)
        self.assertIn("witnesses=0", text)
        grant = self.asar.run("report", "grant", "SG-2026-0001")["grant"]
        self.assertEqual([grant[figure] for figure in ("awarded", "spent", "onHand")], [30000000, 12345600, 17654400])
        with self.assertRaises(Refused) as refused:
            self.asar.run("report", "grant", "SG-1999-0001")
        self.assertEqual(refused.exception.code, 5)

    def test_service_record_and_national_summary_agree(self):
        service = self.asar.answer("report", "service", self.volunteer.id)
        self.assertEqual(service["checkpoint"]["size"], self.published["size"])
        self.assertEqual(service["data"]["volunteer"]["attestedMinutes"], 150)
        self.assertEqual(self.asar.run("report", "national", "--exact")["total"]["attestedMinutes"], 150)
        self.assertIsNone(self.asar.run("report", "national")["total"]["attestedMinutes"], "one person is too few")
        for language in ("kk", "ru", "en"):
            self.assertIn("SG-2026-0001", self.asar.raw("report", "grant", "SG-2026-0001", "--lang", language).stdout)

    # What is refused, and how.

    def refused(self, signer, command, /, **fields):
        with self.assertRaises(Refused) as refused:
            self.asar.submit(signer, {"command": command, **fields}, options=["--dry-run"])
        return refused.exception.code, refused.exception.error["code"]

    def test_who_may_not_ask_gets_exit_code_7(self):
        self.assertEqual(self.refused(self.volunteer, "grantClose", grant=self.grant, occurredAt=self.asar.now),
                         (7, "E_ROLE_MISSING"))

    def test_a_rule_refuses_with_exit_code_1(self):
        self.assertEqual(self.refused(self.attestor, "hoursReject", hours=self.hours, reason="notPresent",
                                      occurredAt=self.asar.now), (1, "E_WRONG_STATE"))

    def test_an_outdated_picture_is_a_conflict(self):
        self.assertEqual(self.refused(self.volunteer, "hoursDispute", hours=self.hours, reason="arithmetic",
                                      occurredAt=self.asar.now, expects=[{"stream": self.hours, "version": 1}]),
                         (6, "E_VERSION_CONFLICT"))

    def test_bad_input_names_line_and_field(self):
        with self.assertRaises(Refused) as refused:
            self.asar.submit(self.volunteer, {"command": "grantClose", "grant": self.grant, "when": "now"})
        self.assertEqual(refused.exception.error["code"], "E_JSON_UNKNOWN_FIELD")
        self.assertIn("line 1: grantClose.when", refused.exception.error["message"])


if __name__ == "__main__":
    PROGRAM = sys.argv.pop(1)
    unittest.main()
