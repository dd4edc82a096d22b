#!/usr/bin/env python3
"""An audit with the real program: opened, a sample drawn that nobody chose, a worksheet, findings, what the
organisation answers, how they end. Every document that was handed in is kept.

Usage: audit_flow_test.py ASAR ASAR-AUDIT [unittest options]
"""
import hashlib
import itertools
import json
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))
from asar_program import Asar, Refused  # noqa: E402
from asked_for.story import LANGUAGES, Story, digest  # noqa: E402

PROGRAM = AUDIT = None
USAGE, NOT_FOUND, PERMISSION = 2, 5, 7


def sample_of(seed, population, quantity):
    """The first of the numbers in the order of their hashes, by the text of ledger/schema/README.md."""
    return sorted(range(population), key=lambda number: hashlib.sha256(
        b"asar/draw/v1" + bytes.fromhex(seed) + number.to_bytes(4, "big")).digest())[:quantity]


class Audits(unittest.TestCase):
    sums = itertools.count(701)

    @classmethod
    def setUpClass(cls):
        cls.temporary = tempfile.TemporaryDirectory(prefix="asar-audit-")
        cls.folder = Path(cls.temporary.name)
        cls.story = s = Story(PROGRAM, cls.folder / "ledger")
        s.begin()
        cls.grant = s.agree(s.award(300000), 300000)
        s.pay(cls.grant, 300000)
        cls.spent = []
        for whole in range(1, 8):
            s.later(hours=1)
            cls.spent.append(s.spend(cls.grant, 1000 * whole))
        cls.hours = [s.claim(30) for _ in range(3)]

    @classmethod
    def tearDownClass(cls):
        cls.temporary.cleanup()

    def opened(self, *words):
        s = self.story
        days = ("--from", s.day(-30), "--to", s.day())
        audit = s.audit(s.auditor, "open", s.ngo, *days, *words, paper="plan")["audit"]
        self.checkpoint = s.asar.run("checkpoint", "create")
        return audit

    def refused(self, reason, code, *words, **named):
        with self.assertRaises(Refused) as refused:
            self.story.audit(*words, **named)
        self.assertEqual((refused.exception.error["code"], refused.exception.code), (f"E_{reason}", code))

    def test_an_audit_goes_from_its_opening_to_its_opinion(self):
        s = self.story
        audit = self.opened("--grant", self.grant)
        drawn = s.audit(s.auditor, "sample", audit, "expenditures", "--quantity", 3)["worksheet"]
        raised = s.audit(s.auditor, "raise", audit, "--rule", "E05", "--severity", "medium", "--amount",
                         "2000.00 KZT", paper="condition")
        finding = raised["finding"]
        self.assertEqual(raised["document"], hashlib.sha256(b"a made-up paper: condition").hexdigest())
        s.audit(s.officer, "respond", finding, "--agrees", "--due", s.day(10), paper="answer")
        s.audit(s.officer, "correct", finding, paper="mended")
        s.audit(s.auditor, "close", finding, paper="closed")
        s.audit(s.auditor, "reopen", finding, paper="again")
        s.audit(s.officer, "respond", finding, "--disagrees", paper="no")
        s.audit(s.auditor, "close", finding, paper="closed at last")
        s.audit(s.auditor, "report", audit, "--opinion", "qualified", paper="opinion")
        self.assertEqual([fact["event"] for fact in s.subject("finding", finding)["facts"]],
                         ["FindingRaised", "FindingResponded", "FindingCorrected", "FindingClosed", "FindingReopened",
                          "FindingResponded", "FindingClosed"])
        self.assertEqual(s.state("audit", audit), "reported")
        self.assertEqual(len(drawn["rows"]), 3)
        done = s.asar.raw("--json", "evidence", "check")
        kept = {one["hash"] for one in json.loads(done.stdout)["data"]["findings"]}
        for name in ("plan", "condition", "answer", "mended", "closed", "again", "no", "closed at last", "opinion"):
            self.assertNotIn(hashlib.sha256(b"a made-up paper: " + name.encode()).hexdigest(), kept, name)
        bundle = self.folder / "bundle.zip"
        s.asar.run("audit", "bundle", bundle)
        told = subprocess.run([AUDIT, "verify", "--json", bundle], capture_output=True, text=True, check=False)
        self.assertEqual(json.loads(told.stdout)["verdict"], "OK", "the second opinion agrees")

    def test_a_finding_is_dismissed_with_a_reason_and_nothing_else(self):
        s = self.story
        audit = self.opened("--grant", self.grant)
        raised = s.audit(s.auditor, "raise", audit, "--rule", "E05", "--severity", "critical", paper="alarm")
        finding = raised["finding"]
        self.refused("JSON_VALUE", 1, s.auditor, "dismiss", finding, "--reason", "boredom", paper="why")
        self.refused("REASON_MISSING", 1, s.auditor, "dismiss", finding, "--reason", "none", paper="why")
        self.refused("ROLE_MISSING", PERMISSION, s.officer, "dismiss", finding, "--reason", "falseAlarm", paper="why")
        s.audit(s.auditor, "dismiss", finding, "--reason", "falseAlarm", paper="why")
        fact = s.facts("finding", finding, "FindingDismissed")[0]
        self.assertEqual((s.state("finding", finding), fact["reason"]), ("dismissed", "falseAlarm"))
        s.audit(s.auditor, "report", audit, "--opinion", "clean", paper="opinion")

    def alarms(self):
        """What the rules find in the log as it stands: the file, and what is in it."""
        s, bundle, file = self.story, self.folder / "alarms.zip", self.folder / "alarms.json"
        bundle.unlink(missing_ok=True)
        s.asar.run("checkpoint", "create")
        s.asar.run("audit", "bundle", bundle)
        done = subprocess.run([AUDIT, "rules", str(bundle), "--json"], capture_output=True, text=True, check=False)
        file.write_text(done.stdout, encoding="utf-8")
        return file, json.loads(done.stdout)

    def audited_twin_payments(self):
        """The audit of a grant out of which one sum, another each time, was paid twice to one vendor; and the sum."""
        s, whole = self.story, next(self.sums)
        grant = s.agree(s.award(50000), 50000)
        s.pay(grant, 50000)
        for _ in range(2):
            s.later(hours=1)
            s.spend(grant, whole)
        return self.opened("--grant", grant), whole

    @staticmethod
    def alarm_of(report, whole):
        """The near duplicate of that sum."""
        (alarm,) = [one for one in report["findings"]
                    if (one["rule"], one.get("amount", {}).get("minor")) == ("E07", str(100 * whole))]
        return alarm

    def test_alarms_of_the_rules_become_findings_once(self):
        s = self.story
        audit, whole = self.audited_twin_payments()
        file, report = self.alarms()
        alarm = self.alarm_of(report, whole)
        number = report["findings"].index(alarm) + 1
        words, size = ("raise", audit, "--from-rules", file), s.asar.run("status")["size"]
        tried = s.audit(s.auditor, *words, "--dry-run")
        self.assertEqual((tried["dryRun"], tried["alreadyRaised"], [one["alarm"] for one in tried["findings"]]),
                         (True, 0, list(range(1, len(report["findings"]) + 1))))
        shown = tried["findings"][number - 1]
        self.assertEqual((shown["explanation"], s.asar.run("status")["size"]), (alarm["explanation"], size))
        of_rule = s.audit(s.auditor, *words, "--rule", "E07", "--dry-run")["findings"]
        self.assertEqual({one["rule"] for one in of_rule}, {"E07"})
        done = s.audit(s.auditor, *words, "--alarm", number)
        (raised,) = done["findings"]
        body = s.asar.run("event", "show", done["receipts"][0]["submission"] + 1)["body"]
        for told in (raised, body):
            self.assertEqual((told["rule"], told["ruleVersion"], told["severity"], told["finding"]),
                             ("E07", alarm["version"], alarm["severity"], raised["finding"]))
            self.assertEqual(told["entries"], [{"index": index} for index in alarm["evidence"]])
            self.assertEqual(told["amount"], {"minor": 100 * whole, "currency": "KZT"})
        kept = self.folder / "kept.json"
        s.asar.run("evidence", "open", body["document"], "--out", kept)
        self.assertEqual(json.loads(kept.read_text(encoding="utf-8")), alarm, "whom it is about, and why")
        again = s.audit(s.auditor, *words, "--alarm", number)
        self.assertEqual((again["alreadyRaised"], again["findings"]), (1, []))
        self.assertEqual(s.audit(s.auditor, *words)["alreadyRaised"], 1, "the others are raised")
        last = s.audit(s.auditor, *words)
        self.assertEqual((last["alreadyRaised"], last["findings"]), (len(report["findings"]), []))
        self.assertEqual({one["ruleVersion"] for one in s.report("findings", "--exact")["findings"]
                          if one["rule"] == "E07"}, {alarm["version"]})
        s.audit(s.auditor, "dismiss", raised["finding"], "--reason", "explained", paper="two trips")
        self.assertEqual(s.audit(s.auditor, *words)["findings"], [], "what was dismissed is not raised again")
        bundle = self.folder / "raised.zip"
        s.asar.run("audit", "bundle", bundle)
        told = subprocess.run([AUDIT, "verify", "--json", bundle], capture_output=True, text=True, check=False)
        self.assertEqual(json.loads(told.stdout)["verdict"], "OK", "the second opinion agrees")

    def test_alarms_are_shown_in_each_language(self):
        audit, whole = self.audited_twin_payments()
        file, report = self.alarms()
        alarm = self.alarm_of(report, whole)
        for language in LANGUAGES:
            done = self.story.asar.raw("--lang", language, "audit", "raise", audit, "--from-rules", file, "--dry-run",
                                       "--key", self.story.auditor.key_file, "--signed-at", self.story.now)
            self.assertEqual(done.returncode, 0, done.stderr)
            self.assertIn(alarm["explanation"][language], done.stdout)

    def test_of_two_alarms_with_one_evidence_none_is_lost(self):
        s = self.story
        audit, whole = self.audited_twin_payments()
        file, report = self.alarms()
        alarm = self.alarm_of(report, whole)
        twin = {**alarm, "amount": {**alarm["amount"], "minor": "12300"}}
        file.write_text(json.dumps({**report, "findings": [alarm, twin], "findingsTotal": 2}), encoding="utf-8")
        words = ("raise", audit, "--from-rules", file)
        for number in (1, 2):
            done = s.audit(s.auditor, *words, "--alarm", number)
            self.assertEqual((done["alreadyRaised"], len(done["findings"])), (0, 1), number)
        again = s.audit(s.auditor, *words)
        self.assertEqual((again["alreadyRaised"], again["findings"]), (2, []))

    def test_alarms_that_are_not_of_this_log_are_refused(self):
        s = self.story
        audit, _ = self.audited_twin_payments()
        file, report = self.alarms()
        words = (s.auditor, "raise", audit, "--from-rules", file)
        self.refused("ALARM_UNKNOWN", NOT_FOUND, *words, "--alarm", len(report["findings"]) + 1)
        self.refused("ALARM_UNKNOWN", NOT_FOUND, *words, "--rule", "X99")
        self.refused("USAGE", USAGE, *words, "--severity", "low")
        self.refused("USAGE", USAGE, *words, paper="idle")
        for changed in ({"origin": "other.example/log"}, {"size": 10 ** 9}):
            file.write_text(json.dumps({**report, **changed}), encoding="utf-8")
            self.refused("OTHER_LOG", 1, *words)
        file.write_text(json.dumps({"findings": [{"rule": "E07"}]}), encoding="utf-8")
        self.refused("RULES_FORM", 1, *words)

    def test_a_finding_says_what_shows_it(self):
        s = self.story
        audit = self.opened("--grant", self.grant)
        words = ("raise", audit, "--rule", "H04", "--severity", "low")
        done = s.audit(s.auditor, *words, "--rule-version", 2, "--minutes-at-risk", 90, "--entry", 5, "--entry", 3,
                       paper="shown")
        body = s.asar.run("event", "show", done["receipts"][0]["submission"] + 1)["body"]
        self.assertEqual((body["ruleVersion"], body["minutesAtRisk"], body["entries"]),
                         (2, 90, [{"index": 3}, {"index": 5}]))
        self.refused("BAD_EVIDENCE", 1, s.auditor, *words, "--entry", 10 ** 9, paper="shown")
        self.refused("USAGE", USAGE, s.auditor, *words[:4], paper="shown")
        self.refused("USAGE", USAGE, s.auditor, *words, "--dry-run", paper="shown")

    def test_the_sample_follows_from_the_first_checkpoint_that_holds_the_opening(self):
        s = self.story
        audit = self.opened("--grant", self.grant)
        kept = s.paper("invoice")
        before = s.asar.run("draw", "sample", audit, "expenditures", "--quantity", 3)
        first = self.checkpoint
        s.claim(5)
        s.asar.run("checkpoint", "create")  # later ones change nothing
        told = s.audit(s.auditor, "sample", audit, "expenditures", "--quantity", 3)["worksheet"]
        self.assertEqual((told["seed"], told["population"]), (before["seed"], len(self.spent)))
        self.assertEqual((told["seed"], told["seedSize"], told["seedCosigners"], told["seedPublished"]),
                         (first["root"], first["size"], None, True))
        self.assertEqual([row["number"] for row in told["rows"]], sample_of(before["seed"], len(self.spent), 3))
        for row in told["rows"]:
            self.assertEqual(row["subject"], self.spent[row["number"]])
            self.assertEqual(row["amount"], f"{1000 * (row['number'] + 1)}.00 KZT")
            self.assertEqual((row["document"], row["documentState"]), (digest(row["subject"]), "missing"))
        s.asar.run("evidence", "add", kept)
        after = s.asar.run("draw", "sample", audit, "expenditures")
        self.assertTrue(after["agrees"])
        self.assertEqual(s.asar.run("audit", "worksheet", audit, "expenditures")["worksheet"], told)
        self.refused("SAMPLE_TAKEN", 1, s.auditor, "sample", audit, "expenditures", "--quantity", 3)

    def test_the_worksheet_is_a_page_in_each_language(self):
        s = self.story
        audit = self.opened()
        told = s.audit(s.auditor, "sample", audit, "hours", "--quantity", 2)["worksheet"]
        titles = set()
        for language in LANGUAGES:
            done = s.asar.raw("--lang", language, "audit", "worksheet", audit, "hours")
            self.assertEqual(done.returncode, 0, done.stderr)
            for row in told["rows"]:
                self.assertIn(row["subject"], done.stdout)
                self.assertIn(str(row["minutes"]), done.stdout)
            self.assertRegex(done.stdout, "not witnessed|не заверено|куәландырылмаған")
            self.assertLessEqual(max(len(line) for line in done.stdout.splitlines()), 100)
            self.assertEqual(done.stdout.count("[ ]"), 3 * len(told["rows"]))
            titles.add(done.stdout.splitlines()[0])
        self.assertEqual(len(titles), len(LANGUAGES))

    def test_before_a_checkpoint_holds_the_opening_nothing_is_drawn(self):
        s = self.story
        days = ("--from", s.day(-30), "--to", s.day())
        key = s.asar.folder / "keys" / "log.key"
        hidden = key.rename(key.with_suffix(".away"))  # so that nothing is published
        audit = s.audit(s.auditor, "open", s.ngo, *days, paper="plan")["audit"]
        size = s.asar.run("status")["size"]
        self.refused("SAMPLE_UNSEALED", 1, s.auditor, "sample", audit, "hours", "--quantity", 2)
        self.assertEqual(s.asar.run("status")["size"], size, "nothing is recorded")
        hidden.rename(key)
        s.asar.run("checkpoint", "create")
        s.audit(s.auditor, "sample", audit, "hours", "--quantity", 2)

    def test_a_note_that_was_replaced_is_found_and_one_that_is_gone_is_told(self):
        s = self.story
        audit = self.opened()
        kept = s.asar.folder / "tiles" / "checkpoints" / str(self.checkpoint["size"])
        text = kept.read_text(encoding="utf-8")
        s.claim(5)
        s.asar.run("checkpoint", "create")
        kept.write_text(text.replace("\n", "\nx", 1), encoding="utf-8")
        self.refused("CHECKPOINT_DAMAGED", 4, s.auditor, "sample", audit, "hours", "--quantity", 2)
        kept.write_text(text, encoding="utf-8")
        s.audit(s.auditor, "sample", audit, "hours", "--quantity", 2)
        kept.unlink()
        told = s.asar.run("audit", "worksheet", audit, "hours")["worksheet"]
        self.assertEqual((told["seed"], told["seedPublished"]), (self.checkpoint["root"], False))
        kept.write_text(text, encoding="utf-8")

    def test_a_backup_takes_the_published_notes_along(self):
        s = self.story
        audit = self.opened()
        told = s.audit(s.auditor, "sample", audit, "hours", "--quantity", 2)["worksheet"]
        backup, restored = self.folder / "backup", Asar(PROGRAM, self.folder / "restored")
        s.asar.raw("backup", "create", backup)
        restored.raw("backup", "restore", backup)
        again = restored.run("audit", "worksheet", audit, "hours")["worksheet"]
        self.assertEqual((again["seed"], again["seedPublished"]), (told["seed"], True))

    def test_a_code_that_the_log_cannot_count_needs_a_number(self):
        s = self.story
        audit = self.opened()
        self.refused("USAGE", USAGE, s.auditor, "sample", audit, "documents", "--quantity", 2)
        self.refused("USAGE", USAGE, s.auditor, "sample", audit, "hours", "--quantity", 2, "--population", 9)
        told = s.audit(s.auditor, "sample", audit, "documents", "--quantity", 2, "--population", 9)["worksheet"]
        self.assertEqual([row["number"] for row in told["rows"]], sample_of(told["seed"], 9, 2))
        self.assertNotIn("subject", told["rows"][0])

    def test_who_may_not_is_refused(self):
        s = self.story
        audit = self.opened("--grant", self.grant)
        self.refused("ROLE_MISSING", PERMISSION, s.officer, "sample", audit, "expenditures", "--quantity", 1)
        self.refused("ROLE_MISSING", PERMISSION, s.volunteer, "raise", audit, "--rule", "E05", "--severity", "low",
                     paper="idle")
        finding = s.audit(s.auditor, "raise", audit, "--rule", "E05", "--severity", "low", paper="idle")["finding"]
        self.refused("ROLE_MISSING", PERMISSION, s.auditor, "respond", finding, "--agrees", paper="idle")
        self.refused("WRONG_STATE", 1, s.auditor, "close", finding, paper="idle")

    def test_what_is_typed_wrongly_is_told(self):
        s = self.story
        audit = self.opened()
        self.refused("JSON_VALUE", 1, s.auditor, "raise", audit, "--rule", "E05", "--severity", "dire", paper="idle")
        self.refused("USAGE", USAGE, s.officer, "respond", s.new(), paper="idle")
        self.refused("USAGE", USAGE, s.officer, "respond", s.new(), "--agrees", "--disagrees", paper="idle")
        with self.assertRaises(Refused) as refused:
            s.asar.run("audit", "close", s.new(), "--document", self.folder / "absent", "--key", s.auditor.key_file)
        self.assertEqual((refused.exception.error["code"], refused.exception.code), ("E_FILE_MISSING", NOT_FOUND))
        with self.assertRaises(Refused) as refused:
            s.asar.run("audit", "worksheet", audit, "expenditures")
        self.assertEqual((refused.exception.error["code"], refused.exception.code), ("E_SAMPLE_UNKNOWN", NOT_FOUND))

    def test_run_again_with_its_submission_nothing_is_recorded_twice(self):
        s = self.story
        audit, submission, at = self.opened(), s.asar.new_id(), ("--occurred-at", s.now)
        words = ("raise", audit, "--rule", "E05", "--severity", "low", "--submission-id", submission, *at)
        first = s.audit(s.auditor, *words, paper="twice")
        size = s.asar.run("status")["size"]
        again = s.audit(s.auditor, *words, paper="twice")
        self.assertEqual((again["finding"], s.asar.run("status")["size"]), (first["finding"], size))
        self.assertTrue(again["receipts"][0]["alreadyKnown"])


if __name__ == "__main__":
    PROGRAM, AUDIT = sys.argv.pop(1), sys.argv.pop(1)
    unittest.main()
