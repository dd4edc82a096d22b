#!/usr/bin/env python3
"""A person is registered with her name and number, shown to those who may see them, corrected, erased, and looked for
everywhere.

Usage: personal_values_test.py ASAR ASAR_AUDIT [unittest options]
"""
import base64
import datetime
import json
import os
import shutil
import subprocess
import sys
import tempfile
import unittest
import unicodedata
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))
from asar_program import Asar, Refused  # noqa: E402

PROGRAM = None
AUDIT = None
NAME = "Үлгібек Сынақов"
IIN = "901231400003"
OTHER_IIN = "901231400013"
OTHER_NAME = "Үлгібек Сынақұлы"
PHONE, OTHER_PHONE = "+77010000001", "+77010000002"


def names(english):
    return {"kk": english, "ru": english, "en": english}


def spellings(text):
    """The forms in which a text could be left lying about."""
    plain = text.encode()
    forms = {plain, unicodedata.normalize("NFD", text).encode(), text.encode("utf-16-le"), text.encode("utf-16-be"),
             plain.hex().encode(), base64.b64encode(plain).rstrip(b"="), json.dumps(text)[1:-1].encode()}
    return sorted(forms)


def files_holding(folders, needles):
    """Every file below these folders that holds one of the needles."""
    found = []
    for folder in folders:
        for path in sorted(Path(folder).rglob("*")):
            if path.is_file() and not path.is_symlink():
                content = path.read_bytes()
                found += [str(path) for needle in needles if needle in content]
    return found


class PersonalValues(unittest.TestCase):
    def setUp(self):
        self.temporary = tempfile.TemporaryDirectory(prefix="asar-vault-")
        self.addCleanup(self.temporary.cleanup)
        self.root = Path(self.temporary.name)
        self.scratch, self.said = self.root / "tmp", self.root / "said"
        self.scratch.mkdir()
        self.said.mkdir()
        self.asar = Asar(PROGRAM, self.root / "ledger")
        self.asar.environment |= {"TMPDIR": str(self.scratch), "ASAR_VAULT_PASSPHRASE": "a sample passphrase",
                                  "ASAR_LOG_LEVEL": "debug"}
        self.first, self.second = self.asar.found()
        self.office = self.asar.new_id()
        self.asar.decide_by_two(self.first, self.second, "officeEstablish", office=self.office, kind="regional",
                                region="KZ-75", names=names("Sample Front Office"))
        self.clerk = self.asar.register(self.first, self.office, "clerk")
        self.asar.decide_by_two(self.first, self.second, "roleGrant", person=self.clerk.id, role="clerk",
                                scope=self.office)

    def init(self):
        return self.asar.run("vault", "init")

    def submission(self, person, iin=IIN, **more):
        return {"command": "personRegister", "person": person, "office": self.office, "region": "KZ-75",
                "ageBand": "from18to35", "ageBasis": "vault",
                "openings": [{"field": "name", "value": NAME}, {"field": "iin", "value": iin}], **more}

    def register(self, iin=IIN, options=()):
        person = self.asar.new_id()
        self.asar.submit(self.clerk, self.submission(person, iin), options=options)
        return person

    def show(self, person, reader=None, purpose="registration"):
        reader = reader or self.clerk
        return {one["field"]: one["value"] for one in self.asar.run(
            "person", "show", person, "--key", reader.key_file, "--for", purpose)["values"]}

    def erase(self, person):
        proposal = self.asar.run("person", "erase", person, "--key", self.clerk.key_file, "--signed-at", self.asar.now)
        self.assertFalse(proposal["erased"])
        for one in proposal["entries"]:
            self.asar.endorse(self.first, one["entry"])

    def correct(self, person, *values, signer=None, options=()):
        """The receipt of a correction; its values are never in a file or on the command line."""
        signer = signer or self.clerk
        lines = "\n".join(json.dumps({"field": field, "value": value}, ensure_ascii=False) for field, value in values)
        return self.asar.run("person", "correct", person, "--key", signer.key_file, "--signed-at", self.asar.now,
                             *options, text_in=lines)["receipts"][0]

    def paper(self):
        file = self.root / "paper"
        file.write_text("an act of the registry office", encoding="utf-8")
        return ("--document", file)

    def refused(self, reason, code, work, *words, **more):
        with self.assertRaises(Refused) as caught:
            work(*words, **more)
        self.assertEqual((caught.exception.error["code"], caught.exception.code), (f"E_{reason}", code),
                         caught.exception.error)
        self.assertNotIn(IIN, json.dumps(caught.exception.error))
        self.assertNotIn(NAME, json.dumps(caught.exception.error, ensure_ascii=False))
        return caught.exception.error

    def holding(self, needles):
        """The ledger's files, those left in the folder for temporary ones, and what the programs said on stderr."""
        (self.said / "stderr").write_text(self.asar.stderr, encoding="utf-8")
        return files_holding([self.root / "ledger", self.scratch, self.said], needles)

    def audit(self):
        bundle = self.root / "bundle.zip"
        bundle.unlink(missing_ok=True)
        self.asar.run("checkpoint", "create")
        self.asar.run("audit", "bundle", bundle)
        done = subprocess.run([AUDIT, "verify", bundle, "--json"], capture_output=True, text=True, check=False)
        self.asar.stderr += done.stderr
        return json.loads(done.stdout)["verdict"], done.returncode

    def test_without_a_vault_openings_are_refused_and_say_what_to_do(self):
        error = self.refused("VAULT_ABSENT", 1, self.register)
        self.assertIn("asar vault init", error["message"])
        self.refused("VAULT_ABSENT", 5, self.asar.run, "vault", "status")

    def test_values_are_checked_and_never_echoed(self):
        self.init()
        self.refused("BAD_IIN", 1, self.register, iin="901231400004")
        self.refused("PERSON_KNOWN", 6, lambda: (self.register(), self.register()))
        mixed = self.submission(self.asar.new_id(), openings=[{"field": "name", "value": NAME + "a"}])
        self.refused("BAD_NAME", 1, self.asar.submit, self.clerk, mixed)
        for basis in ("vault", "declared"):
            older = self.submission(self.asar.new_id(), OTHER_IIN, ageBand="from36to59", ageBasis=basis)
            self.refused("AGE_DIFFERS", 1, self.asar.submit, self.clerk, older)

    def test_an_age_set_anew_is_shown_by_a_day_of_birth(self):
        self.init()
        person = self.register()
        self.asar.now = "2026-12-31T00:00:00+05:00"  # the birthday

        def set_band(basis, *born, band="from36to59"):
            openings = [{"field": "birthDate", "value": day} for day in born]
            self.asar.submit(self.clerk, {"command": "ageBandSet", "person": person, "ageBand": band,
                                          "ageBasis": basis, "occurredAt": self.asar.now, "openings": openings})

        self.refused("AGE_UNPROVED", 1, set_band, "vault")
        for basis in ("vault", "declared"):
            self.refused("AGE_DIFFERS", 1, set_band, basis, "1991-01-01")
        set_band("vault", "1990-12-31")
        self.assertEqual(self.show(person), {"name": NAME, "iin": IIN, "birthDate": "1990-12-31"})
        set_band("declared", band="from60")
        self.assertEqual(self.audit(), ("OK", 0))

    def test_shown_to_those_who_may_see_and_each_time_is_listed(self):
        self.init()
        person = self.register()
        stranger = self.asar.register(self.first, self.office, "stranger")
        self.assertEqual(self.show(person), {"name": NAME, "iin": IIN})
        self.refused("ROLE_MISSING", 7, self.show, person, stranger)
        self.refused("ROLE_MISSING", 7, self.show, person, self.first)
        self.refused("USAGE", 2, self.show, person, None, "curiosity")
        lists = sorted((self.asar.folder / "vault/access").glob("*.jsonl"))
        lines = [json.loads(line) for one in lists for line in one.read_text().splitlines()]
        self.assertEqual([(line["reader"], line["person"], line["fields"]) for line in lines],
                         [(self.clerk.id, person, ["iin", "name"])])
        self.asar.environment["ASAR_VAULT_PASSPHRASE"] = "another"
        self.refused("WRONG_PASSPHRASE", 7, self.show, person)
        self.refused("WRONG_PASSPHRASE", 7, self.register, OTHER_IIN)

    def test_a_vault_that_was_only_begun_is_made_afresh_and_one_in_use_needs_its_key(self):
        key_file = Path(self.init()["keyFile"])
        key_file.unlink()
        self.refused("VAULT_KEY_MISSING", 7, self.register)
        self.refused("VAULT_KEY_MISSING", 7, self.init)
        (self.asar.folder / "vault/in-use").unlink()  # as a crash leaves it, before the key was kept
        self.refused("VAULT_ABSENT", 1, self.register)
        self.init()
        self.assertEqual(self.show(self.register())["iin"], IIN)

    def test_a_repeated_run_records_and_keeps_nothing_twice(self):
        self.init()
        person, first_id = self.asar.new_id(), self.asar.new_id()
        for known in (False, True):
            receipts = self.asar.submit(self.clerk, self.submission(person), options=["--submission-id", first_id])
            self.assertEqual([one["alreadyKnown"] for one in receipts], [known])
        self.assertEqual(self.asar.run("vault", "status")["values"], 2)

    def test_the_list_of_a_day_enters_the_log(self):
        self.init()
        self.show(self.register())
        operator = self.asar.register(self.first, self.office, "operator")
        self.asar.decide_by_two(self.first, self.second, "roleGrant", person=operator.id, role="operator")
        day = sorted((self.asar.folder / "vault/access").glob("*.jsonl"))[0].stem
        command = self.asar.run("vault", "accesses", day)
        self.assertEqual(command["accesses"], 1)
        # The ledger's own time is that of its demonstration: there the day must be over in UTC.
        next_day = datetime.date.fromisoformat(day) + datetime.timedelta(days=1)
        self.asar.now = f"{next_day}T04:59:59+05:00"
        self.refused("IN_FUTURE", 1, self.asar.submit, operator, command)
        self.asar.now = f"{next_day}T05:00:00+05:00"
        recorded = self.asar.submit(operator, command)[0]["submission"] + 1
        self.assertEqual(self.asar.run("event", "show", recorded)["body"]["accesses"], 1)
        self.refused("WRONG_STATE", 1, self.asar.submit, operator, {**command, "accesses": 2})
        self.assertEqual(self.audit(), ("OK", 0))

    def test_an_erasure_whose_checkpoint_could_not_be_signed_says_so(self):
        self.init()
        person = self.register()
        key = self.asar.folder / "keys" / "log.key"
        key.rename(self.root / "log.key")
        done = self.asar.raw("person", "erase", person, "--key", self.clerk.key_file, "--signed-at", self.asar.now)
        self.assertEqual(done.returncode, 0, done.stdout + done.stderr)
        self.assertIn("no checkpoint was signed", done.stderr)

    def test_erased_means_that_nothing_is_found_anywhere(self):
        self.init()
        person, other = self.register(), self.register(OTHER_IIN)
        self.show(person)
        self.audit()
        self.asar.run("report", "national")
        before = self.boxes(person)
        self.assertEqual(len(before), 3)
        needles = spellings(NAME) + spellings(IIN)
        self.assertEqual(self.holding(needles), [], "nothing is in the clear while it is kept")
        for box in before:
            self.assertNotEqual(self.holding([box]), [], "the search finds what is there")
        planted = self.scratch / "left-behind"
        for needle in needles:
            planted.write_bytes(b"before" + needle + b"after")
            self.assertEqual(self.holding(needles)[:1], [str(planted)], "the search finds a leak")
        planted.unlink()
        said = self.asar.stderr
        self.assertIn("ledger.opened", said, "at this level the programs say what they do")
        for value in (NAME, IIN):
            self.asar.stderr = said + value
            self.assertEqual(set(self.holding(needles)), {str(self.said / "stderr")}, "and a leak there is found")
        self.asar.stderr = said

        self.erase(person)
        self.refused("PERSON_ERASED", 5, self.show, person)
        self.assertEqual(self.holding(needles + before), [])
        check = self.asar.run("person", "verify-erasure", person)
        self.assertTrue(check["complete"])
        self.assertEqual((check["keyPresent"], check["values"], check["indexRows"], check["filesWithId"]),
                         (False, 0, 0, 0))
        self.assertFalse(check["rotatedSince"])
        self.assertEqual(self.show(other), {"name": NAME, "iin": OTHER_IIN}, "the others stay")
        self.assertEqual(self.audit(), ("OK", 0), "every proof still holds")
        again = self.asar.run("person", "erase", person, "--key", self.clerk.key_file, "--signed-at", self.asar.now)
        self.assertTrue(again["erased"])
        self.refused("NOT_ERASED", 5, self.asar.run, "person", "verify-erasure", other)

    def test_a_corrected_value_takes_the_place_of_the_one_before(self):
        self.init()
        person = self.asar.register(self.first, self.office, "volunteer")
        self.correct(person.id, ("phone", PHONE), ("email", "sample@example.kz"), signer=person)
        self.assertEqual(self.show(person.id), {"phone": PHONE, "email": "sample@example.kz"})
        self.correct(person.id, ("phone", OTHER_PHONE), options=("--reason", "mistake"))
        self.assertEqual(self.show(person.id), {"phone": OTHER_PHONE, "email": "sample@example.kz"})
        self.refused("DOCUMENT_MISSING", 1, self.correct, person.id, ("name", NAME))
        self.refused("SAME_PERSON", 7, self.correct, person.id, ("name", NAME), signer=person, options=self.paper())
        recorded = self.correct(person.id, ("name", NAME), options=self.paper())["submission"] + 1
        body = self.asar.run("event", "show", recorded)["body"]
        self.assertEqual((body["reason"], [one["tag"] for one in body["commitments"]]), ("changed", [7]))
        self.assertEqual(self.show(person.id)["name"], NAME)
        self.refused("FIELD_OF_AGE", 1, self.correct, person.id, ("iin", IIN), options=self.paper())
        self.refused("BAD_VALUE", 1, self.correct, person.id, ("phone", "87010000001"))
        self.refused("USAGE", 2, self.correct, person.id)
        self.refused("USAGE", 2, self.correct, person.id, ("phone", PHONE), options=("--reason", "whim"))
        self.assertEqual(self.audit(), ("OK", 0))

    def test_corrected_means_that_the_value_before_is_found_nowhere(self):
        self.init()
        person = self.register()
        self.correct(person, ("phone", PHONE))
        before = self.boxes(person)
        self.assertEqual(len(before), 4, "of the key and three values")
        self.correct(person, ("name", OTHER_NAME), options=self.paper())
        self.correct(person, ("phone", OTHER_PHONE))
        gone = [box for box in before if not self.holding([box])]
        self.assertEqual(len(gone), 2, "the boxes of the name and the phone before")
        now = {"name": OTHER_NAME, "iin": IIN, "phone": OTHER_PHONE}
        self.assertEqual(self.show(person), now)
        self.assertEqual(self.holding([form for text in (NAME, PHONE, *now.values()) for form in spellings(text)]), [])
        self.assertEqual(self.audit(), ("OK", 0), "every proof still holds")
        self.asar.run("vault", "rotate")
        self.assertEqual(self.show(person), now)

        boxes = self.boxes(person)
        self.erase(person)
        self.assertEqual(self.holding(boxes), [])
        self.assertTrue(self.asar.run("person", "verify-erasure", person)["complete"])
        self.refused("WRONG_STATE", 1, self.correct, person, ("phone", PHONE))
        self.assertEqual(self.asar.run("vault", "status")["values"], 0)
        self.assertEqual(self.audit(), ("OK", 0))

    def test_a_number_that_was_corrected_is_free_again(self):
        self.init()
        person = self.register()

        def set_iin(iin):
            self.asar.submit(self.clerk, {"command": "ageBandSet", "person": person, "ageBand": "from18to35",
                                          "ageBasis": "vault", "occurredAt": self.asar.now,
                                          "openings": [{"field": "iin", "value": iin}]})

        set_iin(IIN)
        self.assertEqual(self.asar.run("vault", "status")["values"], 2, "the same number, under another salt")
        self.refused("PERSON_KNOWN", 6, self.register)
        set_iin(OTHER_IIN)
        self.assertEqual(self.show(person), {"name": NAME, "iin": OTHER_IIN})
        self.refused("PERSON_KNOWN", 6, self.register, OTHER_IIN)
        self.register()

    def test_a_submission_sent_again_brings_nothing_back(self):
        self.init()
        person, first_id, second_id = (self.asar.new_id() for _ in range(3))
        once = ["--submission-id", first_id]
        self.asar.submit(self.clerk, self.submission(person), options=once)
        again = ("--submission-id", second_id, "--occurred-at", self.asar.now, *self.paper())
        for known in (False, True):
            self.assertEqual(self.correct(person, ("name", OTHER_NAME), options=again)["alreadyKnown"], known)
        self.assertTrue(self.asar.submit(self.clerk, self.submission(person), options=once)[0]["alreadyKnown"])
        self.assertEqual(self.show(person), {"name": OTHER_NAME, "iin": IIN})
        self.refused("SUBMISSION_CONFLICT", 6, self.correct, person, ("phone", PHONE), options=again)

    def test_a_merged_person_is_erased_in_every_profile_whichever_is_named(self):
        self.init()
        kept, absorbed, stranger = self.register(), self.register(OTHER_IIN), self.register("950701400014")
        self.asar.decide_by_two(self.first, self.second, "profilesMerge", person=kept, absorbed=absorbed,
                                document="ab" * 32, occurredAt=self.asar.now)
        boxes = self.boxes(kept) + self.boxes(absorbed)
        self.assertEqual(len(boxes), 6)
        proposal = self.asar.run("person", "erase", absorbed, "--key", self.clerk.key_file, "--signed-at",
                                 self.asar.now)
        self.assertFalse(proposal["erased"])
        self.assertEqual([one["profile"] for one in proposal["entries"]], [kept, absorbed])
        entries = [one["entry"] for one in proposal["entries"]]
        self.assertEqual(entries[1], entries[0] + 1, "in one submission")
        self.asar.endorse(self.first, entries[1])
        for named in (kept, absorbed):
            error = self.refused("NOT_ERASED", 5, self.asar.run, "person", "verify-erasure", named)
            self.assertIn(kept, error["message"])
        self.asar.endorse(self.first, entries[0])
        for named in (kept, absorbed):
            check = self.asar.run("person", "verify-erasure", named)
            self.assertTrue(check["complete"])
            self.assertEqual([(one["profile"], one["keyPresent"], one["values"], one["indexRows"], one["filesWithId"])
                              for one in check["profiles"]],
                             [(profile, False, 0, 0, 0) for profile in (kept, absorbed)])
            self.refused("PERSON_ERASED", 5, self.show, named)
        needles = spellings(NAME) + spellings(IIN) + spellings(OTHER_IIN)
        self.assertEqual(self.holding(needles + boxes), [])
        self.assertEqual(self.show(stranger), {"name": NAME, "iin": "950701400014"}, "the others stay")
        again = self.asar.run("person", "erase", kept, "--key", self.clerk.key_file, "--signed-at", self.asar.now)
        self.assertEqual((again["erased"], again["entries"]), (True, []))
        self.assertEqual(self.audit(), ("OK", 0))

    def test_an_older_copy_of_the_vault_opens_no_more(self):
        self.init()
        person, other = self.register(), self.register(OTHER_IIN)
        vault, copy = self.asar.folder / "vault", self.root / "copy"
        shutil.copytree(vault, copy)
        self.erase(person)
        self.asar.run("vault", "rotate")
        self.assertTrue(self.asar.run("person", "verify-erasure", person)["rotatedSince"])
        self.assertEqual(self.show(other)["iin"], OTHER_IIN)
        shutil.rmtree(vault)
        shutil.copytree(copy, vault)
        self.refused("VAULT_OUTDATED", 7, self.show, other)
        self.refused("VAULT_OUTDATED", 7, self.register, "950701400014")
        (vault / "store-1").rename(vault / "store-2")
        self.refused("VAULT_OUTDATED", 7, self.show, other)

    def test_an_older_copy_put_back_under_its_own_key_is_swept(self):
        self.init()
        person = self.register()
        vault, copy = self.asar.folder / "vault", self.root / "copy"
        shutil.copytree(vault, copy)
        self.erase(person)
        shutil.rmtree(vault)
        shutil.copytree(copy, vault)
        boxes = self.boxes(person)
        self.assertEqual(len(boxes), 3, "it came back with the copy")
        self.register(OTHER_IIN)
        self.assertEqual(files_holding([self.asar.folder], boxes), [], "and went when the ledger was opened")

    def boxes(self, person):
        """The bytes that the vault keeps of a person: the box of the key and those of the values."""
        wanted = self.id_bytes(person).hex().upper()
        store = sorted((self.asar.folder / "vault").glob("store-*"))[-1]
        # Of a copy: whoever reads with `ldb` also writes.
        with tempfile.TemporaryDirectory() as folder:
            shutil.copytree(store, Path(folder) / "store")
            done = subprocess.run(["ldb", f"--db={folder}/store", "scan", "--hex"], capture_output=True, text=True,
                                  check=True)
        rows = [line.split(" : ") for line in done.stdout.splitlines() if " : " in line]
        return [bytes.fromhex(value[2:]) for key, value in rows if key[2:4] in ("6B", "76") and wanted in key]

    @staticmethod
    def id_bytes(text):
        number = 0
        for character in text:
            number = number * 32 + "0123456789abcdefghjkmnpqrstvwxyz".index(character)
        return number.to_bytes(16, "big")


if __name__ == "__main__":
    PROGRAM = os.path.abspath(sys.argv.pop(1))
    AUDIT = os.path.abspath(sys.argv.pop(1))
    if shutil.which("ldb") is None:
        print("SKIPPED: ldb of rocksdb-tools is not here")
        sys.exit(77)
    unittest.main(verbosity=2)
