#!/usr/bin/env python3
"""The two real programs against each other: `asar` makes bundles, `asar-audit` has to find every change made to them.

Usage: program_test.py ASAR ASAR_AUDIT [unittest options]
"""
import hashlib
import json
import random
import shutil
import subprocess
import sys
import tempfile
import unittest
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1] / "end_to_end"))
from asar_program import Asar  # noqa: E402

PROGRAM = None
AUDIT = None
FLIPS = 500
PROCESSES = 2

OK, NOT_CHECKED, USAGE, WRONG = 0, 1, 2, 4


def names(english):
    return {"kk": english, "ru": english, "en": english}


def audit(path, *options):
    """Exit code and first word of the verdict."""
    done = subprocess.run([AUDIT, "verify", str(path), "--json", "--threads", "1", *map(str, options)],
                          capture_output=True, text=True, check=False, timeout=60)
    report = json.loads(done.stdout) if done.stdout else {"verdict": "", "exit": done.returncode}
    assert report["exit"] == done.returncode, done
    return done.returncode, report["verdict"].split(" ")[0]


class Ledger:
    """A founding, an office, three people in office, hours claimed and attested: as few bytes as that takes."""

    def __init__(self, folder):
        self.asar = Asar(PROGRAM, folder / "ledger")
        asar = self.asar
        self.first, self.second = asar.found()
        self.office, self.ngo, self.programme, project, activity, self.hours = (asar.new_id() for _ in range(6))
        self.decide({"command": "officeEstablish", "office": self.office, "kind": "national", "names": names("Office")})
        self.decide({"command": "programmeDefine", "programme": self.programme, "office": self.office,
                     "direction": "umit", "names": names("Programme")})
        self.before = asar.run("checkpoint", "create")["note"]
        staff, volunteer = asar.new_person("staff"), asar.new_person("volunteer")
        asar.submit(self.first, *(self.registration(person) for person in (staff, volunteer)),
                    *(asar.run("key", "request", person.key_file) for person in (staff, volunteer)))
        self.decide({"command": "roleGrant", "person": staff.id, "role": "clerk"})
        asar.submit(staff, {"command": "organisationRegister", "organisation": self.ngo, "office": self.office,
                            "kind": "ngo", "names": names("Hands"), "region": "KZ-75"})
        self.decide({"command": "roleGrant", "person": staff.id, "role": "officer", "scope": self.ngo},
                    {"command": "roleGrant", "person": staff.id, "role": "attestor", "scope": self.ngo})
        asar.submit(staff, {"command": "projectStart", "project": project, "programme": self.programme,
                            "region": "KZ-75", "organisation": self.ngo, "from": "2026-03-01", "to": "2026-12-31",
                            "names": names("Project")})
        asar.submit(staff, {"command": "activitySchedule", "activity": activity, "project": project, "kind": "event",
                            "starts": "2026-03-10T09:00:00+05:00", "ends": "2026-03-10T18:00:00+05:00"})
        asar.now = "2026-03-11T09:00:00+05:00"
        asar.submit(volunteer, {"command": "hoursClaim", "hours": self.hours, "volunteer": volunteer.id,
                                "activity": activity, "occurredAt": "2026-03-10T10:00:00+05:00", "minutes": 90,
                                "role": "sorter", "timeBasis": "unpaid", "presence": "onsite"})
        asar.submit(staff, {"command": "hoursAttest", "hours": self.hours, "minutes": 60, "method": "present",
                            "reason": "leftEarly", "occurredAt": asar.now})
        self.staff, self.volunteer = staff, volunteer
        self.go_on()
        asar.run("checkpoint", "create")
        status = asar.run("status")
        self.pins = ["--vkey", status["vkey"], "--ledger", status["ledger"]]

    def go_on(self):
        """What a larger ledger records before its checkpoint."""

    def registration(self, person):
        return {"command": "personRegister", "person": person.id, "office": self.office, "region": "KZ-75",
                "ageBand": "from18to35", "ageBasis": "declared"}

    def decide(self, *commands):
        """By both authorities, in one submission each."""
        self.agree(self.first, self.second, *commands)

    def agree(self, one, other, *commands):
        first = self.asar.submit(one, *commands)[0]["submission"] + 1
        leaves = [self.asar.run("event", "show", first + i)["leafHash"] for i in range(len(commands))]
        self.asar.submit(other, *({"command": "endorse", "proposal": leaf} for leaf in leaves))


class LaterLedger(Ledger):
    """The same with a grant, a sub-award out of it that is paid out and paid for, and a credit for the hour served."""

    def go_on(self):
        self.fund, self.branch = (self.asar.new_id() for _ in range(2))
        self.people()
        self.grant = self.awarded(self.fund, self.ngo, 100000)
        self.paid(self.grant, 100000, self.staff, {"line": "small", "costType": "regrant", "amount": 100000})
        self.sub_award = self.awarded(self.ngo, self.branch, 30000, parent=self.grant, parentLine="small")
        payment = self.paid(self.sub_award, 30000, self.helper,
                            {"line": "things", "costType": "equipment", "amount": 30000})
        self.asar.submit(self.staff, {
            "command": "expenditureRecord", "grant": self.grant, "expenditure": self.asar.new_id(), "line": "small",
            "amount": {"minor": 30000, "currency": "KZT"}, "documentHash": hashlib.sha256(b"statement").hexdigest(),
            "documentKind": "statement", "documentNumber": "ST-1", "documentDate": "2026-03-11",
            "vendor": "KZ-BIN-000140000022", "method": "bank", "disbursement": payment, "occurredAt": self.asar.now})
        self.credited()

    def people(self):
        asar = self.asar
        self.funders, self.payer, self.helper = ([asar.new_person(f"funder-{number}") for number in range(2)],
                                                 asar.new_person("payer"), asar.new_person("helper"))
        everybody = (*self.funders, self.payer, self.helper)
        asar.submit(self.first, *(self.registration(person) for person in everybody),
                    *(asar.run("key", "request", person.key_file) for person in everybody))
        asar.submit(self.staff, *({"command": "organisationRegister", "organisation": organisation,
                                   "office": self.office, "kind": kind, "names": names(kind), "region": "KZ-75"}
                                  for organisation, kind in ((self.fund, "foundation"), (self.branch, "ngo"))))
        roles = [(person, role, scope) for scope in (self.fund, self.ngo)
                 for person, role in ((self.funders[0], "funder"), (self.funders[1], "funder"), (self.payer, "payer"))]
        self.decide(*({"command": "roleGrant", "person": person.id, "role": role, "scope": scope}
                      for person, role, scope in (*roles, (self.helper, "officer", self.branch))))

    def awarded(self, funder, grantee, minor, **fields):
        grant = self.asar.new_id()
        self.agree(*self.funders, {
            "command": "grantAward", "grant": grant, "number": f"G-{minor}", "title": "A sample grant",
            "funder": funder, "grantee": grantee, "programme": self.programme, "region": "KZ-75",
            "amount": {"minor": minor, "currency": "KZT"}, "grantClass": "other", "source": "state",
            "occurredAt": self.asar.now, **fields})
        return grant

    def paid(self, grant, minor, officer, line):
        payment, now = self.asar.new_id(), {"grant": grant, "occurredAt": self.asar.now}
        self.agree(self.funders[0], officer, {
            "command": "agreementSign", "number": "A-1", "lines": [line],
            "tranches": [{"number": 1, "amount": minor, "due": "2026-03-31"}], "eligibleFrom": "2026-03-01",
            "eligibleTo": "2026-06-30", **now})
        self.agree(*self.funders, {"command": "trancheApprove", "tranche": 1, **now})
        self.asar.submit(self.payer, {
            "command": "trancheDisburse", "disbursement": payment, "tranche": 1,
            "amount": {"minor": minor, "currency": "KZT"}, "paymentReference": f"PAY-{minor}", **now})
        return payment

    def credited(self):
        policy = self.asar.new_id()
        self.decide({"command": "policyPublish", "policy": policy, "kind": "creditRules", "version": "1",
                     "status": "inForce", "source": "A sample rule of credit", "validFrom": "2026-03-01",
                     "creditRules": {"benefit": "workExperience", "unit": "hour", "timeBases": ["unpaid"],
                                     "window": "unlimited", "rounding": "wholeHours", "doubleUse": "experience"}})
        self.asar.submit(self.helper, {
            "command": "creditGrant", "credit": self.asar.new_id(), "person": self.volunteer.id,
            "organisation": self.branch, "creditPolicy": policy, "day": "2026-03-11", "ageBand": "from18to35",
            "credits": 1, "used": [{"hours": self.hours, "minutes": 60}], "occurredAt": self.asar.now})


class Flips:
    """A seeded sample of bytes of some files; each is flipped in turn, judged, and put back."""

    def __init__(self, files, count, seed):
        # Spread over the files by their size, and at least one in each.
        generator = random.Random(seed)
        places = [(file, at) for file in files for at in range(file.stat().st_size)]
        chosen = {(file, generator.randrange(file.stat().st_size)) for file in files if file.stat().st_size}
        rest = [place for place in places if place not in chosen]
        chosen.update(generator.sample(rest, min(len(rest), count - len(chosen))))
        self.places = sorted(chosen)
        self.bits = {place: 1 << generator.randrange(8) for place in self.places}

    def judged(self, root, judge, work):
        """What `judge` says of each flip, in copies of `root` below `work`, so that two can run beside each other."""
        copies = []
        for number in range(PROCESSES):
            copy = work / f"{root.name}.{number}"
            shutil.copytree(root, copy) if root.is_dir() else shutil.copyfile(root, copy)
            copies.append(copy)
        with ThreadPoolExecutor(PROCESSES) as pool:
            parts = pool.map(lambda number: self.part(root, judge, copies[number], number), range(PROCESSES))
            return dict(item for part in parts for item in part)

    def part(self, root, judge, copy, number):
        found = []
        for file, at in self.places[number::PROCESSES]:
            target = copy if root.is_file() else copy / file.relative_to(root)
            honest = target.read_bytes()
            target.write_bytes(honest[:at] + bytes([honest[at] ^ self.bits[file, at]]) + honest[at + 1:])
            found.append(((file, at), judge(copy)))
            target.write_bytes(honest)
        return found


class Exports:
    """One ledger and its three forms of export; each test works on copies. In each form any byte may be wrong."""

    made, flips = Ledger, FLIPS

    @classmethod
    def setUpClass(cls):
        cls.temporary = tempfile.TemporaryDirectory(prefix="asar-audit-")
        cls.folder = Path(cls.temporary.name)
        cls.ledger = cls.made(cls.folder)
        cls.zip, cls.bundle, cls.tiles = (cls.folder / name for name in ("bundle.zip", "bundle", "tiles"))
        cls.ledger.asar.run("audit", "bundle", cls.zip)
        cls.ledger.asar.run("audit", "bundle", cls.bundle, "--directory")
        cls.ledger.asar.run("export", "tiles", cls.tiles)
        cls.pins = cls.ledger.pins

    @classmethod
    def tearDownClass(cls):
        cls.temporary.cleanup()

    def setUp(self):
        self.work = Path(tempfile.mkdtemp(dir=self.folder))

    def files(self, root):
        return sorted(path for path in root.rglob("*") if path.is_file())

    def copy(self, root):
        copy = self.work / f"copy-{root.name}"
        shutil.copytree(root, copy)
        return copy

    def test_what_the_ledger_exports_is_ok_in_every_form(self):
        for export in (self.zip, self.bundle, self.tiles):
            for options in ([], self.pins, ["--integrity-only"]):
                self.assertEqual(audit(export, *options), (OK, "OK"), f"{export} {options}")
        self.assertIn(f'"minutes":{{"{self.ledger.volunteer.id}":60}}', (self.bundle / "figures.json").read_text())

    def expect_all_found(self, judged, words):
        for (file, at), (code, word) in judged.items():
            self.assertEqual(code, WRONG, f"byte {at} of {file.name}: exit {code} {word}")
            self.assertIn(word, words(file), f"byte {at} of {file.name}")

    def test_every_flipped_byte_of_a_sample_of_the_zip_is_damage(self):
        flips = Flips([self.zip], self.flips, 20260301)
        self.assertEqual(len(flips.places), self.flips)
        judged = flips.judged(self.zip, lambda path: audit(path, *self.pins), self.work)
        self.expect_all_found(judged, lambda _: {"BUNDLE_DAMAGED"})

    def test_every_flipped_byte_of_a_sample_of_the_folder_is_damage(self):
        flips = Flips(self.files(self.bundle), self.flips, 20260302)
        judged = flips.judged(self.bundle, lambda path: audit(path, *self.pins), self.work)
        self.expect_all_found(judged, lambda _: {"BUNDLE_DAMAGED"})

    def test_flipped_bytes_of_bare_tiles_betray_themselves(self):
        """Without checksums and manifest: checkpoint, tiles and entries hold each other."""
        words = {"checkpoint": {"BAD_SIGNATURE", "ORIGIN_MISMATCH"}, "tile/0": {"TILE_TAMPERED"},
                 # The founding, too, says of which origin and ledger it is.
                 "tile/entries": {"ORIGIN_MISMATCH", "TILE_TAMPERED", "ENTRY_TAMPERED"}}

        def words_of(file):
            return words["/".join(file.relative_to(self.tiles).parts[:2])]

        flips = Flips(self.files(self.tiles), self.flips // 2, 20260303)
        judged = flips.judged(self.tiles, lambda path: audit(path, *self.pins), self.work)
        self.expect_all_found(judged, words_of)


class LaterBundles(Exports, unittest.TestCase):
    """Of a ledger with sub-awards and credits."""

    made, flips = LaterLedger, FLIPS // 2

    def test_sub_awards_and_credits_are_there_and_recounted(self):
        self.assertLess(self.zip.stat().st_size, 64 * 1024)
        figures = json.loads((self.bundle / "figures.json").read_text())
        self.assertEqual({grant: figures["grants"][grant]["spent"] for grant in (self.ledger.grant,
                                                                                 self.ledger.sub_award)},
                         {self.ledger.grant: 30000, self.ledger.sub_award: 0})
        credited = self.ledger.asar.run("event", "list", "--event", "CreditGranted", "--limit", 9)["entries"]
        self.assertEqual(len(credited), 1)


class Bundles(Exports, unittest.TestCase):
    """Of a small ledger; more than a byte is wrong, too."""

    def test_a_bundle_of_a_small_ledger_is_small(self):
        self.assertLessEqual(self.zip.stat().st_size, 20 * 1024)

    def test_canary_a_judge_that_leaves_files_out_misses_their_bytes(self):
        """A planted weakness: only checkpoint and tiles are looked at. Exactly the flips elsewhere are missed."""

        def weak(path):
            bare = path.parent / f"{path.name}.bare"
            shutil.copytree(path, bare, ignore=shutil.ignore_patterns("README", "figures.json", "manifest"))
            verdict = audit(bare, *self.pins)
            shutil.rmtree(bare)
            return verdict

        flips = Flips(self.files(self.bundle), 60, 20260304)
        judged = flips.judged(self.bundle, weak, self.work)
        missed = {file.name for (file, _), (code, _) in judged.items() if code == OK}
        self.assertEqual(missed, {"README", "figures.json", "manifest"})
        with self.assertRaises(AssertionError):
            self.expect_all_found(judged, lambda _: {"BUNDLE_DAMAGED"})

    def test_a_bundle_cut_short_or_made_longer_is_damage(self):
        honest = self.zip.read_bytes()
        target = self.work / "cut.zip"
        for content in (b"", honest[:1], honest[:-1], honest[:len(honest) // 2], honest + b"\n", b"\n" + honest):
            target.write_bytes(content)
            self.assertEqual(audit(target), (WRONG, "BUNDLE_DAMAGED"), len(content))

    def test_a_folder_that_lacks_or_gains_a_file_is_damage(self):
        for file in self.files(self.bundle):
            copy = self.copy(self.bundle)
            (copy / file.relative_to(self.bundle)).unlink()
            self.assertEqual(audit(copy, *self.pins), (WRONG, "BUNDLE_DAMAGED"), f"without {file.name}")
            shutil.rmtree(copy)
        for name in ("stranger", "tile/stranger", "tile/0/000", "tile/entries/x001/000"):
            copy = self.copy(self.bundle)
            (copy / name).parent.mkdir(parents=True, exist_ok=True)
            (copy / name).write_bytes(b"x")
            self.assertEqual(audit(copy, *self.pins), (WRONG, "BUNDLE_DAMAGED"), f"with {name}")
            shutil.rmtree(copy)

    def test_a_bundle_without_a_tile_is_damage_whatever_its_manifest_says(self):
        for name in ("tile/entries/000.p", "tile/0/000.p"):
            copy = self.copy(self.bundle)
            shutil.rmtree(copy / name)
            lines = (copy / "manifest").read_text().splitlines(keepends=True)
            (copy / "manifest").write_text("".join(line for line in lines if f"  {name}/" not in line))
            self.assertEqual(audit(copy, *self.pins), (WRONG, "BUNDLE_DAMAGED"), f"without {name}")
            shutil.rmtree(copy)

    # What could not be checked is neither right nor wrong.

    def test_what_cannot_be_read_is_not_checked_and_never_ok(self):
        self.assertEqual(audit(self.folder / "nowhere.zip"), (NOT_CHECKED, "COULD_NOT_CHECK"))
        for file in self.files(self.tiles):
            copy = self.copy(self.tiles)
            (copy / file.relative_to(self.tiles)).unlink()
            self.assertEqual(audit(copy, *self.pins), (NOT_CHECKED, "COULD_NOT_CHECK"), f"without {file.name}")
            shutil.rmtree(copy)
        empty = self.work / "empty"
        empty.mkdir()
        self.assertEqual(audit(empty), (NOT_CHECKED, "COULD_NOT_CHECK"))
        strange = self.work / "strange-checkpoint"
        strange.write_text("no checkpoint\n")
        self.assertEqual(audit(self.zip, "--old", strange), (NOT_CHECKED, "COULD_NOT_CHECK"))

    def test_what_is_wrong_outweighs_what_is_not_there(self):
        copy = self.copy(self.tiles)
        next(copy.glob("tile/entries/*.p/*")).unlink()
        other = self.ledger.asar.new_id()
        checkpoint = copy / "checkpoint"
        checkpoint.write_bytes(checkpoint.read_bytes().replace(b"\n", b"x\n", 1))
        self.assertEqual(audit(copy, *self.pins), (WRONG, "ORIGIN_MISMATCH"))
        self.assertEqual(audit(self.zip, "--ledger", other), (WRONG, "ORIGIN_MISMATCH"))

    def test_a_wrong_call_is_a_usage_error(self):
        calls = (["--vkey", "nonsense"], ["--ledger", "nonsense"], ["--old", self.folder / "nowhere"],
                 ["--threads", "0"], ["--unknown"], ["another"])
        for options in calls:
            self.assertEqual(audit(self.zip, *options)[0], USAGE, options)
        for words in ([], ["verify"], ["unknown"]):
            self.assertEqual(subprocess.run([AUDIT, *words], capture_output=True, check=False).returncode, USAGE, words)
        for words in (["--help"], ["--version"], ["verify", "--help"]):
            self.assertEqual(subprocess.run([AUDIT, *words], capture_output=True, check=False).returncode, OK, words)

    def test_a_running_writer_is_nothing_to_the_audit(self):
        """Only writers can find a ledger locked: the audit reads exports and never meets a lock."""
        lock = self.ledger.asar.folder / "log" / "LOCK"
        self.assertTrue(lock.exists())
        self.assertEqual(audit(self.ledger.asar.folder), (NOT_CHECKED, "COULD_NOT_CHECK"))

    # What was seen earlier.

    def test_a_log_is_held_to_what_was_seen_of_it(self):
        earlier = self.work / "earlier"
        earlier.write_text(self.ledger.before)
        self.assertEqual(audit(self.zip, "--old", earlier, *self.pins), (OK, "OK"))
        earlier.write_text(self.ledger.before.replace("\n", "x\n", 1))
        self.assertEqual(audit(self.zip, "--old", earlier, *self.pins), (WRONG, "ORIGIN_MISMATCH"))

    def test_two_histories_from_one_backup_are_a_fork_and_the_shorter_one_a_rollback(self):
        asar = self.ledger.asar
        asar.run("backup", "create", self.work / "backup")
        notes = []
        for number in (1, 2):
            restored = Asar(PROGRAM, self.work / f"restored-{number}")
            restored.run("backup", "restore", self.work / "backup")
            for name in ("keys", "asar.toml"):
                source, target = asar.folder / name, restored.folder / name
                if source.is_dir():
                    shutil.copytree(source, target, dirs_exist_ok=True)
                elif source.exists():
                    shutil.copyfile(source, target)
            restored.now = "2026-03-12T09:00:00+05:00"
            person = restored.new_id()
            restored.submit(self.ledger.first, {"command": "personRegister", "person": person, "region": "KZ-75",
                                                "office": self.ledger.office, "ageBand": "unknown",
                                                "ageBasis": "declared"})
            note = self.work / f"note-{number}"
            note.write_text(restored.run("checkpoint", "create")["note"])
            restored.run("audit", "bundle", self.work / f"bundle-{number}.zip")
            notes.append(note)
        one = self.work / "bundle-1.zip"
        self.assertEqual(audit(one, "--old", notes[0], *self.pins), (OK, "OK"))
        self.assertEqual(audit(one, "--old", notes[1], *self.pins), (WRONG, "FORK"))
        self.assertEqual(audit(self.zip, "--old", notes[0], *self.pins), (WRONG, "ROLLBACK"))


if __name__ == "__main__":
    PROGRAM, AUDIT = sys.argv.pop(1), sys.argv.pop(1)
    unittest.main()
