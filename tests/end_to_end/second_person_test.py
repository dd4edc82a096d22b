#!/usr/bin/env python3
"""Where one person does not suffice, with the real programs: what comes late into a closed period waits for a second
person, imports into it are refused, and whoever approved a tranche does not pay it.

Usage: second_person_test.py ASAR ASAR-AUDIT [unittest options]
"""
import json
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))
from asar_program import Refused  # noqa: E402
from asked_for.story import Story, digest, tenge  # noqa: E402

PROGRAM = AUDIT = None
NOT_THEIRS = 7  # the exit code for key, role or separation of persons


class SecondPerson(unittest.TestCase):
    """One ledger for all; the tests run in the order of their names, and time goes on."""

    @classmethod
    def setUpClass(cls):
        cls.temporary = tempfile.TemporaryDirectory(prefix="asar-second-")
        cls.story = Story(PROGRAM, Path(cls.temporary.name) / "ledger")
        cls.story.begin()
        cls.second_officer = cls.story.holder("officer", cls.story.ngo)

    @classmethod
    def tearDownClass(cls):
        cls.temporary.cleanup()

    def setUp(self):
        self.story.later(days=1)

    def refused(self, reason, code, act, /, *words, **fields):
        with self.assertRaises(Refused) as refused:
            act(*words, **fields)
        error = refused.exception.error
        self.assertEqual((error["code"], refused.exception.code), (f"E_{reason}", code), error)

    def effect(self, index):
        return self.story.asar.run("event", "show", index)["decision"]["effect"]

    def spent(self, grant):
        return self.story.statement(grant)["spent"]

    def paid_grant(self):
        s = self.story
        grant = s.agree(s.award(300000), 300000)
        s.pay(grant, 300000)
        return grant

    def cost(self, grant, day, whole):
        """The command that records an expenditure of that moment."""
        s, expenditure = self.story, self.story.new()
        return {"grant": grant, "expenditure": expenditure, "line": "things", "amount": tenge(whole),
                "documentHash": digest(expenditure), "documentKind": "invoice", "documentNumber": s.number("INV"),
                "documentDate": day[:10], "vendor": "KZ-BIN-000140000012", "method": "bank", "occurredAt": day}

    def bring(self, importer, batch, *commands):
        s = self.story
        part = s.command("importRecord", {"batch": batch, "part": 0, "sourceHash": digest("file"),
                                          "mappingHash": digest("mapping"), "firstRow": 0, "rows": len(commands)})
        s.asar.submit(importer, part, *commands, options=["--assurance", "imported"])

    def close(self, organisation, officer, day):
        s = self.story
        s.now_by(officer, "periodClose", period=s.new(), organisation=organisation, from_=day, to=day,
                 document=digest("report"))

    def test_1_what_comes_into_a_closed_period_waits_for_a_second_officer(self):
        s = self.story
        grant = self.paid_grant()
        s.spend(grant, 100000)
        closed = s.now
        self.refused("IN_FUTURE", 1, self.close, s.ngo, s.officer, s.day())
        s.later(days=1)
        self.close(s.ngo, s.officer, closed[:10])
        self.refused("PERIOD_TAKEN", 1, self.close, s.ngo, s.officer, closed[:10])
        late = s.by(s.officer, "expenditureRecord", **self.cost(grant, closed, 50000))
        self.assertEqual((self.effect(late), self.spent(grant)), ("proposed", 10000000))
        self.refused("SAME_PERSON", NOT_THEIRS, s.asar.endorse, s.officer, late)
        self.refused("ROLE_MISSING", NOT_THEIRS, s.asar.endorse, s.attestor, late)
        s.asar.endorse(self.second_officer, late)
        self.assertEqual(self.spent(grant), 15000000)
        open_day = s.by(s.officer, "expenditureRecord", **self.cost(grant, s.now, 20000))
        self.assertEqual((self.effect(open_day), self.spent(grant)), ("effective", 17000000), "of today it needs none")

    def test_2_hours_of_a_closed_period_wait_for_a_clerk(self):
        s = self.story
        activity, began = s.schedule(), s.now
        s.later(days=1)
        self.close(s.ngo, s.officer, began[:10])
        hours = s.new()
        claim = s.by(s.volunteer, "hoursClaim", hours=hours, volunteer=s.volunteer.id, activity=activity,
                     occurredAt=began, minutes=60, role="helper", timeBasis="unpaid", presence="onsite")
        self.assertEqual(self.effect(claim), "proposed")
        attest = {"hours": hours, "minutes": 60, "method": "present", "reason": "none"}
        self.refused("UNKNOWN_SUBJECT", 1, s.now_by, s.attestor, "hoursAttest", **attest)
        self.refused("ROLE_MISSING", NOT_THEIRS, s.asar.endorse, s.attestor, claim)
        s.asar.endorse(s.clerk, claim)
        first = s.now_by(s.attestor, "hoursAttest", **attest)
        self.assertEqual((self.effect(first), s.served(s.volunteer)), ("proposed", 0))
        s.asar.endorse(s.second_attestor, first)
        self.assertEqual(s.served(s.volunteer), 60)

    def test_3_an_import_into_a_closed_period_is_refused_and_so_is_its_voiding(self):
        s = self.story
        importer, grant = s.holder("importer"), self.paid_grant()
        batch, late, free = s.new(3)

        def imported(when):
            return {"command": "expenditureRecord", **self.cost(grant, when, 10000)}

        closed = s.now
        self.bring(importer, batch, imported(closed))
        s.later(days=1)
        self.bring(importer, free, imported(s.now))
        self.close(s.ngo, s.officer, closed[:10])
        before = self.spent(grant)
        self.refused("PERIOD_CLOSED", 1, self.bring, importer, late, imported(closed))

        def void(one):
            s.asar.submit(importer, {"command": "importVoid", "batch": one, "occurredAt": s.now},
                          options=["--assurance", "imported"])

        self.refused("PERIOD_CLOSED", 1, void, batch)
        self.assertEqual((before, self.spent(grant)), (2000000, 2000000))
        void(free)
        self.assertEqual(self.spent(grant), 1000000, "the day it brought is open")

    def test_4_whoever_approved_a_tranche_does_not_pay_and_the_other_way_round(self):
        s = self.story
        grant = s.agree(s.award(300000), 300000, tranches=[200000, 100000])
        payment = {"grant": grant, "tranche": 1, "amount": tenge(200000), "paymentReference": "PAY-OWN"}
        s.role(s.funder, "payer", s.fund)
        s.now_two(s.funder, s.second_funder, "trancheApprove", grant=grant, tranche=1)
        self.refused("PAYER_APPROVED", NOT_THEIRS, s.now_by, s.funder, "trancheDisburse", disbursement=s.new(),
                     **payment)
        self.assertEqual(s.statement(grant)["disbursed"], 0)
        s.now_by(s.payer, "trancheDisburse", disbursement=s.new(), **payment)
        self.assertEqual(s.statement(grant)["disbursed"], 20000000)
        s.role(s.payer, "funder", s.fund)
        proposal = {"grant": grant, "tranche": 2}
        self.refused("PAYER_APPROVED", NOT_THEIRS, s.now_by, s.payer, "trancheApprove", **proposal)
        waiting = s.now_by(s.second_funder, "trancheApprove", **proposal)
        self.refused("PAYER_APPROVED", NOT_THEIRS, s.asar.endorse, s.payer, waiting)
        s.asar.endorse(s.funder, waiting)

    def test_5_a_stranger_finds_all_of_it_in_order(self):
        bundle = Path(self.temporary.name) / "bundle.zip"
        self.story.asar.run("checkpoint", "create")
        self.story.asar.run("audit", "bundle", bundle)
        audited = subprocess.run([AUDIT, "verify", bundle, "--json"], capture_output=True, text=True, check=False)
        self.assertEqual((audited.returncode, json.loads(audited.stdout)["verdict"]), (0, "OK"), audited.stdout)


if __name__ == "__main__":
    PROGRAM, AUDIT = sys.argv.pop(1), sys.argv.pop(1)
    unittest.main()
