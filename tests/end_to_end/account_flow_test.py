#!/usr/bin/env python3
"""Who owes what to whom, with the real program on a small sample year: each report in each language, what one report
says against what another says of the same, what the public is not told, and the same bytes of an earlier time.

Usage: account_flow_test.py ASAR SAMPLE [unittest options]
"""
import re
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))
from asar_program import Asar, Refused  # noqa: E402

PROGRAM = SAMPLE = None
SCALE = "0.02"  # the fewest people and grants that still show every kind of event
LANGUAGES = ("en", "kk", "ru")
LISTS = ("flow", "regrants", "obligations", "findings", "corrections", "awards", "value", "deployments", "assignments",
         "entries")


class Accounts(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.temporary = tempfile.TemporaryDirectory(prefix="asar-accounts-")
        cls.folder = Path(cls.temporary.name)
        cls.asar = Asar(PROGRAM, cls.folder / "ledger")
        played = subprocess.run([SAMPLE, "--data", cls.asar.folder, "--scale", SCALE], capture_output=True, text=True,
                                check=False)
        assert played.returncode == 0, played.stderr
        cls.size = cls.asar.run("checkpoint", "create")["size"]
        cls.registers = {kind: cls.asar.run("report", "register", kind)["entries"]
                         for kind in ("organisation", "programme", "obligation", "finding", "emergency", "assignment")}
        cls.national = cls.asar.run("report", "national", "--exact")

    @classmethod
    def tearDownClass(cls):
        cls.temporary.cleanup()

    def report(self, *words):
        return self.asar.run("report", *words)

    def text(self, language, *words):
        done = self.asar.raw("--lang", language, "report", *words)
        self.assertEqual(done.returncode, 0, (words, done.stderr))
        return done.stdout

    def states(self, kind):
        return [one["state"] for one in self.registers[kind]]

    def pages(self, language, *words):
        """The text of a report's PDF, as another program reads it."""
        pdf = self.folder / "pages.pdf"
        pdf.unlink(missing_ok=True)
        self.text(language, *words, "--format", "pdf", "--out", pdf)
        return subprocess.run(["pdftotext", "-layout", pdf, "-"], capture_output=True, text=True, check=True).stdout

    def asked(self):
        grantee = next(one for one in self.registers["organisation"] if self.report("organisation", one["subject"])
                       ["grants"])
        return [(name,) for name in LISTS] + [
            ("organisation", grantee["subject"]), ("funder", self.funder()), ("office", "national"),
            ("office", "KZ-71"), ("programme", self.registers["programme"][0]["subject"])]

    def test_each_is_there_in_every_language(self):
        for words in self.asked():
            texts = {self.text(language, *words) for language in LANGUAGES}
            self.assertEqual(len(texts), 3, words)
            self.assertTrue(all(len(text) > 200 for text in texts), words)

    # Of pages no letter is lost, of Kazakh none of its own: they say what the terminal does, wherever a line ends.
    def test_pages_have_every_letter_of_the_text(self):
        for words in self.asked():
            for language in LANGUAGES:
                pages, text = self.pages(language, *words), self.text(language, *words)
                if language == "kk":
                    self.assertTrue(set("әғқңөұүһі") & set(text.lower()), words)
                lost = {word for word in re.findall(r"\b[^\W\d_]{4,9}\b", text)} - set(re.findall(r"[^\W\d_]+", pages))
                self.assertEqual(lost, set(), (language, *words))

    def test_public_entries_are_found_and_no_others(self):
        pages, before = [], ()
        while True:
            page = self.report("entries", "--limit", "5000", *before)
            pages += page["entries"]
            if page["next"] is None:
                break
            before = ("--before", str(page["next"]))
        indexes = [entry["factIndex"] for entry in pages]
        self.assertEqual(indexes, sorted(set(indexes), reverse=True))
        private = ("Hours", "Person", "AwardConferred", "Credit")
        self.assertEqual([entry["event"] for entry in pages if entry["event"].startswith(private)], [])
        number = next(entry["number"] for entry in pages if entry["event"] == "GrantAwarded")
        found = self.report("entries", "--find", number.lower(), "--limit", "5000")["entries"]
        self.assertIn("GrantAwarded", {entry["event"] for entry in found})
        self.assertLess(len(found), len(pages))
        for words in ("шығыс енгізілді", "расход внесен", "expenditure recorded"):
            found = self.report("entries", "--find", words, "--limit", "5")["entries"]
            self.assertEqual({entry["event"] for entry in found}, {"ExpenditureRecorded"}, words)

    def funder(self):
        return self.report("flow")["funders"][0]["funder"]

    def test_money_is_the_same_in_each_report(self):
        flow = self.report("flow")
        total = next(one for one in flow["total"] if one["currency"] == "KZT")
        national = next(one for one in self.national["money"] if one["currency"] == "KZT")
        for figure in ("grants", "awarded", "disbursed", "spent", "returned", "onHand"):
            self.assertEqual(total[figure], national[figure], figure)
            directions = [one for funder in flow["funders"] for one in funder["directions"]]
            self.assertEqual(total[figure], sum(one[figure] for one in directions if one["currency"] == "KZT"), figure)
        self.assertEqual(total["spent"], sum(cost["spent"] for funder in flow["funders"] for cost in funder["costs"]
                                             if cost["currency"] == "KZT"))
        year = self.report("flow", "--in", "2000-01-01..2099-12-31")
        self.assertEqual(year["total"], flow["total"])
        funder = self.report("funder", self.funder())
        self.assertEqual(funder["total"], next(one for one in flow["funders"])["total"])

    def test_regranted_money_is_conserved(self):
        grants = self.report("regrants")["grants"]
        self.assertTrue([one for one in grants if one["depth"] == 1], "the sample year has sub-awards")
        for grant in grants:
            self.assertTrue(grant["balances"], grant)
            for line in grant["lines"]:
                self.assertGreaterEqual(line["left"], 0)
                self.assertEqual(line["awarded"], sum(one["awarded"] for one in grants if one["parentLine"] ==
                                                      line["line"] and one["parent"] == grant["grantId"] and
                                                      one["state"] != "voided"))

    def test_what_is_owed_is_all_there_is(self):
        owed = self.report("obligations")
        self.assertEqual(owed["total"]["all"], len(self.registers["obligation"]))
        self.assertEqual(owed["total"]["accepted"], self.states("obligation").count("accepted"))
        self.assertEqual(owed["total"]["waived"], self.states("obligation").count("waived"))
        counted = sum(one["counts"]["all"] for one in owed["organisations"])
        self.assertEqual(counted, owed["total"]["all"])
        self.assertEqual(self.report("obligations", "--on", "2000-01-01")["total"]["all"], 0)
        late = self.report("obligations", "--on", "2099-01-01")
        self.assertEqual(late["total"]["owed"], 0, "by then all of them are overdue")

    def test_open_findings_are_for_auditors(self):
        public, exact = self.report("findings"), self.report("findings", "--exact")
        self.assertEqual(len(exact["findings"]), len(self.registers["finding"]))
        self.assertEqual(sorted(one["state"] for one in public["findings"]),
                         sorted(state for state in self.states("finding") if state in ("closed", "dismissed")))

    def test_corrections_name_the_entries_that_made_them(self):
        everything = self.report("corrections", "--exact")["corrections"]
        public = self.report("corrections")["corrections"]
        self.assertLess(len(public), len(everything))
        self.assertEqual({one["visibility"] for one in public}, {"public"})
        for one in everything[:40]:
            entry = self.asar.run("event", "show", one["correctionIndex"])
            self.assertIn(entry["event"], (one["event"], "Endorsed"), one)
        last = everything[-1]["correctionIndex"]
        self.assertEqual(len(self.report("corrections", "--exact", "--since", last)["corrections"]), 1)

    def test_the_public_learns_no_hours_of_an_organisation(self):
        for one in self.registers["organisation"][:8]:
            public = self.report("organisation", one["subject"])
            self.assertEqual(set(public["service"]), {"activities", "hidden"})
        exact = [self.report("organisation", one["subject"], "--exact") for one in self.registers["organisation"]]
        self.assertEqual(sum(one["service"]["attestedMinutes"] for one in exact),
                         self.national["total"]["attestedMinutes"])
        country = self.report("office", "national", "--exact")["service"]
        self.assertEqual(country["volunteers"], self.national["total"]["volunteers"])

    def test_benefits(self):
        value = self.report("value", "--exact")
        self.assertEqual(value["total"], [], "no wages are published in the sample year")
        self.assertGreater(value["withoutWageMinutes"], 0)
        awards = self.report("awards")
        conferred = sum(one["conferred"] for one in awards["distinctions"])
        self.assertEqual(conferred, self.national["distinctionsConferred"])
        self.assertEqual(awards["awards"], [])
        self.assertEqual(len(self.report("deployments")["emergencies"]), len(self.registers["emergency"]))
        self.assertEqual(self.report("assignments", "--exact")["total"]["assignments"],
                         len(self.registers["assignment"]))

    def test_the_past_is_the_same_on_every_run(self):
        half = str(self.size // 2)
        for name in ("flow", "obligations", "corrections"):
            first = self.text("ru", name, "--at", half)
            self.assertEqual(first, self.text("ru", name, "--at", half))
            self.assertNotEqual(first, self.text("ru", name))

    def test_what_is_not_there_is_refused(self):
        for words, reason in ((("organisation", "nobody"), "ORGANISATION_UNKNOWN"),
                              (("office", "KZ-00"), "OFFICE_UNKNOWN"),
                              (("findings", "--of", "nobody"), "SUBJECT_UNKNOWN"),
                              (("regrants", "none"), "GRANT_UNKNOWN"),
                              (("entries", "--find", "\"*("), "QUESTION_WITHOUT_WORDS"),
                              (("entries", "--find", ""), "QUESTION_WITHOUT_WORDS"),
                              (("entries", "--limit", "0"), "BAD_LIMIT"),
                              (("entries", "--kind", "hoursClaim"), "KIND_NOT_PUBLIC")):
            with self.assertRaises(Refused) as refused:
                self.report(*words)
            self.assertEqual(refused.exception.error["code"], "E_" + reason)


if __name__ == "__main__":
    PROGRAM, SAMPLE = (sys.argv.pop(1) for _ in range(2))
    unittest.main()
