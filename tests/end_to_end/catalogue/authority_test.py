#!/usr/bin/env python3
"""Attacks on who may sign what, against the real programs: keys that are none, signatures of something else, commands
sent twice, one person in two seats. Everything happens in one ledger, and an auditor then finds nothing in it.

Usage: authority_test.py ASAR ASAR-AUDIT [unittest options]
"""
import base64
import json
import subprocess
import sys
import tempfile
import time
import unittest
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

HERE = Path(__file__).parent
sys.path[:0] = [str(HERE), str(HERE.parent), str(HERE.parent / "verifier")]

try:
    from nacl.signing import SigningKey
except ImportError:
    print("SKIPPED: this python3 has no nacl: the package python3-nacl is for that of /usr/bin")
    sys.exit(77)

import curve  # noqa: E402
from asar_program import Person, Refused  # noqa: E402
from asked_for.story import Story  # noqa: E402

PROGRAM = AUDIT = None
REFUSED, USAGE, CONFLICT, NOT_THEIRS, LOCKED = 1, 2, 6, 7, 8
CONTEXT = b"asar/pop/v1"
ID_LETTERS = "0123456789abcdefghjkmnpqrstvwxyz"


def coded(octets):
    return base64.b64encode(octets).decode()


def id_bytes(text):
    number = 0
    for letter in text:
        number = number << 5 | ID_LETTERS.index(letter)
    return number.to_bytes(16, "big")


def seed_of(person):
    return SigningKey(base64.b64decode(json.loads(Path(person.key_file).read_text())["seed"]))


def setUpModule():
    Authority.temporary = tempfile.TemporaryDirectory(prefix="asar-authority-")
    Authority.story = Story(PROGRAM, Path(Authority.temporary.name) / "ledger")
    Authority.story.begin()
    Authority.ledger = Authority.story.asar.run("status")["ledger"]


def tearDownModule():
    """Nothing that was tried has left anything behind that an auditor would name."""
    with Authority.temporary as folder:
        bundle = Path(folder) / "bundle.zip"
        Authority.story.publish()
        Authority.story.asar.run("audit", "bundle", bundle)
        told = subprocess.run([AUDIT, "verify", str(bundle), "--json"], capture_output=True, text=True, check=False)
        assert json.loads(told.stdout)["verdict"] == "OK", told.stdout


class Authority(unittest.TestCase):
    """One ledger for all; each test comes a day after the one before it."""

    temporary = story = ledger = None

    def setUp(self):
        self.story.later(days=1)

    def refused(self, reason, code, act, /, *words, **fields):
        """Nothing is recorded, and the refusal has this name and exit code."""
        before = self.recorded()
        with self.assertRaises(Refused) as refused:
            act(*words, **fields)
        error = refused.exception.error
        self.assertEqual((error["code"], refused.exception.code), (f"E_{reason}", code), error)
        self.assertEqual(self.recorded(), before)

    def recorded(self):
        """How many entries the head file promises: it has two slots of 4096 bytes."""
        head = (self.story.asar.folder / "head").read_bytes()
        return max(int.from_bytes(head[at + 8:at + 16], "big") for at in (0, 4096))

    def second_key(self, person, name):
        """Another key of a person, registered by herself."""
        asar = self.story.asar
        made = asar.run("key", "create", asar.keys / f"{name}.key", "--person", person.id)
        other = Person(made["file"], person.id)
        asar.submit(person, asar.run("key", "request", other.key_file))
        return other


class Keys(Authority):
    def registration(self, key, possession=None, person=None):
        return {"command": "keyRegister", "person": person or self.newcomer, "key": coded(key),
                "possession": coded(possession if possession is not None else bytes(64))}

    def setUp(self):
        super().setUp()
        self.newcomer = self.story.new()
        self.story.by(self.story.clerk, "personRegister", person=self.newcomer, office=self.story.office,
                      region="KZ-75", ageBand="from18to35", ageBasis="declared")

    def register(self, key, possession=None):
        self.story.asar.submit(self.story.clerk, self.registration(key, possession))

    def possession(self, key, ledger=None, person=None, context=CONTEXT):
        message = context + id_bytes(ledger or self.ledger) + id_bytes(person or self.newcomer)
        return key.sign(message + key.verify_key.encode()).signature

    def test_keys_of_small_order_under_which_anything_is_signed(self):
        keys = curve.small_order()
        self.assertEqual(len(set(keys)), 14)
        for key in keys:  # with S of zero and the neutral point as R, which a careless verifier takes
            self.refused("KEY_REJECTED", NOT_THEIRS, self.register, key, curve.encoded(1) + bytes(32))

    def test_keys_beyond_the_field_and_keys_of_no_length(self):
        for key in [*curve.beyond_the_field(), b"\xff" * 32]:
            self.refused("KEY_REJECTED", NOT_THEIRS, self.register, key)
        honest = SigningKey.generate().verify_key.encode()
        p256 = b"\x02" + bytes(range(32))
        for key in (b"", honest[:31], honest + b"\0", p256, b"\x04" + bytes(64)):
            self.refused("MALFORMED", REFUSED, self.register, key)

    def test_signatures_in_another_spelling(self):
        key = SigningKey.generate()
        honest = self.possession(key)
        for name, signature in curve.respelt(honest).items():
            reason = "BAD_POSSESSION" if len(signature) == 64 else "MALFORMED"
            with self.subTest(name):
                self.refused(reason, NOT_THEIRS if len(signature) == 64 else REFUSED, self.register,
                             key.verify_key.encode(), signature)
        self.register(key.verify_key.encode(), honest)

    def test_signatures_that_were_made_for_something_else(self):
        key, other = SigningKey.generate(), SigningKey.generate()
        public = key.verify_key.encode()
        checkpoint = self.story.asar.run("checkpoint", "create")["note"].split("\n\n")[0] + "\n"
        wrong = {"a checkpoint's text": key.sign(checkpoint.encode()).signature,
                 "no context": self.possession(key, context=b""),
                 "the context of a submission": self.possession(key, context=b"DSSEv1 46 "),
                 "another ledger": self.possession(key, ledger=self.story.new()),
                 "another person": self.possession(key, person=self.story.new()),
                 "another key": self.possession(other)}
        for name, signature in wrong.items():
            with self.subTest(name):
                self.refused("BAD_POSSESSION", NOT_THEIRS, self.register, public, signature)
        self.register(public, self.possession(key))

    def test_a_key_of_another_purpose_signs_no_command(self):
        log_key = Person(self.story.asar.folder / "keys" / "log.key", self.story.first.id)
        self.refused("KEY_PURPOSE", NOT_THEIRS, self.story.asar.submit, log_key,
                     {"command": "roleGrant", "person": self.newcomer, "role": "auditor"})

    def test_a_revoked_key_signs_nothing_whenever_it_says_to_have_signed(self):
        story, asar = self.story, self.story.asar
        thief = story.holder("attestor", story.ngo)
        second = self.second_key(thief, "second-of-thief")
        hours, stolen = story.claim(60), story.claim(60)
        story.now_by(thief, "hoursAttest", hours=hours, minutes=60, method="present", reason="none")
        before = story.now
        proposed = asar.submit_one(story.first, "roleGrant", person=self.newcomer, role="auditor")
        story.later(hours=1)
        key = seed_of(thief).verify_key.encode()
        self.refused("ROLE_MISSING", NOT_THEIRS, story.by, story.clerk, "keyRevoke", person=thief.id, key=coded(key),
                     reason="stolen")
        story.by(second, "keyRevoke", person=thief.id, key=coded(key), reason="stolen", compromisedSince=before)
        attest = {"hours": stolen, "minutes": 60, "method": "present", "reason": "none"}
        self.refused("KEY_REVOKED", NOT_THEIRS, story.now_by, thief, "hoursAttest", **attest)
        now, asar.now = asar.now, before  # signed before the key ended, and brought after
        self.refused("KEY_REVOKED", NOT_THEIRS, story.now_by, thief, "hoursAttest", **attest)
        asar.now = now
        story.now_by(second, "hoursAttest", **attest)
        asar.endorse(story.second, proposed)

    def test_a_key_is_replaced_by_the_old_key_alone(self):
        story, asar = self.story, self.story.asar
        owner = story.person("owner")
        stranger = story.person("stranger")
        old = seed_of(owner)
        made = asar.run("key", "create", asar.keys / "next.key", "--person", owner.id)
        following = Person(made["file"], owner.id)
        new = seed_of(following)
        fields = {"person": owner.id, "oldKey": coded(old.verify_key.encode()),
                  "newKey": coded(new.verify_key.encode()),
                  "possession": coded(self.possession(new, person=owner.id))}
        second = self.second_key(owner, "second-of-owner")
        self.refused("KEY_UNKNOWN", NOT_THEIRS, story.by, following, "keyRotate", **fields)
        self.refused("ROLE_MISSING", NOT_THEIRS, story.by, story.first, "keyRotate", **fields)
        self.refused("ROLE_MISSING", NOT_THEIRS, story.by, stranger, "keyRotate", **fields)
        self.refused("KEY_UNKNOWN", NOT_THEIRS, story.by, second, "keyRotate", **fields)
        self.refused("BAD_POSSESSION", NOT_THEIRS, story.by, owner, "keyRotate",
                     **{**fields, "possession": coded(bytes(64))})
        story.by(owner, "keyRotate", **fields)
        self.refused("KEY_REVOKED", NOT_THEIRS, story.by, owner, "keyRotate", **fields)


class Sending(Authority):
    def registration(self):
        return {"command": "personRegister", "person": self.story.new(), "office": self.story.office,
                "region": "KZ-75", "ageBand": "from18to35", "ageBasis": "declared"}

    def send(self, command, submission, person=None):
        return self.story.asar.submit(person or self.story.clerk, command, options=["--submission-id", submission])[0]

    @staticmethod
    def in_turn(act, *words):
        """There is one writer at a time: who meets another tries again."""
        while True:
            try:
                return act(*words)
            except Refused as refused:
                if refused.code != LOCKED:
                    raise
            time.sleep(0.02)

    def test_one_submission_sent_again_and_again(self):
        command, submission = self.registration(), self.story.asar.new_id()
        first = self.send(command, submission)
        again = self.send(command, submission)
        self.assertEqual((first.pop("alreadyKnown"), again.pop("alreadyKnown")), (False, True))
        self.assertEqual(first, again)

    def test_one_submission_sent_by_a_hundred_at_once(self):
        command, submission = self.registration(), self.story.asar.new_id()
        size = self.story.asar.run("status")["size"]

        with ThreadPoolExecutor(4) as pool:
            receipts = list(pool.map(lambda _: self.in_turn(self.send, command, submission), range(100)))
        self.assertEqual(sum(not one.pop("alreadyKnown") for one in receipts), 1)
        self.assertEqual(receipts, [receipts[0]] * 100)
        self.assertEqual(self.story.asar.run("status")["size"], size + 2)

    def test_another_command_under_a_known_id(self):
        submission = self.story.asar.new_id()
        first = self.registration()
        self.send(first, submission)
        self.refused("SUBMISSION_CONFLICT", CONFLICT, self.send, self.registration(), submission)
        self.refused("SUBMISSION_CONFLICT", CONFLICT, self.send, first, submission, self.story.second_clerk)

    def test_a_stream_that_moved_on_meanwhile(self):
        story = self.story
        grant = story.agree(story.award(300000), 300000)
        version = 4  # an award and an agreement, each proposed and endorsed
        approve = {"command": "trancheApprove", "grant": grant, "tranche": 1, "occurredAt": story.now}

        def expecting(number):
            return {**approve, "expects": [{"stream": grant, "version": number}]}

        for stale in (version - 1, version + 1, 0):
            self.refused("VERSION_CONFLICT", CONFLICT, story.asar.submit, story.funder, expecting(stale))

        def race(person):
            try:
                self.in_turn(story.asar.submit, person, expecting(version))
            except Refused as refused:
                return refused.code
            return 0

        with ThreadPoolExecutor(2) as pool:
            ends = sorted(pool.map(race, (story.funder, story.second_funder)))
        self.assertEqual(ends, [0, CONFLICT])


class Separation(Authority):
    def attest(self, person, hours):
        self.story.now_by(person, "hoursAttest", hours=hours, minutes=60, method="present", reason="none")

    def delegate(self, person, other, role, within=None, days=5):
        self.story.now_by(person, "delegationSet", delegation=self.story.new(), person=person.id, delegate=other.id,
                          role=role, within=within, from_=self.story.day(), to=self.story.day(days))

    def test_hours_attested_by_who_served_them(self):
        story = self.story
        own = story.claim(60, story.attestor)
        self.refused("SELF_ATTESTATION", NOT_THEIRS, self.attest, story.attestor, own)
        deputy = story.person("deputy-of-attestor")
        self.delegate(story.attestor, deputy, "attestor", story.ngo)
        self.refused("SELF_ATTESTATION", NOT_THEIRS, self.attest, deputy, own)
        self.attest(story.second_attestor, own)

    def test_hours_attested_by_who_claimed_them_for_another(self):
        story = self.story
        clerk = story.role(story.holder("attestor", story.ngo), "clerk", story.office)
        activity, began, hours = story.schedule(), story.now, story.new()
        story.later(hours=10)
        story.asar.submit(clerk, story.command("hoursClaim", {
            "hours": hours, "volunteer": story.volunteer.id, "activity": activity, "occurredAt": began, "minutes": 60,
            "role": "helper", "timeBasis": "unpaid", "presence": "onsite"}), options=["--assurance", "assisted"])
        story.now_by(story.volunteer, "hoursConfirm", hours=hours)
        self.refused("CLAIM_SIGNER_ATTESTS", NOT_THEIRS, self.attest, clerk, hours)
        self.attest(story.attestor, hours)

    def test_hours_of_a_child_attested_by_the_guardian(self):
        story = self.story
        guardian = story.holder("attestor", story.ngo)
        child = story.person("child", "from16to17")
        story.by(story.clerk, "guardianConsentRecord", guardianship=story.new(), person=child.id, guardian=guardian.id,
                 from_=story.day(), to=story.day(30), document="5a" * 32)
        hours = story.claim(60, child)
        self.refused("GUARDIAN_ATTESTS", NOT_THEIRS, self.attest, guardian, hours)
        self.attest(story.attestor, hours)

    def test_one_person_in_both_seats(self):
        story, asar = self.story, self.story.asar
        grant = story.new()
        award = {"grant": grant, "number": story.number("SG"), "title": "A sample grant", "funder": story.fund,
                 "grantee": story.ngo, "programme": story.programme, "region": "KZ-75", "amount": "100000.00 KZT",
                 "grantClass": "small", "source": "state", "occurredAt": story.now}
        proposal = story.by(story.funder, "grantAward", **award)
        self.refused("SAME_PERSON", NOT_THEIRS, asar.endorse, story.funder, proposal)
        self.refused("SAME_PERSON", NOT_THEIRS, asar.endorse, self.second_key(story.funder, "second-of-funder"),
                     proposal)
        deputy = story.person("deputy-of-funder")
        self.delegate(story.funder, deputy, "funder", story.fund)
        self.refused("SAME_PERSON", NOT_THEIRS, asar.endorse, deputy, proposal)
        other = story.person("other-deputy")
        self.delegate(story.funder, other, "funder", story.fund)
        by_deputy = story.by(deputy, "grantAward", **{**award, "grant": story.new(), "number": story.number("SG")})
        self.refused("SAME_PERSON", NOT_THEIRS, asar.endorse, other, by_deputy)
        asar.endorse(story.second_funder, proposal)

    def test_an_endorsement_of_other_bytes_than_were_proposed(self):
        story, asar = self.story, self.story.asar
        proposal = story.by(story.first, "roleGrant", person=story.volunteer.id, role="auditor")
        leaf = asar.run("event", "show", proposal)["leafHash"]
        changed = f"{int(leaf[0], 16) ^ 1:x}" + leaf[1:]
        for other in (changed, "00" * 32, asar.run("event", "show", proposal - 1)["leafHash"]):
            self.refused("PROPOSAL_UNKNOWN", REFUSED, story.by, story.second, "endorse", proposal=other)
        story.by(story.second, "endorse", proposal=leaf)
        self.refused("PROPOSAL_CLOSED", REFUSED, story.by, story.second, "endorse", proposal=leaf)

    def test_the_operator_attests_approves_and_registers_nothing(self):
        story = self.story
        operator = story.holder("operator")
        hours = story.claim(60)
        self.refused("ROLE_MISSING", NOT_THEIRS, self.attest, operator, hours)
        grant = story.agree(story.award(100000), 100000)
        self.refused("ROLE_MISSING", NOT_THEIRS, story.now_by, operator, "trancheApprove", grant=grant, tranche=1)
        self.refused("ROLE_MISSING", NOT_THEIRS, story.by, operator, "personRegister", person=story.new(),
                     office=story.office, region="KZ-75", ageBand="from18to35", ageBasis="declared")
        self.refused("ROLES_INCOMPATIBLE", NOT_THEIRS, story.role, operator, "attestor", story.ngo)
        self.refused("ROLES_INCOMPATIBLE", NOT_THEIRS, self.delegate, story.attestor, operator, "attestor", story.ngo)

    def test_a_delegation_before_and_after_its_days_and_beyond_its_scope(self):
        story = self.story
        deputy, other_ngo = story.person("deputy-for-days"), story.organisation("Other Sample Hands")
        hours = story.claim(60)
        early = {"delegation": story.new(), "person": story.attestor.id, "delegate": deputy.id, "role": "attestor",
                 "within": story.ngo}
        self.refused("BAD_PERIOD", REFUSED, story.now_by, story.attestor, "delegationSet", **early,
                     from_=story.day(), to=story.day(91))
        self.refused("ROLE_NOT_HELD", REFUSED, story.now_by, story.attestor, "delegationSet",
                     **{**early, "within": other_ngo}, from_=story.day(), to=story.day(5))
        self.refused("ROLE_NOT_HELD", REFUSED, story.now_by, story.attestor, "delegationSet",
                     **{**early, "role": "funder"}, from_=story.day(), to=story.day(5))
        story.now_by(story.attestor, "delegationSet", **early, from_=story.day(2), to=story.day(3))
        self.refused("ROLE_MISSING", NOT_THEIRS, self.attest, deputy, hours)
        story.later(days=2)
        self.attest(deputy, hours)
        late = story.claim(60)
        self.refused("ROLE_NOT_HELD", REFUSED, self.delegate, deputy, story.person("third"), "attestor", story.ngo)
        story.later(days=3)
        self.refused("ROLE_MISSING", NOT_THEIRS, self.attest, deputy, late)




if __name__ == "__main__":
    PROGRAM, AUDIT = sys.argv.pop(1), sys.argv.pop(1)
    unittest.main()
