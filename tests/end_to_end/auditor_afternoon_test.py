#!/usr/bin/env python3
"""An afternoon of a grant auditor with the real programs: a bank statement comes in and what does not match is
listed, a sample is drawn, its invoices are opened, a finding is raised, answered, mended and closed, and the statement
is printed.

Usage: auditor_afternoon_test.py ASAR ASAR-AUDIT [unittest options]
"""
import hashlib
import json
import re
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))
from asked_for.story import Story, tenge  # noqa: E402
from audit_flow_test import sample_of  # noqa: E402
from bank_flow_test import MAPPING  # noqa: E402

PROGRAM = AUDIT = None
AWARDED = 300000
INVOICED = {"N-101": 12500, "N-102": 8400, "N-103": 31000, "N-104": 25700, "N-105": 5200, "N-106": 19900,
            "N-107": 14300}
# Of one invoice two digits were exchanged where it was recorded.
WRONG, MISREAD = "N-104", 27500
RECORDED = {**INVOICED, WRONG: MISREAD}
RENT = 45000
BANK_COLUMNS = "Дата;Номер;Дебет;Кредит;Контрагент;Назначение\n"
TITLES = {"en": "Grant statement", "ru": "Отчёт по гранту", "kk": "Грант бойынша есеп"}


def spoken(language, whole):
    """An amount as a statement tells it, with plain spaces."""
    return f"{whole:,}.00" if language == "en" else f"{whole:,}".replace(",", " ") + ",00"


class Afternoon(unittest.TestCase):
    def setUp(self):
        temporary = tempfile.TemporaryDirectory(prefix="asar-afternoon-")
        self.addCleanup(temporary.cleanup)
        self.folder = Path(temporary.name)
        self.story = Story(PROGRAM, self.folder / "ledger")

    def write(self, name, text):
        file = self.folder / name
        file.write_text(text, encoding="utf-8")
        return file

    def test_from_the_bank_statement_to_the_printed_one(self):
        self.play_the_spring()
        self.bank_statement_shows_what_does_not_match()
        audit = self.sample_is_drawn_by_nobody()
        self.invoices_of_the_sample_say_what_was_recorded_but_one(audit)
        self.finding_is_raised_answered_mended_and_closed(audit)
        self.bank_statement_matches_but_for_the_rent()
        self.statement_is_printed()
        self.second_opinion_agrees()

    # Before noon.

    def play_the_spring(self):
        """A grant is paid, seven invoices are recorded and kept, and the bank books what was paid in truth."""
        s = self.story
        s.begin()
        self.grant = s.agree(s.award(AWARDED), AWARDED)
        payment = s.pay(self.grant, AWARDED)
        paid = next(one for one in s.report("grant", self.grant)["disbursements"] if one["disbursement"] == payment)
        rows = [self.row(paid["reference"], "", AWARDED, "Sample Fund")]
        self.spent, self.papers = {}, {}
        for number, whole in RECORDED.items():
            s.later(days=1)
            paper = f"%PDF-1.7 a made-up invoice {number}: {INVOICED[number]} KZT".encode()
            file = self.folder / f"{number}.pdf"
            file.write_bytes(paper)
            hash_ = s.asar.run("evidence", "add", file)["hash"]
            self.papers[hash_] = paper
            self.spent[number] = s.spend(self.grant, whole, documentNumber=number, documentHash=hash_)
            rows.append(self.row(number, INVOICED[number], "", "Sample Works LLP"))
        rows.append(self.row("000042", RENT, "", "Sample House LLP"))
        self.bank = self.write("spring.csv", BANK_COLUMNS + "".join(rows))
        self.mapping = self.write("bank.toml", MAPPING)
        s.later(days=1)

    def row(self, reference, out, into, counterparty):
        day = "{2}.{1}.{0}".format(*self.story.day().split("-"))
        amounts = ";".join(f"{whole},00" if whole else "" for whole in (out, into))
        return f"{day};{reference};{amounts};{counterparty};Оплата\n"

    def spent_in_all(self, by_number):
        """Minor units."""
        return 100 * sum(by_number.values())

    # The afternoon.

    def bank_report(self):
        return self.story.report("bank", self.story.ngo, "--statement", self.bank, "--mapping", self.mapping)

    def bank_statement_shows_what_does_not_match(self):
        s, report = self.story, self.bank_report()
        self.assertEqual([(one["reference"], one["amount"]) for one in report["rowsWithoutPayment"]],
                         [(WRONG, -100 * INVOICED[WRONG]), ("000042", -100 * RENT)])
        self.assertEqual([(one["reference"], one["amount"]) for one in report["paymentsWithoutRow"]],
                         [(WRONG, -100 * MISREAD)])
        (totals,) = report["totals"]
        out = self.spent_in_all(INVOICED)
        self.assertEqual(totals["rows"], {"count": 9, "in": 100 * AWARDED, "out": out + 100 * RENT})
        self.assertEqual(totals["payments"], {"count": 8, "in": 100 * AWARDED, "out": self.spent_in_all(RECORDED)})
        self.assertEqual(totals["matched"],
                         {"count": 7, "in": 100 * AWARDED, "out": out - 100 * INVOICED[WRONG]})
        said = s.asar.run("bank", "match", s.ngo, "--statement", self.bank, "--mapping", self.mapping, "--key",
                          s.officer.key_file, "--signed-at", s.now)["recordedMatch"]
        self.assertEqual((said["outcome"], said["rows"], said["matched"], said["unmatched"]), ("recorded", 9, 7, 1))

    def sample_is_drawn_by_nobody(self):
        s = self.story
        audit = s.audit(s.auditor, "open", s.ngo, "--grant", self.grant, "--from", s.day(-30), "--to", s.day(),
                        paper="plan")["audit"]
        seed = s.asar.run("checkpoint", "create")["root"]
        drawn = s.audit(s.auditor, "sample", audit, "expenditures", "--quantity", 4)["worksheet"]
        self.assertEqual((drawn["seed"], drawn["population"]), (seed, len(RECORDED)))
        self.assertEqual([row["number"] for row in drawn["rows"]], sample_of(seed, len(RECORDED), 4))
        for row in drawn["rows"]:
            number = list(RECORDED)[row["number"]]
            self.assertEqual((row["subject"], row["documentNumber"], row["amount"], row["documentState"]),
                             (self.spent[number], number, tenge(RECORDED[number]), "present"))
        self.drawn = drawn["rows"]
        return audit

    def opened(self, hash_):
        """The number and the amount that an invoice itself says."""
        out = self.folder / f"{hash_}.out"
        self.story.asar.run("evidence", "open", hash_, "--out", out)
        paper = out.read_bytes()
        out.unlink()
        self.assertEqual((hashlib.sha256(paper).hexdigest(), paper), (hash_, self.papers[hash_]))
        number, whole = re.search(r"invoice (\S+): (\d+) KZT", paper.decode()).groups()
        return number, int(whole)

    def invoices_of_the_sample_say_what_was_recorded_but_one(self, audit):
        for row in self.drawn:
            number, whole = self.opened(row["document"])
            self.assertEqual((number, tenge(whole) == row["amount"]), (row["documentNumber"], number != WRONG))
        # The one that the bank did not show is opened too, whether it was drawn or not.
        recorded = {one["documentNumber"]: one for one in self.story.report("grant", self.grant)["expenditures"]}
        self.assertEqual(self.opened(recorded[WRONG]["documentHash"]), (WRONG, INVOICED[WRONG]))
        self.assertEqual(recorded[WRONG]["amount"], 100 * MISREAD)
        worksheet = self.story.asar.raw("--lang", "en", "audit", "worksheet", audit, "expenditures")
        self.assertEqual(worksheet.stdout.count("[ ]"), 3 * len(self.drawn), worksheet.stderr)

    def findings(self, *options):
        return [(one["state"], one["amount"], one["agrees"]) for one in
                self.story.report("findings", "--of", self.grant, *options)["findings"]]

    def finding_is_raised_answered_mended_and_closed(self, audit):
        s, questioned = self.story, MISREAD - INVOICED[WRONG]
        finding = s.audit(s.auditor, "raise", audit, "--rule", "E05", "--severity", "medium", "--amount",
                          tenge(questioned), paper="condition")["finding"]
        self.assertEqual(self.findings("--exact"), [("raised", 100 * questioned, "")])
        self.assertEqual(self.findings(), [], "an open finding is not public")
        s.later(hours=1)
        s.audit(s.officer, "respond", finding, "--agrees", "--due", s.day(10), paper="answer")
        self.assertEqual(self.findings("--exact"), [("responded", 100 * questioned, "yes")])
        s.now_by(s.officer, "expenditureCorrect", grant=self.grant, expenditure=self.spent[WRONG], line="things",
                 amount=tenge(INVOICED[WRONG]), reason="wrongAmount")
        s.audit(s.officer, "correct", finding, paper="mended")
        self.assertEqual(self.findings("--exact"), [("corrected", 100 * questioned, "yes")])
        s.later(hours=1)
        s.audit(s.auditor, "close", finding, paper="closed")
        s.audit(s.auditor, "report", audit, "--opinion", "clean", paper="opinion")
        self.assertEqual(self.findings(), [("closed", 100 * questioned, "yes")])
        (corrected,) = s.report("corrections", "--of", self.grant)["corrections"]
        self.assertEqual((corrected["before"], corrected["after"]), (100 * MISREAD, 100 * INVOICED[WRONG]))

    def bank_statement_matches_but_for_the_rent(self):
        report = self.bank_report()
        self.assertEqual([one["amount"] for one in report["rowsWithoutPayment"]], [-100 * RENT])
        self.assertEqual((report["paymentsWithoutRow"], report["totals"][0]["matched"]),
                         ([], {"count": 8, "in": 100 * AWARDED, "out": self.spent_in_all(INVOICED)}))
        # The statement is named by its matching, and kept where the organisation hands it over.
        self.story.asar.run("evidence", "add", self.bank)
        evidence = self.story.asar.run("evidence", "check")
        self.assertEqual((evidence["missing"], evidence["altered"], evidence["present"]), (0, 0, len(INVOICED) + 6 + 1))

    # Towards evening.

    def statement_is_printed(self):
        s, spent = self.story, sum(INVOICED.values())
        left = AWARDED - spent
        grant = s.report("grant", self.grant)["grant"]
        self.assertEqual([grant[name] for name in ("awarded", "disbursed", "spent", "returned", "onHand")],
                         [100 * AWARDED, 100 * AWARDED, 100 * spent, 0, 100 * left])
        for language, title in TITLES.items():
            shown = s.asar.raw("--lang", language, "report", "grant", self.grant).stdout
            pdf = self.folder / f"statement.{language}.pdf"
            s.asar.run("--lang", language, "report", "grant", self.grant, "--format", "pdf", "--out", pdf)
            printed = subprocess.run(["pdftotext", "-layout", pdf, "-"], capture_output=True, text=True,
                                     check=True).stdout
            for text in (shown, printed):
                text = re.sub(r"[\u00a0\u202f]", " ", text)
                for said in (f"{title} {grant['number']}", *(spoken(language, whole) for whole in (
                        AWARDED, spent, left, INVOICED[WRONG]))):
                    self.assertIn(said, text)
                self.assertNotIn(spoken(language, MISREAD), text)

    def second_opinion_agrees(self):
        s, bundle = self.story, self.folder / "bundle.zip"
        statement = self.write("statement.json", json.dumps(s.report("grant", self.grant)))
        s.asar.run("audit", "bundle", bundle)
        told = subprocess.run([AUDIT, "recompute", bundle, "--published", statement, "--json"], capture_output=True,
                              text=True, check=False)
        report = json.loads(told.stdout)
        self.assertEqual((report["verdict"], told.returncode), ("OK", 0), report["findings"])
        self.assertIn("grant figures counted anew, and equal", "\n".join(report["checked"]))


if __name__ == "__main__":
    PROGRAM, AUDIT = sys.argv.pop(1), sys.argv.pop(1)
    unittest.main()
