#!/usr/bin/env python3
"""A stranger repeats draws with the real program: which expenditure is number 2, which are in the sample, and whether
what was recorded agrees. Reckoned a second time here, from the entries alone.

Usage: draw_flow_test.py ASAR [unittest options]
"""
import hashlib
import json
import re
import sys
import tempfile
import unittest
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))
from asar_program import Refused  # noqa: E402
from asked_for.story import LANGUAGES, Story, digest  # noqa: E402

PROGRAM = None
FINDINGS = 3


def sample_of(seed, population, quantity):
    """The first of the numbers in the order of their hashes, by the text of ledger/schema/README.md."""
    return sorted(range(population), key=lambda number: hashlib.sha256(
        b"asar/draw/v1" + bytes.fromhex(seed) + number.to_bytes(4, "big")).digest())[:quantity]


class Draws(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.temporary = tempfile.TemporaryDirectory(prefix="asar-draw-")
        cls.story = s = Story(PROGRAM, Path(cls.temporary.name) / "ledger")
        s.begin()
        cls.grant, cls.other = (s.agree(s.award(300000), 300000) for _ in range(2))
        cls.payments = [s.pay(grant, 300000) for grant in (cls.grant, cls.other)]
        s.spend(cls.grant, 1000)  # before the period
        s.later(days=1)
        cls.spent = []
        for whole in range(1, 8):
            cls.spent.append((cls.grant, s.spend(cls.grant, 1000 * whole)))
            if whole % 3 == 0:
                cls.spent.append((cls.other, s.spend(cls.other, 1000 * whole)))
        cls.hours = [s.claim(30) for _ in range(3)]
        cls.last_day = s.day()

    @classmethod
    def tearDownClass(cls):
        cls.temporary.cleanup()

    def opened(self, grant=None):
        """An audit of the days since the first of these expenditures, and the root of the checkpoint after it."""
        s, audit = self.story, self.story.new()
        days = [s.asar.run("event", "list", "--event", "ExpenditureRecorded", "--limit", 99)["entries"][1]]
        entry = s.now_by(s.auditor, "auditOpen", audit=audit, organisation=s.ngo, grant=grant,
                         from_=days[0]["body"]["occurredAt"][:10], to=self.last_day, document=digest("plan"))
        checkpoint = s.asar.run("checkpoint", "create")
        self.assertGreater(checkpoint["size"], entry)
        return audit, checkpoint["root"]

    def draw(self, audit, what="expenditures", *options):
        """The exit code and what it says."""
        done = self.story.asar.raw("--json", "draw", "sample", audit, what, *options)
        return done.returncode, json.loads(done.stdout)["data"]

    def record(self, audit, population, quantity, what="expenditures"):
        s = self.story
        return s.now_by(s.auditor, "sampleDraw", audit=audit, what=what, population=population, quantity=quantity)

    def test_everything_has_its_number_and_the_sample_follows(self):
        audit, seed = self.opened(self.grant)
        mine = [one for grant, one in self.spent if grant == self.grant]
        code, before = self.draw(audit, "expenditures", "--quantity", 3)
        self.assertEqual((code, before["seed"], before["seedPublished"], before["seedCosigners"]),
                         (0, seed, True, None))
        self.assertEqual([(one["number"], one["subject"]) for one in before["population"]], list(enumerate(mine)))
        self.assertEqual(before["drawn"], sample_of(seed, len(mine), 3))
        self.assertEqual({one["number"] for one in before["population"] if one["drawn"]}, set(before["drawn"]))
        self.assertNotIn("agrees", before)
        entries = [one["entry"] for one in before["population"]]
        self.assertEqual(entries, sorted(entries))
        for one in before["population"]:
            shown = self.story.asar.run("event", "show", one["entry"])
            self.assertEqual((shown["event"], shown["body"]["expenditure"]), ("ExpenditureRecorded", one["subject"]))
        self.story.spend(self.grant, 900)  # who knew the seed could choose its number
        s = self.story
        entry = s.asar.run("audit", "sample", audit, "expenditures", "--quantity", 3, "--key", s.auditor.key_file,
                           "--signed-at", s.now)["receipts"][0]["submission"] + 1
        code, after = self.draw(audit)
        self.assertEqual((code, after["agrees"], after["record"]["entry"]), (0, True, entry))
        self.assertEqual((after["drawn"], after["population"], after["seed"]),
                         (before["drawn"], before["population"], seed))

    def test_a_sample_of_a_later_checkpoint_than_the_first_is_found(self):
        audit, seed = self.opened(self.grant)
        size = len(self.draw(audit)[1]["population"])
        self.story.spend(self.other, 10)  # a checkpoint is published after each
        later = self.story.asar.run("checkpoint", "create")["root"]
        self.assertEqual(self.draw(audit, "expenditures", "--quantity", 3)[1]["seed"], seed, "it stays the first one's")
        self.record(audit, size, 2)  # what is sent by hand has seen the newest
        code, told = self.draw(audit)
        self.assertEqual((code, told["agrees"], told["seed"], told["drawn"]),
                         (FINDINGS, False, later, sample_of(later, size, 2)))
        for language in LANGUAGES:
            done = self.story.asar.raw("--lang", language, "draw", "sample", audit, "expenditures")
            self.assertEqual(done.returncode, FINDINGS, done.stderr)

    def test_before_a_checkpoint_holds_the_opening_nothing_is_drawn(self):
        s, audit = self.story, self.story.new()
        key = s.asar.folder / "keys" / "log.key"
        hidden = key.rename(key.with_suffix(".away"))  # so that nothing is published
        s.now_by(s.auditor, "auditOpen", audit=audit, organisation=s.ngo, grant=self.grant, from_=s.day(-9), to=s.day(),
                 document=digest("plan"))
        self.refused("SAMPLE_UNSEALED", audit, "expenditures", code=1)
        with self.assertRaises(Refused) as refused:
            self.record(audit, 3, 1)
        self.assertEqual(refused.exception.error["code"], "E_SAMPLE_UNSEALED")
        hidden.rename(key)
        s.asar.run("checkpoint", "create")
        self.assertEqual(self.draw(audit, "expenditures", "--quantity", 1)[0], 0)

    def test_without_a_grant_all_of_the_organisation_counts(self):
        audit, seed = self.opened()
        _, told = self.draw(audit, "expenditures", "--quantity", 99)
        self.assertEqual([one["subject"] for one in told["population"]][:len(self.spent)],
                         [one for _, one in self.spent])
        self.assertEqual(told["drawn"], sample_of(seed, len(told["population"]), 99), "no more than there are")
        _, paid = self.draw(audit, "disbursements")
        self.assertEqual((paid["population"], paid["drawn"]), ([], []), "they were paid the day before")
        _, served = self.draw(audit, "hours", "--quantity", 1)
        self.assertEqual([one["subject"] for one in served["population"]], self.hours)

    def test_a_sample_of_another_population_is_found(self):
        audit, seed = self.opened(self.grant)
        size = len(self.draw(audit)[1]["population"])
        entry = self.record(audit, size + 1, 2)
        code, told = self.draw(audit)
        self.assertEqual((code, told["agrees"], told["drawn"]), (FINDINGS, False, sample_of(seed, size + 1, 2)))
        self.assertEqual(told["record"], {"entry": entry, "population": size + 1, "quantity": 2})
        for language in LANGUAGES:
            done = self.story.asar.raw("--lang", language, "draw", "sample", audit, "expenditures")
            self.assertEqual(done.returncode, FINDINGS, done.stderr)
            self.assertRegex(done.stdout, rf"{size + 1}.*{size}")
            self.assertEqual(len(re.findall("^ +[0-9]+  [0-9a-z]{26}", done.stdout, re.MULTILINE)), size)

    def test_of_a_code_that_nobody_defined_only_the_numbers_are_drawn(self):
        audit, seed = self.opened(self.grant)
        self.refused("POPULATION_UNKNOWN", audit, "documents")
        self.record(audit, 1000, 4, "documents")
        code, told = self.draw(audit, "documents")
        self.assertEqual((code, told["population"], told["drawn"]), (0, None, sample_of(seed, 1000, 4)))
        self.assertNotIn("agrees", told)

    def test_before_experts_are_drawn_it_says_what_the_command_must_hold(self):
        s = self.story
        call, panel = s.new(2)
        s.now_two(s.funder, s.second_funder, "callPublish", call=call, number=s.number("CALL"), programme=s.programme,
                  funder=s.fund, grantClass="other", budget="1000.00 KZT",
                  names={language: "Sample Call" for language in LANGUAGES},
                  criteria=[{"code": "benefit", "points": 10}], from_=s.day(), to=s.day(20), document=digest("call"))
        candidates = sorted(s.person(f"candidate-{number}").id for number in range(4))
        proposal = s.now_by(s.funder, "expertsName", panel=panel, call=call, drawn=3,
                            candidates=[{"person": one} for one in candidates])
        with self.assertRaises(Refused) as refused:
            s.asar.run("draw", "experts", panel)
        self.assertEqual((refused.exception.error["code"], refused.exception.code), ("E_PANEL_UNKNOWN", 5))
        named = s.asar.endorse(s.second_funder, proposal)
        before = s.asar.run("draw", "experts", panel)
        leaf = s.asar.run("event", "show", named)["leafHash"]
        self.assertEqual((before["seedEntry"], before["seed"]), (named, leaf), "the second person's, not the first's")
        text = s.asar.raw("draw", "experts", panel).stdout
        self.assertEqual(json.loads(text[text.index("{"):]), before["command"], "ready to be sent")
        entry = s.asar.submit_one(s.funder, "expertsDraw", occurredAt=s.now,
                                  **{key: value for key, value in before["command"].items() if key != "command"})
        after = s.asar.run("draw", "experts", panel)
        self.assertEqual((after["agrees"], after["record"]["entry"], after["record"]["experts"]),
                         (True, entry, before["drawn"]))
        self.assertNotIn("command", after)
        for language in LANGUAGES:
            done = s.asar.raw("--lang", language, "draw", "experts", panel)
            self.assertEqual((done.returncode, [one for one in candidates if one not in done.stdout]), (0, []))

    def test_what_is_not_there_is_not_found(self):
        self.refused("AUDIT_UNKNOWN", self.story.new(), "expenditures")
        self.refused("BAD_ID", "nobody", "expenditures", code=1)

    def refused(self, reason, audit, what, code=5):
        with self.assertRaises(Refused) as refused:
            self.story.asar.run("draw", "sample", audit, what)
        self.assertEqual((refused.exception.error["code"], refused.exception.code), (f"E_{reason}", code))


if __name__ == "__main__":
    PROGRAM = sys.argv.pop(1)
    unittest.main()
