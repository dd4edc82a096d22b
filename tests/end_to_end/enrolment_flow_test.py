#!/usr/bin/env python3
"""Tickets, with the real program: a person registers her first key herself, and another one after a loss.

Usage: enrolment_flow_test.py ASAR [unittest options]
"""
import hashlib
import json
import sys
import tempfile
import unittest
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))
from asar_program import Asar, Person, Refused  # noqa: E402

PROGRAM = None


class Tickets(unittest.TestCase):
    def setUp(self):
        self.temporary = tempfile.TemporaryDirectory(prefix="asar-e2e-")
        self.addCleanup(self.temporary.cleanup)
        self.folder = Path(self.temporary.name)
        self.asar = Asar(PROGRAM, self.folder / "ledger")
        self.first, self.second = self.asar.found()
        self.office = self.asar.new_id()
        self.asar.decide_by_two(self.first, self.second, "officeEstablish", office=self.office, kind="regional",
                                region="KZ-75", names={"kk": "o", "ru": "o", "en": "o"})
        self.clerk = self.asar.register(self.first, self.office, "clerk")
        self.asar.decide_by_two(self.first, self.second, "roleGrant", person=self.clerk.id, role="clerk",
                                scope=self.office)
        self.newcomer = self.asar.new_id()
        self.asar.submit_one(self.clerk, "personRegister", person=self.newcomer, office=self.office, region="KZ-75",
                             ageBand="from18to35", ageBasis="declared")

    def ticket(self, *options):
        """What is said of a ticket, and the command that offers it."""
        file = self.folder / "offer.jsonl"
        made = self.asar.run("key", "ticket", file, "--person", self.newcomer, *options)
        return made, json.loads(file.read_text())

    def key(self, name):
        made = self.asar.run("key", "create", self.asar.keys / f"{name}.key", "--person", self.newcomer)
        return Person(made["file"], self.newcomer)

    def enrol(self, person, ticket, *options):
        return self.asar.run("key", "enrol", "--key", person.key_file, "--signed-at", self.asar.now, *options,
                             text_in=f"{ticket}\n")

    def refused(self, *arguments):
        with self.assertRaises(Refused) as refused:
            self.enrol(*arguments)
        return refused.exception.error["code"]

    def agree(self, person):
        self.asar.submit_one(person, "consentGive", consent=self.asar.new_id(), person=self.newcomer,
                             purpose="publication", textVersion="v1", occurredAt=self.asar.now)

    def test_a_person_registers_her_first_key_herself(self):
        made, offer = self.ticket()
        enrolment, secret = made["ticket"].split(".")
        self.assertEqual((offer["command"], offer["enrolment"], offer["person"]),
                         ("enrolmentOffer", enrolment, self.newcomer))
        self.assertEqual(offer["ticketHash"], hashlib.sha256(bytes.fromhex(secret)).hexdigest())
        self.assertNotIn(secret, json.dumps(offer))
        self.asar.submit(self.clerk, offer)
        key = self.key("newcomer")
        self.assertEqual(self.refused(key, f"{enrolment}.{'0' * 64}"), "E_TICKET_WRONG")
        self.assertEqual(self.refused(key, secret), "E_BAD_TICKET")
        self.enrol(key, made["ticket"])
        self.agree(key)
        self.assertEqual(self.refused(self.key("another"), made["ticket"]), "E_WRONG_STATE")

    def test_the_ticket_is_read_from_a_file_too(self):
        made, offer = self.ticket()
        self.asar.submit(self.clerk, offer)
        file = self.folder / "ticket.txt"
        file.write_text(made["ticket"])
        key = self.key("newcomer")
        self.enrol(key, "", "--ticket-file", file)
        self.agree(key)

    def test_a_registration_that_was_cut_off_is_repeated_under_its_id(self):
        made, offer = self.ticket()
        self.asar.submit(self.clerk, offer)
        key = self.key("newcomer")
        done = self.enrol(key, made["ticket"])
        again = self.enrol(key, made["ticket"], "--submission-id", done["submissionId"])
        self.assertTrue(again["receipts"][0]["alreadyKnown"])

    def test_a_person_who_lost_her_keys_gets_another_one_after_three_days(self):
        made, offer = self.ticket()
        self.asar.submit(self.clerk, offer)
        lost = self.key("lost")
        self.enrol(lost, made["ticket"])
        document = self.folder / "minutes.txt"
        document.write_text("seen by two clerks, with a passport")
        made, offer = self.ticket("--recovery", document)
        self.assertEqual(offer["command"], "keyRecoveryOffer")
        self.assertEqual(offer["document"], hashlib.sha256(document.read_bytes()).hexdigest())
        self.asar.now = "2026-03-02T09:00:00+05:00"
        self.asar.endorse(self.second, self.asar.submit(self.clerk, offer)[0]["submission"] + 1)
        found = self.key("found")
        self.asar.now = "2026-03-05T08:59:59+05:00"
        self.assertEqual(self.refused(found, made["ticket"]), "E_TICKET_EARLY")
        self.asar.now = "2026-03-05T09:00:00+05:00"
        self.enrol(found, made["ticket"])
        self.agree(found)

    def test_she_stops_a_recovery_she_did_not_want(self):
        made, offer = self.ticket()
        self.asar.submit(self.clerk, offer)
        key = self.key("newcomer")
        self.enrol(key, made["ticket"])
        document = self.folder / "minutes.txt"
        document.write_text("forged")
        made, offer = self.ticket("--recovery", document)
        self.asar.endorse(self.second, self.asar.submit(self.clerk, offer)[0]["submission"] + 1)
        self.asar.now = "2026-03-02T09:00:00+05:00"
        self.asar.submit_one(key, "keyRecoveryCancel", enrolment=made["enrolment"], occurredAt=self.asar.now)
        self.asar.now = "2026-03-05T09:00:00+05:00"
        self.assertEqual(self.refused(self.key("thief"), made["ticket"]), "E_WRONG_STATE")

    def test_it_says_in_three_languages_that_the_ticket_is_shown_once(self):
        for language, word in (("en", "shown once"), ("kk", "бір рет"), ("ru", "один раз")):
            file = self.folder / f"{language}.jsonl"
            done = self.asar.raw("--lang", language, "key", "ticket", file, "--person", self.newcomer)
            self.assertEqual(done.returncode, 0, done.stderr)
            self.assertIn(word, done.stderr)
            self.assertRegex(done.stdout, r"\.[0-9a-f]{64}\n")


if __name__ == "__main__":
    PROGRAM = sys.argv.pop(1)
    unittest.main()
