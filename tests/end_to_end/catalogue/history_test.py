#!/usr/bin/env python3
"""Attacks on history by who runs the ledger: with the key of the log, and some with the keys of everybody. What they
make holds together; `asar-audit` has to see it all the same, and so has the verifier in Python, which shares no code.

Usage: history_test.py ASAR ASAR-AUDIT [unittest options]
"""
import json
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path

HERE = Path(__file__).parent
sys.path[:0] = [str(HERE), str(HERE.parent), str(HERE.parent / "verifier"), str(HERE.parents[1] / "audit")]

try:
    from nacl.signing import SigningKey
except ImportError:
    print("SKIPPED: this python3 has no nacl: the package python3-nacl is for that of /usr/bin")
    sys.exit(77)

import bundle  # noqa: E402
import curve  # noqa: E402
import honest  # noqa: E402
import program_test  # noqa: E402
from capnp import Message  # noqa: E402
from rewriting import Rewriting, keys_below, signed_properly, with_number  # noqa: E402
from verify import Verifier  # noqa: E402

PROGRAM = AUDIT = None
OK, NOT_CHECKED, WRONG = 0, 1, 4


def setUpModule():
    """One ledger, its bundle, and what an auditor remembers of it."""
    History.temporary = tempfile.TemporaryDirectory(prefix="asar-history-")
    History.folder = Path(History.temporary.name)
    program_test.PROGRAM = PROGRAM
    ledger = History.ledger = program_test.LaterLedger(History.folder)
    _, History.vkey, _, History.id = ledger.pins
    file = History.folder / "bundle.zip"
    ledger.asar.run("audit", "bundle", file)
    History.verifier = Verifier(History.vkey, History.id)
    keys = ledger.asar.folder / "keys"
    History.honest = honest.Honest(file.read_bytes(), honest.key_of(keys / "log.key"), History.verifier.schema)
    History.keys = keys_below(keys, ledger.asar.keys)
    History.held = History.folder / "held"
    History.held.write_bytes(History.honest.members["checkpoint"])


def tearDownModule():
    History.temporary.cleanup()


class History(unittest.TestCase):
    temporary = folder = ledger = vkey = id = verifier = honest = keys = held = None

    def zipped(self, entries, **seal):
        return bundle.zipped(bundle.in_order(self.honest.sealed(entries, **seal)))

    def told(self, octets, *options):
        """The report of `asar-audit`; without options the verifier in Python agrees with it."""
        file = self.folder / "judged.zip"
        file.write_bytes(octets)
        done = subprocess.run([AUDIT, "verify", str(file), "--json", "--vkey", self.vkey, "--ledger", self.id,
                               *map(str, options)], capture_output=True, text=True, check=False, timeout=60)
        report = json.loads(done.stdout)
        self.assertEqual(report["exit"], done.returncode)
        return report

    def expect(self, verdict, octets, *options):
        report = self.told(octets, *options)
        self.assertEqual(report["verdict"].split(" ")[0], verdict, report)
        return report

    def both(self, verdict, octets):
        report = self.expect(verdict, octets)
        self.assertEqual(self.verifier.judge(octets).verdict, verdict)
        return report

    def rewriting(self):
        return Rewriting(self.honest, self.keys)

    def last(self, kind):
        """The index of the last event of that kind."""
        return max(index for index in self.honest.events if self.command(index)["which"] == kind)

    def command(self, index):
        return Message(self.honest.schema, "Command", self.honest.values[index].value["event"]["command"]).value

    def header(self, index):
        return Message(self.honest.schema, "Header", self.honest.values[index].value["submission"]["header"]).value

    def minutes_more(self):
        """The log told again with one more minute attested, by everybody who signed in it."""
        places = {self.last("hoursAttest"): "HoursAttest", self.last("creditGrant"): "CreditUse"}
        rewriting = self.rewriting()
        rewriting.command = lambda index, octets: octets if index not in places else with_number(
            self.honest.schema, "Command", octets, places[index], "minutes", 61)
        return rewriting.entries()


class Rewritten(History):
    def test_canary_a_log_told_again_without_a_change_is_the_same(self):
        self.assertEqual(self.zipped(self.rewriting().entries()), self.honest.octets)

    def test_two_entries_swapped_and_chained_anew_without_the_key_of_the_log(self):
        first, middle, end = self.honest.submissions[-3:]
        entries = self.honest.entries
        swapped = entries[:first] + entries[middle:end] + entries[first:middle] + entries[end:]
        swapped = self.honest.linked(swapped, first)
        members = self.honest.sealed(swapped)
        members["checkpoint"] = self.honest.members["checkpoint"]
        members["manifest"] = bundle.manifest_of(members)
        self.both("TILE_TAMPERED", bundle.zipped(bundle.in_order(members)))
        self.both("BAD_SIGNATURE", self.zipped(swapped, key=SigningKey(bytes(range(32)))))

    def test_a_history_told_anew_with_every_key_is_a_fork_to_who_remembers(self):
        """One minute more, long ago. Nothing in the bundle itself betrays it, and every root after it differs."""
        octets = self.zipped(self.minutes_more())
        self.both("OK", octets)
        self.expect("FORK", octets, "--old", self.held)
        report = json.loads(bundle.from_zip(octets)["figures.json"])
        self.assertEqual(report["minutes"][self.ledger.volunteer.id], 61)

    def test_the_proof_of_that_lie_convinces_a_third_person(self):
        lie, proof = self.folder / "lie.zip", self.folder / "lie.proof"
        lie.write_bytes(self.zipped(self.minutes_more()))
        done = subprocess.run([AUDIT, "compare", self.held, lie, "--vkey", self.vkey, "--out", proof], check=False,
                              capture_output=True)
        self.assertEqual(done.returncode, WRONG, done)
        alone = Path(tempfile.mkdtemp(dir=self.folder)) / "lie.proof"
        alone.write_bytes(proof.read_bytes())
        for key, code, verdict in ((self.vkey, WRONG, "FORK"), (self.other_vkey(), WRONG, "ORIGIN_MISMATCH")):
            done = subprocess.run([AUDIT, "verify", alone, "--vkey", key, "--json"], check=False, capture_output=True)
            self.assertEqual((done.returncode, json.loads(done.stdout)["verdict"].split(" ")[0]), (code, verdict))

    def other_vkey(self):
        folder = Path(tempfile.mkdtemp(dir=self.folder))
        made = self.ledger.asar.run("key", "create", folder / "other.key", "--purpose", "log", "--name",
                                    "other.example/log")
        return made["vkey"]

    def test_a_tail_that_was_cut_off_holds_alone_and_not_beside_what_was_seen(self):
        ends = self.honest.submissions
        for end in (ends[-1], ends[-9], ends[len(ends) // 2], ends[1]):
            octets = self.zipped(self.honest.entries[:end])
            self.both("OK", octets)
            self.expect("ROLLBACK", octets, "--old", self.held)

    def test_a_backup_that_went_on_is_a_fork(self):
        """The last submission is gone, another one stands in its place; as long as what was seen, and longer."""
        last = self.honest.submissions[-1]
        rewriting = self.rewriting()
        rewriting.command = lambda index, octets: octets if index <= last else self.another_nonce(octets)
        octets = self.zipped(rewriting.entries())
        self.both("OK", octets)
        self.expect("FORK", octets, "--old", self.held)

    def another_nonce(self, command):
        nonce = Message(self.honest.schema, "Command", command).value["nonce"]
        return command.replace(nonce, bytes(reversed(nonce)), 1)

    def test_the_valid_log_of_another_ledger_in_its_place(self):
        other = program_test.Ledger(Path(tempfile.mkdtemp(dir=self.folder)))
        file = self.folder / "other.zip"
        other.asar.run("audit", "bundle", file)
        self.both("ORIGIN_MISMATCH", file.read_bytes())


class Forged(History):
    """Events that the ledger would have refused, put into the log by who can seal it."""

    def signed_by(self, submission, person):
        """Rewritten so that this submission is signed by another person, with her own key."""
        key = honest.key_of(Path(person.key_file)).verify_key.encode()
        header = self.header(submission)
        rewriting = self.rewriting()
        rewriting.header = lambda index, octets: octets if index != submission else octets.replace(
            header["key"], key).replace(header["person"], program_id(person))
        return self.zipped(rewriting.entries())

    def broken(self, octets, index, rule):
        """One rule is broken, at that entry."""
        report = self.expect("RULE_VIOLATION", octets)
        self.assertEqual(report["verdict"], f"RULE_VIOLATION {index}", report)
        self.assertIn(rule, json.dumps(report["findings"]), report)

    def test_hours_that_the_volunteer_attested_herself(self):
        attested = self.last("hoursAttest")
        self.broken(self.signed_by(attested - 1, self.ledger.volunteer), attested, "SELF_ATTESTATION")

    def test_hours_that_nobody_with_that_role_attested(self):
        attested = self.last("hoursAttest")
        self.broken(self.signed_by(attested - 1, self.ledger.second), attested, "ROLE_MISSING")

    def test_money_paid_out_by_who_runs_the_ledger(self):
        paid = self.last("trancheDisburse")
        self.broken(self.signed_by(paid - 1, self.ledger.first), paid, "ROLE_MISSING")

    def test_a_second_person_who_is_the_first_one(self):
        proposal = self.last("trancheApprove")
        endorsed = min(index for index in self.honest.events if index > proposal)
        self.assertEqual(self.command(endorsed)["which"], "endorse")
        self.broken(self.signed_by(endorsed - 1, self.ledger.funders[0]), endorsed, "SAME_PERSON")

    def test_a_proposal_that_was_changed_after_it_was_endorsed(self):
        """Its proposer signs the change; the second person does not, and endorses what is not there any more."""
        proposal = self.last("trancheApprove")
        endorsed = min(index for index in self.honest.events if index > proposal)
        rewriting = self.rewriting()

        def command(index, octets):
            if index == endorsed:
                return self.honest.values[index].value["event"]["command"]
            return self.another_nonce(octets) if index == proposal else octets

        rewriting.command = command
        report = self.both("CHAIN_BROKEN", self.zipped(rewriting.entries()))
        self.assertEqual(report["verdict"], f"CHAIN_BROKEN {endorsed}", "nobody can tell to which streams it belongs")

    another_nonce = Rewritten.another_nonce

    def test_a_submission_that_was_signed_for_another_ledger(self):
        last = self.honest.submissions[-1]
        rewriting = self.rewriting()
        rewriting.header = lambda index, octets: octets if index != last else octets.replace(
            self.header(last)["ledger"], bytes(15) + b"\x01", 1)
        octets = self.zipped(rewriting.entries())
        self.assertEqual(self.verifier.judge(octets).verdict, "RULE_VIOLATION")
        self.broken(octets, last, "WRONG_LEDGER")

    def test_a_signature_that_was_made_over_something_else(self):
        last = self.honest.submissions[-1]
        other_type = b"application/vnd.asar.login.v1+json"
        ways = {"the bare header": lambda header: header,
                "another type": lambda header: b"DSSEv1 34 %b %d %b" % (other_type, len(header), header),
                "a checkpoint": lambda _: self.honest.checkpoint.text,
                "a possession": lambda header: b"asar/pop/v1" + header}
        for name, message in ways.items():
            with self.subTest(name):
                self.both("BAD_SIGNATURE", self.zipped(self.signed(last, lambda key, header: key.sign(
                    message(header)).signature)))

    def test_signatures_in_another_spelling(self):
        last = self.honest.submissions[-1]
        for name, example in curve.respelt(bytes(64)).items():
            if len(example) == 64:  # of another length it could not be read at all
                with self.subTest(name):
                    self.both("BAD_SIGNATURE", self.zipped(self.signed(last, lambda key, header: curve.respelt(
                        signed_properly(key, header))[name])))

    def signed(self, submission, sign):
        """The log with that submission signed in that way, and all others properly."""
        rewriting = self.rewriting()
        rewriting.sign = lambda index, key, header: (sign if index == submission else signed_properly)(key, header)
        return rewriting.entries()

    def test_kinds_and_rules_of_later_programs_are_neither_right_nor_wrong(self):
        last = self.last("creditGrant")
        kinds = len(self.honest.schema.structs["Command"].union)
        at = self.honest.schema.structs["Command"].union_at // 8
        later_kind = self.rewriting()

        def command(index, octets):
            place = Message(self.honest.schema, "Command", octets).places["Command"] + at if index == last else 0
            return octets if index != last else octets[:place] + (kinds + 7).to_bytes(2, "little") + octets[place + 2:]

        later_kind.command = command
        later_rules = self.rewriting()
        later_rules.entry = lambda index, octets: octets if index != last else with_number(
            self.honest.schema, "Entry", octets, "Decision", "rules", 999, "<H")
        for rewriting in (later_kind, later_rules):
            report = self.told(self.zipped(rewriting.entries()))
            self.assertEqual((report["exit"], report["verdict"]), (NOT_CHECKED, "COULD_NOT_CHECK"), report)
            self.assertEqual(report["findings"], [])
            self.assertTrue(report["notChecked"])


def program_id(person):
    number = 0
    for letter in person.id:
        number = number << 5 | "0123456789abcdefghjkmnpqrstvwxyz".index(letter)
    return number.to_bytes(16, "big")


if __name__ == "__main__":
    PROGRAM, AUDIT = sys.argv.pop(1), sys.argv.pop(1)
    unittest.main()
