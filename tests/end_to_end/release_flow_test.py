#!/usr/bin/env python3
"""Figures about people are made public by two persons, with the real programs: a draft, its proposal, the second
person's own reckoning, frozen files, the organisations of a quarter, the one revision of a year, and the ZIP of all.

Usage: release_flow_test.py ASAR ASAR-AUDIT [unittest options]
"""
import csv
import hashlib
import io
import json
import os
import subprocess
import sys
import tempfile
import unittest
import zipfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))
from asar_program import Asar, Refused  # noqa: E402
from frictionless import check_package  # noqa: E402
from public_archive import id_bytes, reader  # noqa: E402

PROGRAM = AUDIT = None
REGIONS = ("KZ-75", "KZ-71", "KZ-10")


def names(english):
    return {"kk": english, "ru": english, "en": english}


class Releases(unittest.TestCase):
    """One ledger for all; the tests run in the order of their names, and time goes on."""

    @classmethod
    def setUpClass(cls):
        cls.temporary = tempfile.TemporaryDirectory(prefix="asar-release-")
        cls.folder = Path(cls.temporary.name)
        cls.asar = asar = Asar(PROGRAM, cls.folder / "ledger")
        asar.now = "2026-01-02T09:00:00+05:00"
        cls.first, cls.second = asar.found()
        cls.office, cls.programme = asar.new_id(), asar.new_id()
        asar.decide_by_two(cls.first, cls.second, "officeEstablish", office=cls.office, kind="regional",
                           region="KZ-75", names=names("Sample Front Office"))
        asar.decide_by_two(cls.first, cls.second, "programmeDefine", programme=cls.programme, office=cls.office,
                           direction="taza-alem", names=names("Clean Planet"))
        cls.clerk = cls.holder("clerk", cls.office)
        cls.places = [cls.place(region, number) for number, region in enumerate(REGIONS)]
        cls.volunteers = [asar.new_id() for _ in range(60)]
        asar.submit(cls.clerk, *({"command": "personRegister", "person": person, "office": cls.office,
                                  "region": "KZ-75", "ageBand": "from18to35", "ageBasis": "declared"}
                                 for person in cls.volunteers))
        asar.now = "2026-04-05T09:00:00+05:00"
        for month in ("01", "02", "03"):
            cls.serve(0, range(0, 20), f"2026-{month}-12")
            cls.serve(1, range(20, 42), f"2026-{month}-14")
        cls.serve(2, range(42, 45), "2026-03-16")

    @classmethod
    def tearDownClass(cls):
        cls.temporary.cleanup()

    @classmethod
    def holder(cls, role, scope):
        person = cls.asar.register(cls.first, cls.office, f"{role}-{scope}")
        cls.asar.decide_by_two(cls.first, cls.second, "roleGrant", person=person.id, role=role, scope=scope)
        return person

    @classmethod
    def place(cls, region, number):
        """An organisation with an attestor and an activity that goes on all year."""
        asar = cls.asar
        organisation, project, activity = (asar.new_id() for _ in range(3))
        asar.submit_one(cls.clerk, "organisationRegister", organisation=organisation, office=cls.office, kind="ngo",
                        names=names(f"Sample; ={number}"), region=region)
        officer, attestor = cls.holder("officer", organisation), cls.holder("attestor", organisation)
        asar.submit_one(officer, "projectStart", project=project, programme=cls.programme, organisation=organisation,
                        region=region, **{"from": "2026-01-01"}, to="2026-12-31", names=names("Clean Embankment"))
        asar.submit_one(attestor, "activitySchedule", activity=activity, project=project, kind="event",
                        starts="2026-01-01T00:00:00+05:00", ends="2026-12-31T23:00:00+05:00")
        return organisation, attestor, activity

    @classmethod
    def serve(cls, place, people, day):
        _, attestor, activity = cls.places[place]
        claims = [{"command": "hoursClaim", "hours": cls.asar.new_id(), "volunteer": cls.volunteers[person],
                   "activity": activity, "occurredAt": f"{day}T10:00:00+05:00", "minutes": 180, "role": "sorter",
                   "timeBasis": "unpaid", "presence": "onsite"} for person in people]
        cls.asar.submit(cls.clerk, *claims, options=["--assurance", "assisted"])
        cls.asar.submit(attestor, *({"command": "hoursAttest", "hours": claim["hours"], "minutes": 180,
                                     "method": "roster", "occurredAt": cls.asar.now} for claim in claims))

    def release(self, verb, period, person=None):
        signer = ["--key", person.key_file, "--signed-at", self.asar.now] if person else []
        return self.asar.run("release", verb, period, *signer)

    def refused(self, reason, verb, period, person=None):
        with self.assertRaises(Refused) as refused:
            self.release(verb, period, person)
        self.assertEqual(refused.exception.error["code"], f"E_{reason}", refused.exception)
        return refused.exception

    def both(self, period):
        self.release("prepare", period, self.first)
        return self.release("publish", period, self.second)

    def table(self, period, name):
        text = (self.asar.folder / "releases" / period / name).read_text(encoding="utf-8")
        return list(csv.DictReader(io.StringIO(text)))

    def test_1_a_draft_makes_nothing_public(self):
        drafted = self.release("prepare", "2026-01")
        folder = Path(drafted["folder"])
        self.assertEqual(folder.name, "2026-01.draft")
        proposal = json.loads((folder / "proposal.jsonl").read_text(encoding="utf-8"))
        self.assertEqual(proposal["command"], "releasePublish")
        self.assertEqual([table["name"] for table in proposal["tables"]],
                         ["activities.csv", "activities.json", "national.csv", "national.json", "regions.csv",
                          "regions.json"])
        for table in proposal["tables"]:
            self.assertEqual(hashlib.sha256((folder / table["name"]).read_bytes()).hexdigest(), table["digest"])
        self.assertEqual(self.asar.run("release", "show")["releases"], [])
        self.refused("NO_RELEASE", "show", "2026-01")
        self.refused("NO_PROPOSAL", "publish", "2026-01", self.second)
        self.refused("BAD_PERIOD", "prepare", "2026-01-12")
        for language, word in (("kk", "Волонтерлер"), ("ru", "Волонтёры"), ("en", "Volunteers")):
            told = self.asar.raw("release", "prepare", "2026-03", "--lang", language)
            self.assertEqual(told.returncode, 0, told.stderr)
            self.assertIn(word, told.stdout)

    def test_2_two_persons_publish_and_the_files_are_frozen(self):
        self.asar.now = "2026-04-06T09:00:00+05:00"
        prepared = self.release("prepare", "2026-01", self.first)
        self.refused("SAME_PERSON", "publish", "2026-01", self.first)
        published = self.release("publish", "2026-01", self.second)
        self.assertEqual(prepared["files"], published["files"])
        folder = Path(published["folder"])
        self.assertEqual(self.table("2026-01", "national.csv"),
                         [{"period": "2026-01", "volunteers": "40", "hours": "130", "status": "published"}])
        self.assertEqual({row["region"]: row["volunteers"] for row in self.table("2026-01", "regions.csv")},
                         {"KZ-75": "20", "KZ-71": "20"})
        package = json.loads((folder / "datapackage.json").read_text(encoding="utf-8"))
        self.assertEqual(package["asar"]["size"], published["atSize"])
        described, rows = check_package(reader(folder))
        self.assertEqual((described["name"], rows), ("asar-release-2026-01", 4))
        self.assertFalse(draft_of(folder).exists())
        if os.getuid() != 0:
            with self.assertRaises(PermissionError):
                (folder / "national.csv").write_text("")
        self.refused("PERIOD_TAKEN", "prepare", "2026-01", self.first)

    def test_3_one_more_volunteer_changes_nothing_that_is_out(self):
        frozen = self.bytes_of("2026-01")
        self.asar.now = "2026-04-07T09:00:00+05:00"
        self.serve(0, [50], "2026-01-13")
        self.release("publish", "2026-01", self.second)
        self.assertEqual(self.bytes_of("2026-01"), frozen)
        shown = self.release("show", "2026-01")
        self.assertEqual(set(shown["states"].values()), {"there"})

    def test_4_a_missing_file_is_made_again_and_a_changed_one_is_told(self):
        folder = self.asar.folder / "releases" / "2026-01"
        frozen = self.bytes_of("2026-01")
        (folder / "regions.csv").unlink()
        self.assertEqual(self.release("show", "2026-01")["states"]["regions.csv"], "missing")
        self.release("publish", "2026-01", self.second)
        self.assertEqual(self.bytes_of("2026-01"), frozen)
        (folder / "regions.csv").chmod(0o644)
        (folder / "regions.csv").write_text("another")
        self.assertEqual(self.release("show", "2026-01")["states"]["regions.csv"], "differs")
        self.refused("FILES_DIFFER", "publish", "2026-01", self.second)
        (folder / "regions.csv").unlink()
        self.release("publish", "2026-01", self.second)

    def test_5_what_the_log_does_not_give_nobody_endorses(self):
        self.asar.now = "2026-04-08T09:00:00+05:00"
        self.asar.run("checkpoint", "create")
        drafted = self.release("prepare", "2026-02")
        proposal = json.loads((Path(drafted["folder"]) / "proposal.jsonl").read_text(encoding="utf-8"))
        proposal["tables"][2]["digest"] = hashlib.sha256(b"a better figure").hexdigest()
        proposal["occurredAt"] = self.asar.now
        self.asar.submit(self.first, proposal)
        self.refused("TABLES_DIFFER", "publish", "2026-02", self.second)
        self.both("2026-02")

    def test_6_too_early_a_month_and_organisations_before_their_months(self):
        self.refused("RELEASE_EARLY", "prepare", "2026-03", self.first)
        self.refused("MONTHS_MISSING", "prepare", "2026-Q1", self.first)
        self.asar.now = "2026-04-12T09:00:00+05:00"
        self.both("2026-03")
        rows = {row["region"]: row for row in self.table("2026-03", "regions.csv")}
        self.assertEqual(rows["KZ-10"], {"period": "2026-03", "region": "KZ-10", "volunteers": "", "hours": "",
                                         "status": "hidden"})
        self.assertEqual(rows["KZ-75"]["status"], "hidden", "so that three people cannot be reckoned")
        self.assertEqual(rows["KZ-71"]["status"], "published")
        self.both("2026-Q1")
        told = {row["en"]: row["status"] for row in self.table("2026-Q1", "organisations.csv")}
        self.assertEqual(told, {"Sample;' =0": "hidden", "Sample;' =1": "published", "Sample;' =2": "hidden"})

    def test_7_a_year_is_revised_once_by_enough_people(self):
        self.asar.now = "2026-12-30T09:00:00+05:00"
        self.refused("RELEASE_EARLY", "prepare", "2026", self.first)
        self.serve(1, range(42, 56), "2026-01-15")
        self.serve(0, range(45, 50), "2026-02-15")
        self.asar.now = "2027-01-11T09:00:00+05:00"
        self.both("2026")
        national = {row["period"]: row["status"] for row in self.table("2026", "national.csv")}
        self.assertEqual(national, {"2026-01": "revised", "2026-02": "published", "2026-03": "published"})
        self.refused("PERIOD_TAKEN", "prepare", "2026", self.first)
        self.refused("YEAR_REVISED", "prepare", "2026-04", self.first)

    def test_8_the_zip_of_everything_public(self):
        file = self.folder / "public.zip"
        told = self.asar.run("release", "archive", file)
        again = self.folder / "again.zip"
        self.asar.run("release", "archive", again)
        self.assertEqual(file.read_bytes(), again.read_bytes())
        with zipfile.ZipFile(file) as archive:
            listed = archive.namelist()
            self.assertEqual(listed, sorted(listed))
            self.assertEqual(told["members"], len(listed))
            manifest = dict(reversed(line.split("  ")) for line in archive.read("manifest").decode().splitlines())
            for name in set(listed) - {"manifest"}:
                self.assertEqual(hashlib.sha256(archive.read(name)).hexdigest(), manifest[name])
            package = json.loads(archive.read("datapackage.json"))
            for resource in package["resources"]:
                self.assertEqual("sha256:" + manifest[resource["path"]], resource["hash"])
            entries = [json.loads(line) for line in archive.read("entries.jsonl").decode().splitlines()]
            self.assertIn("OrganisationRegistered", {entry["event"] for entry in entries})
            check_package(archive.read)
            for period in ("2026-01", "2026-02", "2026-03", "2026-Q1", "2026"):
                check_package(lambda name, of=period: archive.read(f"releases/{of}/{name}"))
            organisations = list(csv.DictReader(io.StringIO(archive.read("money/organisations.csv").decode())))
            self.assertEqual([row["en"] for row in organisations], [f"Sample;' ={number}" for number in range(3)])
            everything = b"".join(archive.read(name) for name in listed)
            for person in self.volunteers:
                self.assertNotIn(person.encode(), everything)
                self.assertNotIn(id_bytes(person), everything)
        self.assertEqual(self.judged(file)["verdict"], "OK")
        whole = self.judged(file, "recompute")
        self.assertEqual((whole["verdict"], whole["findings"]), ("COULD_NOT_CHECK", []), "it is not damaged")
        self.assertIn("holds what is public alone", "\n".join(whole["notChecked"]))
        self.refused_archive("FOLDER_NOT_EMPTY", self.folder)
        folder = self.folder / "public"
        self.asar.run("release", "archive", folder, "--directory")
        with zipfile.ZipFile(file) as archive:
            for name in archive.namelist():
                self.assertEqual((folder / name).read_bytes(), archive.read(name), name)
        self.assertEqual(self.judged(folder)["verdict"], "OK")

        unproven = self.folder / "unproven"
        self.asar.run("release", "archive", unproven, "--directory", "--without-proofs")
        left_out = {path.name for path in folder.iterdir()} - {path.name for path in unproven.iterdir()}
        self.assertEqual(left_out, {"entries", "shown"})
        self.assertEqual((unproven / "entries.jsonl").read_bytes(), (folder / "entries.jsonl").read_bytes())
        check_package(reader(unproven))
        for text in ("README", "without-proofs", "datapackage.json"):
            self.assertIn("made without proofs", (unproven / text).read_text(encoding="utf-8"))
        told = self.judged(unproven)
        self.assertEqual((told["verdict"], told["findings"]), ("COULD_NOT_CHECK", []), told)
        self.assertIn("made without proofs", "\n".join(told["notChecked"]))

    def judged(self, path, command="verify"):
        pins = ["--vkey", self.asar.run("status")["vkey"]]
        done = subprocess.run([AUDIT, command, path, *pins, "--json"], capture_output=True, text=True, check=False)
        return json.loads(done.stdout)

    def refused_archive(self, reason, folder):
        with self.assertRaises(Refused) as refused:
            self.asar.run("release", "archive", folder, "--directory")
        self.assertEqual(refused.exception.error["code"], f"E_{reason}")

    def audited(self, *words):
        bundle = self.folder / "bundle.zip"
        bundle.unlink(missing_ok=True)
        self.asar.run("audit", "bundle", bundle)
        pins = ["--vkey", self.asar.run("status")["vkey"]]
        done = subprocess.run([AUDIT, *words, bundle, *pins], capture_output=True, text=True, check=False)
        return done.stdout + done.stderr

    def test_9_the_auditor_makes_every_table_anew(self):
        self.assertEqual(json.loads(self.audited("verify", "--json"))["verdict"], "OK")
        told = self.audited("recompute")
        # Three months of six, a quarter of two, a year of eight.
        self.assertIn("releases: 28 tables as recorded, of 5 releases", told)
        self.assertNotIn("FIGURES_DIFFER", told)

    def test_a_what_two_persons_lied_about_is_found(self):
        drafted = self.release("prepare", "2025-12")
        proposal = json.loads((Path(drafted["folder"]) / "proposal.jsonl").read_text(encoding="utf-8"))
        proposal["tables"][2]["digest"] = hashlib.sha256(b"a better figure").hexdigest()
        proposal["occurredAt"] = self.asar.now
        self.asar.endorse(self.second, self.asar.submit(self.first, proposal)[0]["submission"] + 1)
        self.assertEqual(json.loads(self.audited("verify", "--json"))["verdict"], "OK", "no rule judges it")
        told = self.audited("recompute")
        self.assertIn("FIGURES_DIFFER", told)
        self.assertIn("2025-12: the log gives another national.csv", told)
        self.refused("TABLES_DIFFER", "show", "2025-12")

    def bytes_of(self, period):
        return {file.name: file.read_bytes() for file in (self.asar.folder / "releases" / period).iterdir()}


def draft_of(folder):
    return folder.with_name(folder.name + ".draft")


if __name__ == "__main__":
    PROGRAM, AUDIT = sys.argv.pop(1), sys.argv.pop(1)
    unittest.main()
