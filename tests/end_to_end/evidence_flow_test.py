#!/usr/bin/env python3
"""Documents are kept beside the log with the real program; then one is changed, one is lost, one lies there that no
entry names, and each is told with the entry that names it.

Usage: evidence_flow_test.py ASAR [unittest options]
"""
import hashlib
import json
import os
import shutil
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))
from asar_program import Asar, Refused  # noqa: E402
from asked_for.story import LANGUAGES, Story  # noqa: E402

PROGRAM = None
MAPPINGS = Path(__file__).parent / "import"
PAYMENTS = """Trans No,Paid Date,Type,Supplier ID,Amount
1,02/01/2017,Revenue,17,100.00
2,03/01/2017,Capital,18,250.00
"""
FINDINGS, TAMPERED, NOT_FOUND, CONFLICT, NO_LEDGER = 3, 4, 5, 6, 10


class Evidence(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.temporary = tempfile.TemporaryDirectory(prefix="asar-evidence-")
        cls.folder = Path(cls.temporary.name)
        cls.story = s = Story(PROGRAM, cls.folder / "ledger")
        s.begin()
        cls.kept = cls.folder / "ledger/evidence"
        cls.papers = {name: cls.folder / f"{name}.pdf" for name in ("extract", "rating", "plan", "remark")}
        for name, file in cls.papers.items():
            file.write_bytes(b"%PDF-1.7 a made-up " + name.encode())
        cls.before = s.asar.raw("--json", "evidence", "check")
        cls.hashes = {name: s.asar.run("evidence", "add", file)["hash"] for name, file in cls.papers.items()}
        cls.organisation = s.organisation("Sample Watch")
        cls.verified = s.now_by(s.clerk, "organisationVerify", organisation=cls.organisation, registry="sample",
                                document=cls.hashes["extract"])
        cls.rated = s.now_by(s.auditor, "riskRate", organisation=cls.organisation, level="low",
                             document=cls.hashes["rating"])
        cls.again = s.now_by(s.auditor, "riskRate", organisation=cls.organisation, level="high",
                             document=cls.hashes["rating"])
        cls.visit = s.now_by(s.clerk, "monitoringVisitRecord", visit=s.new(), office=s.office, project=s.project,
                             verdict="remarks", document=cls.hashes["extract"],
                             findings=[{"aspect": "records", "document": cls.hashes["remark"]}])
        cls.audit = s.now_by(s.auditor, "auditOpen", audit=s.new(), organisation=cls.organisation, from_=s.day(-9),
                             to=s.day(), document=cls.hashes["plan"])

    @classmethod
    def tearDownClass(cls):
        cls.temporary.cleanup()

    def setUp(self):
        """As it was added, whatever the test before did."""
        for name, hash_ in self.hashes.items():
            place = self.place(hash_)
            if place.is_dir():
                place.rmdir()
            else:
                place.unlink(missing_ok=True)
            place.write_bytes(self.papers[name].read_bytes())

    def place(self, hash_):
        return self.kept / hash_[:2] / hash_

    def check(self, *options):
        done = self.story.asar.raw("--json", "evidence", "check", *options)
        return done.returncode, json.loads(done.stdout)["data"]

    def refused(self, reason, code, *words):
        with self.assertRaises(Refused) as refused:
            self.story.asar.run("evidence", *words)
        self.assertEqual((refused.exception.error["code"], refused.exception.code), (f"E_{reason}", code))
        return refused.exception.error["message"]

    def test_a_document_is_kept_under_its_hash_for_its_owner_alone(self):
        for name, file in self.papers.items():
            self.assertEqual(self.hashes[name], hashlib.sha256(file.read_bytes()).hexdigest())
        told = self.story.asar.run("evidence", "add", self.papers["plan"])
        self.assertEqual(told, {"hash": self.hashes["plan"], "bytes": 23, "type": "application/pdf", "known": True})
        fresh = self.folder / "fresh.txt"
        fresh.write_text("fresh")
        done = self.story.asar.raw("evidence", "add", fresh)
        hash_ = hashlib.sha256(b"fresh").hexdigest()
        self.assertEqual((done.returncode, done.stdout), (0, hash_ + "\n"), "alone, for a shell")
        self.assertIn("5", done.stderr)
        self.assertEqual(os.stat(self.place(hash_)).st_mode & 0o777, 0o600)
        self.assertEqual(os.stat(self.kept).st_mode & 0o777, 0o700)
        code, told = self.check()
        self.assertEqual((code, told["unreferenced"]), (0, [hash_]), "no entry names it: told, and no finding")
        self.place(hash_).unlink()

    def test_all_that_the_log_names_is_there(self):
        code, told = self.check()
        self.assertEqual((code, told["named"], told["present"], told["findings"]), (0, 4, 4, []))
        self.assertEqual(told["bytes"], sum(file.stat().st_size for file in self.papers.values()))
        self.assertEqual((told["unreferenced"], told["strays"], told["size"]),
                         ([], [], self.story.asar.run("status")["size"]))

    def test_before_any_command_names_one_there_is_nothing_to_look_for(self):
        self.assertEqual(self.before.returncode, 0, self.before.stderr)
        self.assertEqual(json.loads(self.before.stdout)["data"]["named"], 0)

    def test_documents_in_the_items_of_a_list_are_looked_for_too(self):
        self.place(self.hashes["remark"]).unlink()
        code, told = self.check()
        self.assertEqual((code, [(one["entry"], one["hash"]) for one in told["findings"]]),
                         (FINDINGS, [(self.visit, self.hashes["remark"])]))

    def test_an_altered_document_is_a_finding_with_its_entry(self):
        place = self.place(self.hashes["rating"])
        flipped = bytearray(place.read_bytes())
        flipped[10] ^= 1
        place.write_bytes(flipped)
        code, told = self.check()
        self.assertEqual((code, told["altered"], told["present"], told["missing"]), (FINDINGS, 1, 3, 0))
        one = told["findings"][0]
        self.assertEqual((one["entry"], one["event"], one["field"], one["hash"], one["state"], one["times"]),
                         (self.rated, "RiskRated", "document", self.hashes["rating"], "altered", 2))
        self.refused("EVIDENCE_ALTERED", TAMPERED, "open", self.hashes["rating"], "--out", self.folder / "never")
        self.assertFalse((self.folder / "never").exists())
        message = self.refused("EVIDENCE_ALTERED", TAMPERED, "add", self.papers["rating"])
        self.assertIn("away", message)
        self.assertEqual(place.read_bytes(), flipped, "what somebody put there is not written over")

    def test_a_missing_document_is_a_finding_with_its_entry(self):
        self.place(self.hashes["extract"]).unlink()
        self.place(self.hashes["plan"]).unlink()
        code, told = self.check()
        self.assertEqual((code, told["missing"], told["present"]), (FINDINGS, 2, 2))
        self.assertEqual([(one["entry"], one["state"]) for one in told["findings"]],
                         [(self.verified, "missing"), (self.audit, "missing")])
        for language in LANGUAGES:
            done = self.story.asar.raw("--lang", language, "evidence", "check")
            self.assertEqual(done.returncode, FINDINGS, done.stderr)
            self.assertRegex(done.stdout, rf"{self.verified}.*OrganisationVerified\.document.*{self.hashes['extract']}")
        self.refused("EVIDENCE_MISSING", NOT_FOUND, "open", self.hashes["plan"], "--out", self.folder / "never")
        self.story.asar.run("evidence", "add", self.papers["plan"])
        self.assertEqual(self.check()[1]["missing"], 1, "added again, it is there")

    def test_what_is_no_file_at_all_ends_no_program(self):
        for name, make in (("extract", lambda place: place.mkdir()), ("rating", os.mkfifo),
                           ("plan", lambda place: place.symlink_to(self.papers["plan"]))):
            self.place(self.hashes[name]).unlink()
            make(self.place(self.hashes[name]))
        code, told = self.check()
        self.assertEqual((code, told["altered"], told["present"]), (FINDINGS, 3, 1))

    def test_a_document_is_opened_into_a_new_file(self):
        out = self.folder / "opened.pdf"
        told = self.story.asar.run("evidence", "open", self.hashes["plan"], "--out", out)
        self.assertEqual((out.read_bytes(), told["type"]), (self.papers["plan"].read_bytes(), "application/pdf"))
        self.refused("FILE_EXISTS", CONFLICT, "open", self.hashes["plan"], "--out", out)
        self.refused("USAGE", 2, "open", "../../etc/passwd", "--out", self.folder / "never")
        self.refused("EVIDENCE_MISSING", NOT_FOUND, "open", "0" * 64, "--out", self.folder / "never")

    def test_what_is_no_document_is_refused(self):
        empty = self.folder / "empty"
        empty.write_bytes(b"")
        self.refused("EVIDENCE_EMPTY", 1, "add", empty)
        self.refused("FILE_MISSING", NOT_FOUND, "add", self.folder / "absent")
        self.refused("NO_PLAIN_FILE", 1, "add", self.folder)
        done = subprocess.run([PROGRAM, "--data", self.folder / "nothing", "evidence", "add", self.papers["plan"]],
                              capture_output=True, check=False)
        self.assertEqual(done.returncode, NO_LEDGER)
        self.assertFalse((self.folder / "nothing").exists())

    def backed_up(self):
        """A backup of all of it, where the test may do harm."""
        backup = Path(tempfile.mkdtemp(dir=self.folder)) / "backup"
        done = self.story.asar.raw("--json", "backup", "create", backup)
        return backup, done.returncode, json.loads(done.stdout)["data"]["evidence"]

    def restored(self, backup):
        ledger = Asar(PROGRAM, backup.parent / "ledger")
        done = ledger.raw("--json", "backup", "restore", backup)
        told = json.loads(done.stdout)["data"]
        self.assertEqual((told["size"], ledger.run("status")["size"]), (self.story.asar.run("status")["size"],) * 2)
        return ledger, done.returncode, told["evidence"]

    def test_a_backup_takes_the_documents_along_and_they_come_back(self):
        fresh = self.folder / "fresh.txt"
        fresh.write_text("named by nothing yet")
        unnamed = self.place(self.story.asar.run("evidence", "add", fresh)["hash"])
        backup, code, told = self.backed_up()
        self.assertEqual((code, told["documents"], told["leftOut"]), (0, 5, []))
        ledger, code, told = self.restored(backup)
        self.assertEqual((code, told["documents"], told["named"], told["findings"]), (0, 5, 4, []))
        for place in [unnamed, *map(self.place, self.hashes.values())]:
            again = ledger.folder / place.relative_to(self.kept.parent)
            self.assertEqual(again.read_bytes(), place.read_bytes())
            self.assertEqual((os.stat(again).st_mode & 0o777, os.stat(again.parent).st_mode & 0o777), (0o600, 0o700))
        self.assertEqual(ledger.run("evidence", "check")["present"], 4)
        unnamed.unlink()

    def test_what_is_altered_is_left_out_of_a_backup_and_told(self):
        self.place(self.hashes["rating"]).write_bytes(b"another")
        backup, code, told = self.backed_up()
        self.assertEqual((code, told["documents"], [(one["hash"], one["state"]) for one in told["leftOut"]]),
                         (FINDINGS, 3, [(self.hashes["rating"], "altered")]))
        _, code, told = self.restored(backup)
        self.assertEqual((code, [(one["entry"], one["state"]) for one in told["findings"]], told["leftOut"]),
                         (FINDINGS, [(self.rated, "missing")], []))

    def test_what_a_backup_has_lost_or_that_was_altered_in_it_is_a_finding_of_the_restoring(self):
        backup, code, _ = self.backed_up()
        self.assertEqual(code, 0)
        inside = {name: backup / "evidence" / hash_[:2] / hash_ for name, hash_ in self.hashes.items()}
        inside["plan"].unlink()
        inside["rating"].write_bytes(b"another")
        inside["remark"].unlink()
        inside["remark"].symlink_to(self.papers["remark"])
        ledger, code, told = self.restored(backup)
        self.assertEqual({one["hash"] for one in told["leftOut"] if one["state"] == "missing"}, {self.hashes["plan"]})
        self.assertEqual((code, told["documents"], told["missing"], told["altered"]), (FINDINGS, 1, 1, 2))
        self.assertEqual([(one["entry"], one["hash"], one["state"]) for one in told["findings"]],
                         [(self.rated, self.hashes["rating"], "altered"),
                          (self.visit, self.hashes["remark"], "altered"),
                          (self.audit, self.hashes["plan"], "missing")])
        ledger.run("evidence", "add", self.papers["plan"])
        self.assertEqual(ledger.raw("evidence", "check").returncode, FINDINGS)
        for language in LANGUAGES:
            another = Asar(PROGRAM, backup.parent / language)
            done = another.raw("--lang", language, "backup", "restore", backup)
            self.assertEqual(done.returncode, FINDINGS, done.stderr)
            self.assertRegex(done.stdout, rf"{self.audit}.*AuditOpened\.document.*{self.hashes['plan']}")

    def test_a_backup_that_lost_all_documents_is_told_from_that_of_a_ledger_which_kept_none(self):
        backup, _, _ = self.backed_up()
        shutil.rmtree(backup / "evidence")
        ledger, code, told = self.restored(backup)
        self.assertEqual((code, told["missing"], len(told["leftOut"])), (FINDINGS, 4, 4))
        for text, expected in (("", 0), ("no hash\n", FINDINGS)):
            (backup / "evidence.list").write_text(text)
            shutil.rmtree(ledger.folder)
            _, code, told = self.restored(backup)
            self.assertEqual((code, told["missing"]), (expected, 4), text)
        self.assertIn("evidence.list, line 1", told["why"])
        (backup / "evidence.list").unlink()
        shutil.rmtree(ledger.folder)
        _, code, told = self.restored(backup)
        self.assertEqual(code, FINDINGS)
        self.assertIn("evidence.list", told["why"])

    def test_a_backup_whose_documents_are_no_folder_ends_no_program(self):
        backup, _, _ = self.backed_up()
        shutil.rmtree(backup / "evidence")
        ledger, code, told = self.restored(backup)
        self.assertEqual(ledger.raw("evidence", "check").returncode, FINDINGS)
        shutil.rmtree(backup.parent / "ledger")
        (backup / "evidence").write_text("no folder")
        _, code, told = self.restored(backup)
        self.assertEqual((code, told["missing"]), (FINDINGS, 4))
        self.assertIn("no folder", told["why"])


class Imported(unittest.TestCase):
    def test_rows_of_a_source_are_no_documents_but_the_source_is_one(self):
        with tempfile.TemporaryDirectory(prefix="asar-evidence-") as name:
            folder = Path(name)
            s = Story(PROGRAM, folder / "ledger")
            s.begin()
            importer = s.holder("importer")
            source, mapping = folder / "payments.csv", MAPPINGS / "council_payments.toml"
            source.write_text(PAYMENTS, encoding="utf-8")
            s.asar.run("import", source, "--mapping", mapping, "--key", importer.key_file, "--set",
                       f"office={s.office}", "--set", f"programme={s.programme}")
            done = s.asar.raw("--json", "evidence", "check")
            told = json.loads(done.stdout)["data"]
            self.assertEqual((done.returncode, told["missing"], told["importedRows"]), (FINDINGS, 2, 2))
            self.assertEqual([one["field"] for one in told["findings"]], ["sourceHash", "mappingHash"])
            self.assertEqual(s.asar.run("evidence", "add", source)["hash"], told["findings"][0]["hash"])
            s.asar.run("evidence", "add", mapping)
            told = s.asar.run("evidence", "check")
            self.assertEqual((told["present"], told["missing"], told["importedRows"]), (2, 0, 2))



if __name__ == "__main__":
    PROGRAM = sys.argv.pop(1)
    unittest.main()
