#!/usr/bin/env python3
"""Another system beside the ledger: reconciled, and again after a later fact; imports with their provenance; linked
ids; and both where the log key is away.

Usage: reconcile_flow_test.py ASAR ASAR-AUDIT [unittest options]
"""
import contextlib
import hashlib
import json
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))
from asar_program import Asar, Refused  # noqa: E402

PROGRAM = AUDIT = None
DAYS = "2026-03-01..2026-03-31"
REPORTED = """category,reported
attestedMinutes,120
projects,2
smallGrants/KZ-75,1
amountAwarded,300000.00 KZT
amountReturned,-50.00 KZT
"""
MAPPING = """
[source]
kind = "csv"
[[row]]
command = "organisationRegister"
[row.fields]
organisation = {id = "organisation/{code}"}
office = "{$office}"
kind = "ngo"
region = "KZ-75"
names = {kk = "{name}", ru = "{name}", en = "{name}"}
[[link]]
subject = {id = "organisation/{code}"}
externalId = {code = "{code}"}
"""
LIST = "code,name\nORG-1,Sample Hands\nORG-2,Sample Roots\nORG-3,Sample Wings\n"


def names(english):
    return {"kk": english, "ru": english, "en": english}


class Place(unittest.TestCase):
    """An office with a clerk, a project with ninety attested minutes of March, and a small grant."""
    YEAR = 2026

    def setUp(self):
        temporary = tempfile.TemporaryDirectory(prefix="asar-reconcile-")
        self.addCleanup(temporary.cleanup)
        self.folder = Path(temporary.name)
        self.asar = Asar(PROGRAM, self.folder / "ledger")
        self.asar.now = f"{self.YEAR}-03-01T09:00:00+05:00"
        self.first, self.second = self.asar.found()
        self.office, self.ngo, self.fund, self.programme, self.project, self.activity, self.system = (
            self.asar.new_id() for _ in range(7))
        self.place()
        self.people()
        self.work()

    def by_two(self, command, **fields):
        self.asar.decide_by_two(self.first, self.second, command, **fields)

    def holder(self, name, role, scope=None):
        person = self.asar.register(self.first, self.office, name)
        self.by_two("roleGrant", person=person.id, role=role, **({"scope": scope} if scope else {}))
        return person

    def place(self):
        self.by_two("officeEstablish", office=self.office, kind="regional", region="KZ-75",
                    names=names("Sample Office"))
        self.by_two("programmeDefine", programme=self.programme, office=self.office, direction="umit",
                    names=names("Sample"))
        self.by_two("externalSystemRegister", system=self.system, code="sample-portal", names=names("Sample Portal"),
                    office=self.office)

    def people(self):
        self.clerk = self.holder("clerk", "clerk", self.office)
        for organisation, kind in ((self.ngo, "ngo"), (self.fund, "foundation")):
            self.asar.submit_one(self.clerk, "organisationRegister", organisation=organisation, office=self.office,
                                 kind=kind, names=names(f"Sample {kind}"), region="KZ-75")
        self.officer = self.holder("officer", "officer", self.ngo)
        self.attestor = self.holder("attestor", "attestor", self.ngo)
        self.funders = [self.holder(f"funder-{number}", "funder", self.fund) for number in range(2)]
        self.volunteer = self.asar.register(self.clerk, self.office, "volunteer")

    def work(self):
        self.asar.submit_one(self.officer, "projectStart", project=self.project, programme=self.programme,
                             organisation=self.ngo, region="KZ-75", **{"from": f"{self.YEAR}-03-01"},
                             to=f"{self.YEAR}-12-31", names=names("Sample Project"))
        self.asar.submit_one(self.attestor, "activitySchedule", activity=self.activity, project=self.project,
                             kind="event", starts=f"{self.YEAR}-03-02T08:00:00+05:00",
                             ends=f"{self.YEAR}-03-20T20:00:00+05:00")
        self.asar.now = f"{self.YEAR}-03-25T09:00:00+05:00"
        self.serve(f"{self.YEAR}-03-10T10:00:00+05:00", 90)
        self.asar.endorse(self.funders[1], self.asar.submit_one(
            self.funders[0], "grantAward", grant=self.asar.new_id(), number="SG-1", title="A sample grant",
            funder=self.fund, grantee=self.ngo, programme=self.programme, region="KZ-75", amount="300000.00 KZT",
            grantClass="small", source="state", occurredAt=f"{self.YEAR}-03-24T10:00:00+05:00"))

    def serve(self, began, minutes):
        hours = self.asar.new_id()
        self.asar.submit_one(self.volunteer, "hoursClaim", hours=hours, volunteer=self.volunteer.id,
                             activity=self.activity, occurredAt=began, minutes=minutes, role="helper",
                             timeBasis="unpaid", presence="onsite")
        self.asar.submit_one(self.attestor, "hoursAttest", hours=hours, minutes=minutes, method="present",
                             reason="none", occurredAt=self.asar.now)

    def refuses(self, code, act, *words, **named):
        with self.assertRaises(Refused) as refused:
            act(*words, **named)
        self.assertEqual(refused.exception.error["code"], code, refused.exception.error)
        return refused.exception

    def size(self):
        return self.asar.run("status")["size"]

    def audits(self):
        self.assertEqual(self.asar.run("projection", "diff")["differences"], [])
        bundle = self.folder / "bundle.zip"
        self.asar.run("audit", "bundle", bundle)
        audited = subprocess.run([AUDIT, "verify", bundle, "--json"], capture_output=True, text=True, check=False)
        self.assertEqual(audited.returncode, 0, audited.stdout + audited.stderr)
        self.assertEqual(json.loads(audited.stdout)["verdict"], "OK")


class Exchange(Place):
    def file(self, name, text):
        path = self.folder / name
        path.write_text(text, encoding="utf-8")
        return path

    def reconciling(self, *options, reported=REPORTED, by=None, system="sample-portal"):
        return ("reconcile", system, "--reported", self.file("reported.csv", reported), "--in", DAYS, "--key",
                (by or self.clerk).key_file, "--signed-at", self.asar.now, *options)

    def reconcile(self, *options, **named):
        return self.asar.run(*self.reconciling(*options, **named))

    @contextlib.contextmanager
    def without_log_key(self):
        key = self.asar.folder / "keys" / "log.key"
        aside = key.rename(self.folder / "aside.key")
        try:
            yield
        finally:
            aside.rename(key)

    def test_a_report_is_reconciled_once_and_a_later_fact_shows(self):
        self.asar.run("checkpoint", "create")
        before = self.size()
        tried = self.reconcile("--dry-run")
        self.assertEqual((self.size(), tried["recorded"]), (before, False))
        done = self.reconcile()
        self.assertEqual(done["figures"], tried["figures"])
        self.assertEqual([(one["category"], one["reported"], one["derived"], one["difference"])
                          for one in done["figures"]],
                         [("attestedMinutes", 120, 90, 30), ("projects", 2, 1, 1), ("smallGrants/KZ-75", 1, 1, 0),
                          ("amountAwarded", 30000000, 30000000, 0), ("amountReturned", -5000, 0, -5000)])
        self.assertEqual(done["document"], hashlib.sha256(REPORTED.encode()).hexdigest())
        self.assertEqual(self.asar.run("event", "show", done["index"])["event"], "ReconciliationRecorded")
        recorded = self.size()
        again = self.reconcile(system=self.system)
        self.assertEqual((again["recordedBefore"], again["recorded"], self.size()), (True, False, recorded))
        self.assertEqual((again["reconciliation"], again["index"], again["figures"], again["changed"]),
                         (done["reconciliation"], done["index"], done["figures"], False))
        self.serve("2026-03-11T10:00:00+05:00", 45)
        self.answers_as_recorded(done)
        minutes = self.reported()["figures"][0]
        self.assertEqual((minutes["derivedThen"], minutes["derivedNow"], minutes["differenceNow"], minutes["changed"]),
                         (90, 135, -15, True))
        earlier = self.reported("--at", str(recorded))["figures"][0]
        self.assertEqual((earlier["derivedThen"], earlier["derivedNow"], earlier["changed"]), (90, 90, False))
        self.reads_well("reconciliation", {"en": "Derived now", "ru": "В журнале сейчас", "kk": "Журналда қазір"})
        self.audits()

    def answers_as_recorded(self, done):
        """After a late fact: the figures of the record, not those of today."""
        before = self.size()
        for options in (), ("--dry-run",):
            again = self.reconcile(*options)
            self.assertEqual((again["recordedBefore"], again["recorded"], again["index"], self.size()),
                             (True, False, done["index"], before))
            self.assertEqual((again["figures"], again["changed"]), (done["figures"], True))
        for language, entry, now in (("en", f"at entry {done['index']}", "derives others now"),
                                     ("ru", f"запись {done['index']}", "сейчас журнал даёт другие"),
                                     ("kk", f"{done['index']}-жазбаға", "журналда қазір басқа")):
            shown = self.asar.raw("--lang", language, *self.reconciling())
            self.assertEqual(shown.returncode, 0, shown.stderr)
            self.assertIn(entry, shown.stdout)
            self.assertIn(now, shown.stdout)

    def test_a_reconciliation_without_a_checkpoint_says_so_and_the_next_run_makes_one(self):
        self.asar.run("checkpoint", "create")
        with self.without_log_key():
            done = self.asar.raw("--json", "--lang", "en", *self.reconciling())
        self.assertEqual(done.returncode, 0, done.stderr)
        self.assertIn("no checkpoint was signed", done.stderr)
        told = json.loads(done.stdout)
        self.assertEqual((told["data"]["recorded"], "checkpoint" in told), (True, False))
        again = self.asar.answer(*self.reconciling())
        self.assertEqual((again["data"]["recordedBefore"], again["data"]["index"]), (True, told["data"]["index"]))
        self.assertEqual(again["checkpoint"]["size"], self.size())

    def reported(self, *options):
        report = self.asar.run("report", "reconciliation", "sample-portal", *options)
        self.assertEqual(len(report["reconciliations"]), 1)
        return report["reconciliations"][0]

    def reads_well(self, report, headings):
        for language, heading in headings.items():
            shown = self.asar.raw("--lang", language, "report", report)
            self.assertEqual(shown.returncode, 0, shown.stderr)
            self.assertIn(heading, shown.stdout)
            self.assertEqual([line for line in shown.stdout.splitlines() if len(line) > 112], [])

    def test_what_cannot_be_reconciled_is_told_and_nothing_is_recorded(self):
        before = self.size()
        unknown = self.refuses("E_CATEGORY_UNKNOWN", self.reconcile, reported="category,reported\nproject,1\n")
        self.assertIn("projects", unknown.error["message"])
        self.refuses("E_BAD_FIGURE", self.reconcile, reported="category,reported\nprojects,many\n")
        self.refuses("E_REGION_UNKNOWN", self.reconcile, reported="category,reported\nprojects/KZ-99,1\n")
        told = self.refuses("E_REGION_NOT_PUBLIC", self.reconcile, reported="category,reported\nvolunteers/KZ-75,1\n")
        self.assertIn("ask for volunteers without a region", told.error["message"])
        self.refuses("E_SYSTEM_UNKNOWN", self.reconcile, system="portal")
        self.refuses("E_ROLE_MISSING", self.reconcile, by=self.officer)
        self.assertEqual(self.size(), before)

    def link(self, *options):
        return self.asar.raw("--json", "import", "link", self.folder / "list.csv", "--mapping",
                             self.folder / "list.toml", "--system", "sample-portal", "--key", self.clerk.key_file,
                             "--set", f"office={self.office}", *options)

    def test_an_import_keeps_its_provenance_and_its_ids_are_linked(self):
        importer = self.holder("importer", "importer")
        self.asar.submit_one(self.clerk, "externalIdLink", link=self.asar.new_id(), system=self.system,
                             subject=self.ngo, externalId="ORG-3", occurredAt=self.asar.now)
        source, mapping = self.file("list.csv", LIST), self.file("list.toml", MAPPING)
        brought = self.asar.run("import", source, "--mapping", mapping, "--key", importer.key_file, "--set",
                                f"office={self.office}", "--system", "sample-portal")
        batch = self.asar.run("report", "imports", brought["batch"])["batches"][0]
        self.assertEqual((batch["importer"], batch["parts"], batch["firstRow"], batch["lastRow"], batch["voidedIndex"]),
                         (importer.id, 1, 0, 2, 0))
        self.assertEqual(batch["sourceHash"], hashlib.sha256(LIST.encode()).hexdigest())
        self.assertEqual(batch["mappingHash"], hashlib.sha256(MAPPING.encode()).hexdigest())
        self.assertEqual((batch["system"], batch["systemCode"]), (self.system, "sample-portal"))
        self.assertEqual([(kind["event"], kind["count"]) for kind in batch["kinds"]], [("OrganisationRegistered", 3)])
        self.links_its_ids(brought)
        self.asar.run("import", "void", brought["batch"], "--key", importer.key_file)
        self.assertNotEqual(self.asar.run("report", "imports")["batches"][0]["voidedIndex"], 0)
        self.reads_well("imports", {"en": "Mapping (SHA-256)", "ru": "Сопоставление (SHA-256)", "kk": "Күші жойылды"})
        self.audits()

    def links_its_ids(self, brought):
        before = self.size()
        tried = self.link("--dry-run")
        self.assertEqual((tried.returncode, json.loads(tried.stdout)["data"]["links"], self.size()), (3, 2, before))
        with self.without_log_key():
            linked = self.link("--lang", "en")
        self.assertIn("no checkpoint was signed", linked.stderr)
        told = json.loads(linked.stdout)["data"]
        self.assertEqual((linked.returncode, told["batch"], told["links"], told["known"]), (3, brought["batch"], 2, 0))
        self.assertEqual([(one["row"], one["externalId"], one["reason"]) for one in told["refused"]],
                         [(2, "ORG-3", "LINK_TAKEN")])
        repeated = json.loads(self.link().stdout)
        again = repeated["data"]
        self.assertEqual((again["links"], again["known"], len(again["refused"])), (0, 2, 1))
        self.assertEqual(repeated["checkpoint"]["size"], self.size(), "published, though nothing was left to sign")
        found = self.asar.run("report", "links", "sample-portal", "--external-id", "ORG-1")["links"]
        self.assertEqual([one["names"]["en"] for one in found], ["Sample Hands"])
        back = self.asar.run("report", "links", "--of", found[0]["subject"])["links"]
        self.assertEqual([(one["systemCode"], one["externalId"]) for one in back], [("sample-portal", "ORG-1")])
        self.reads_well("links", {"en": "Subject here", "ru": "Идентификатор там", "kk": "Мұнда"})


if __name__ == "__main__":
    PROGRAM, AUDIT = sys.argv.pop(1), sys.argv.pop(1)
    unittest.main()
