#!/usr/bin/env python3
"""A source with bad rows, imported with the real program: refused, tried, taken without them, repeated, voided.

Usage: import_flow_test.py ASAR [unittest options]
"""
import json
import sys
import tempfile
import unittest
import zipfile
from pathlib import Path

HERE = Path(__file__).parent
sys.path.insert(0, str(HERE.parent))
from asar_program import Asar, Refused  # noqa: E402

PROGRAM = None
DIARIES = """person_seq,diary_year,diary_month,diary_day,holiday,activity_tier_code,minutes
1,2003,1,2,no,159989,45
2,2003,1,3,no,150299,many
2,2003,1,3,no,150102,130
"""


class Import(unittest.TestCase):
    def setUp(self):
        temporary = tempfile.TemporaryDirectory(prefix="asar-import-")
        self.addCleanup(temporary.cleanup)
        self.folder = Path(temporary.name)
        self.asar = asar = Asar(PROGRAM, self.folder / "ledger")
        first, second = asar.found()
        title = {"kk": "Sample", "ru": "Sample", "en": "Sample"}
        self.office, self.programme = asar.new_id(), asar.new_id()
        asar.decide_by_two(first, second, "officeEstablish", office=self.office, kind="national", names=title)
        asar.decide_by_two(first, second, "programmeDefine", programme=self.programme, office=self.office,
                           direction="umit", names=title)
        self.importer = asar.register(first, self.office, "importer")
        asar.decide_by_two(first, second, "roleGrant", person=self.importer.id, role="importer")
        self.source = self.folder / "diaries.csv"
        self.source.write_text(DIARIES, encoding="utf-8")

    def words(self, *options):
        return ["import", self.source, "--mapping", HERE / "time_use_diaries.toml", "--key", self.importer.key_file,
                "--set", f"office={self.office}", "--set", f"programme={self.programme}", *options]

    def bring(self, *options):
        return self.asar.run(*self.words(*options))

    def test_a_source_with_bad_rows_is_taken_only_when_they_may_be_left_out(self):
        before = self.asar.run("status")
        with self.assertRaises(Refused) as refused:
            self.bring()
        self.assertIn("IMPORT_REJECTS", str(refused.exception))
        tried = self.bring("--dry-run")
        self.assertEqual((tried["rows"], tried["rejects"], tried["dryRun"]), (3, 1, True))
        self.assertEqual(self.asar.run("status"), before)
        taken = self.bring("--skip-bad")
        self.assertEqual(taken["totals"]["hoursClaim"], {"commands": 2, "minutes": 175})
        self.assertEqual(taken["unmapped"], {"holiday": 3})
        rejects = (self.folder / "diaries.csv.rejects.csv").read_text(encoding="utf-8").splitlines()
        self.assertEqual(len(rejects), 2)
        self.assertTrue(rejects[1].startswith("1,BAD_NUMBER,"))
        again = self.bring("--skip-bad")
        self.assertEqual((again["batch"], again["partsRecordedBefore"]), (taken["batch"], again["parts"]))
        self.asar.run("import", "void", taken["batch"], "--key", self.importer.key_file)
        with self.assertRaises(Refused) as voided:
            self.bring("--skip-bad")
        self.assertIn("BATCH_VOIDED", str(voided.exception))

    # The diaries are private, and with them how many they were; that the batch was voided takes back what is public.
    def test_what_is_public_tells_of_no_private_import(self):
        taken = self.bring("--skip-bad")
        self.asar.run("import", "void", taken["batch"], "--key", self.importer.key_file)
        file = self.folder / "public.zip"
        self.asar.run("release", "archive", file)
        with zipfile.ZipFile(file) as archive:
            entries = [json.loads(line) for line in archive.read("entries.jsonl").decode().splitlines()]
        self.assertIn("OrganisationRegistered", [entry["event"] for entry in entries])
        self.assertEqual(taken["parts"], 3)
        parts = [entry["body"]["part"] for entry in entries if entry["event"] == "ImportRecorded"]
        self.assertEqual(len(parts), 1, "that of its organisation and project")
        self.assertIn("ImportVoided", [entry["event"] for entry in entries])

    def test_of_a_batch_that_was_private_alone_nothing_is_told_in_public(self):
        asar = self.asar
        batches = {"private": asar.new_id(), "mixed": asar.new_id()}
        for kind, batch in batches.items():
            commands = [{"command": "personRegister", "person": asar.new_id(), "office": self.office,
                         "region": "KZ-75", "ageBand": "unknown", "ageBasis": "declared"}]
            if kind == "mixed":
                commands.append({"command": "organisationRegister", "organisation": asar.new_id(),
                                 "office": self.office, "kind": "ngo", "region": "KZ-75",
                                 "names": {"kk": "Sample", "ru": "Sample", "en": "Sample"}})
            for part, command in enumerate(commands):
                record = {"command": "importRecord", "batch": batch, "part": part, "sourceHash": "5a" * 32,
                          "mappingHash": "5b" * 32, "firstRow": part, "rows": 1}
                asar.submit(self.importer, record, command, options=["--assurance", "imported"])
        void = {"command": "importVoid", "batch": batches["mixed"], "occurredAt": asar.now}
        asar.submit(self.importer, void, options=["--assurance", "imported"])
        voided = asar.run("import", "void", batches["private"], "--key", self.importer.key_file)["index"]
        self.assertEqual(asar.run("event", "show", voided)["body"]["batch"], batches["private"])
        asar.run("checkpoint", "create")
        told = json.dumps(asar.run("report", "entries", "--limit", 99))
        self.assertIn(batches["mixed"], told)
        self.assertNotIn(batches["private"], told)

    def test_a_checkpoint_that_could_not_be_signed_is_said(self):
        def told(*words):
            done = self.asar.raw("--json", *words)
            self.assertEqual(done.returncode, 0, done.stdout + done.stderr)
            self.assertIn("no checkpoint was signed", done.stderr)
            return json.loads(done.stdout)["data"]

        published = self.asar.run("checkpoint", "create")["size"]
        key = self.asar.folder / "keys" / "log.key"
        key.rename(self.folder / "log.key")
        taken = told(*self.words("--skip-bad"))
        told("import", "void", taken["batch"], "--key", self.importer.key_file)
        self.assertEqual(self.asar.run("checkpoint", "show")["size"], published)
        (self.folder / "log.key").rename(key)
        self.assertEqual(self.asar.run("checkpoint", "create")["size"], self.asar.run("status")["size"])


if __name__ == "__main__":
    PROGRAM = sys.argv.pop(1)
    unittest.main()
