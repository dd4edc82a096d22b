#!/usr/bin/env python3
"""Reversals, corrections, disputes, imports and a void: read models, figures.json and the second opinion's count are
the sums worked out here by hand.

Usage: histories_test.py ASAR ASAR_AUDIT [unittest options]
"""
import hashlib
import json
import shutil
import subprocess
import sys
import unittest
from pathlib import Path

END_TO_END = Path(__file__).parents[1] / "end_to_end"
sys.path.insert(0, str(END_TO_END))
import asar_flow_test  # noqa: E402

AUDIT = None
PAYMENTS = """Trans No,Type,Amount,Paid Date,Supplier ID
T{0}1,Revenue,1000.50,02/01/2017,S1
T{0}2,Capital,2000.00,03/01/2017,S2
T{0}3,Revenue,-100.25,04/01/2017,S1
"""


class History(unittest.TestCase):
    """One ledger for all tests of the class; they read it and leave it as it is."""

    @classmethod
    def setUpClass(cls):
        cls.office = asar_flow_test.Office
        cls.office.setUpClass()
        cls.asar, cls.folder = cls.office.asar, cls.office.folder
        cls.money()
        cls.hours()
        cls.imports()
        cls.bundle = cls.folder / "history"
        cls.asar.run("audit", "bundle", cls.bundle, "--directory")
        cls.figures = json.loads((cls.bundle / "figures.json").read_text())

    @classmethod
    def tearDownClass(cls):
        cls.office.tearDownClass()

    @classmethod
    def money(cls):
        """After 300,000.00 paid and 123,456.00 spent: disallowed 456.00, returned by a vendor 3,000.00, of a vendor
        without a bill 10.00, interest 5.00, paid back by the payer's bank 50,000.00, sent back to the funder 15.00."""
        asar, office = cls.asar, cls.office
        asar.now = "2026-03-21T09:00:00+05:00"

        def say(signer, command, **fields):
            asar.submit_one(signer, command, grant=office.grant, occurredAt=asar.now, **fields)

        def document(text):
            return hashlib.sha256(text.encode()).hexdigest()

        say(office.verifier, "expenditureDisallow", expenditure=office.expenditure, amount="456.00 KZT",
            reason="prohibitedCost")
        say(office.officer, "expenditureReverse", reversal=asar.new_id(), original=office.expenditure,
            amount="3000.00 KZT", documentHash=document("goods"), reason="returnedGoods")
        say(office.officer, "expenditureReverse", reversal=asar.new_id(), amount="10.00 KZT",
            documentHash=document("refund"), reason="other")
        say(office.officer, "interestRecord", amount="5.00 KZT", documentHash=document("interest"))
        say(office.payer, "disbursementReverse", disbursement=office.payment, amount="50000.00 KZT",
            paymentReference="BACK-1")
        refund = asar.new_id()
        say(office.officer, "refundSend", refund=refund, amount="15.00 KZT", paymentReference="R-1")
        say(office.payer, "refundReceive", refund=refund, amount="15.00 KZT")
        cls.expected_grant = {"awarded": 30000000, "currency": "KZT", "disbursed": 25000000, "returned": 1500,
                              "spent": 12000000, "onHand": 25000000 + 1000 + 500 - 12000000 - 1500}

    @classmethod
    def hours(cls):
        """150 minutes corrected to 140, disputed, resolved at 160; 60 more attested and voided; 30 more rejected."""
        asar, office = cls.asar, cls.office
        judge = asar.register(office.clerk, office.office, "auditor")
        asar.decide_by_two(office.first, office.second, "roleGrant", person=judge.id, role="auditor")

        def say(signer, command, hours, **fields):
            asar.submit_one(signer, command, hours=hours, occurredAt=asar.now, **fields)

        say(office.attestor, "hoursCorrect", office.hours, minutes=140, reason="arithmetic")
        say(office.volunteer, "hoursDispute", office.hours, reason="arithmetic")
        say(judge, "hoursResolve", office.hours, outcome="corrected", minutes=160)
        for start, minutes in (("14", 60), ("16", 30)):
            entry = asar.new_id()
            asar.submit_one(office.volunteer, "hoursClaim", hours=entry, volunteer=office.volunteer.id,
                            activity=office.activity, occurredAt=f"2026-03-10T{start}:00:00+05:00", minutes=minutes,
                            role="sorter", timeBasis="unpaid", presence="onsite", split=True)
            if minutes == 30:
                say(office.attestor, "hoursReject", entry, reason="notPresent")
            else:
                say(office.attestor, "hoursAttest", entry, minutes=60, method="present", reason="none")
                say(office.attestor, "hoursVoid", entry, reason="duplicate")

    @classmethod
    def imports(cls):
        """The same payments three times, under other numbers: kept, voided, kept."""
        asar, office = cls.asar, cls.office
        importer = asar.register(office.clerk, office.office, "importer")
        asar.decide_by_two(office.first, office.second, "roleGrant", person=importer.id, role="importer")
        for number in (1, 2, 3):
            source = cls.folder / f"payments-{number}.csv"
            source.write_text(PAYMENTS.format(number), encoding="utf-8")
            made = asar.run("import", source, "--mapping", END_TO_END / "import" / "council_payments.toml", "--key",
                            importer.key_file, "--set", f"office={office.office}", "--set",
                            f"programme={office.programme}")
            if number == 2:
                asar.run("import", "void", made["batch"], "--key", importer.key_file)
        cls.expected_import = {"awarded": 5000000000, "currency": "GBP", "disbursed": 5000000000, "returned": 0,
                               "spent": 300050, "onHand": 5000000000 - 300050 + 10025}

    def audited(self, path):
        done = subprocess.run([AUDIT, "verify", str(path), "--json"], capture_output=True, text=True, check=False)
        return done.returncode, json.loads(done.stdout)

    def test_figures_are_the_sums_worked_out_by_hand(self):
        self.assertEqual(self.figures["minutes"], {self.office.volunteer.id: 160})
        grants = dict(self.figures["grants"])
        self.assertEqual(grants.pop(self.office.grant), self.expected_grant)
        self.assertEqual(list(grants.values()), [self.expected_import] * 2)
        self.assertEqual(self.figures["totals"]["grants"]["GBP"]["spent"], 600100)
        self.assertEqual(self.figures["totals"]["minutes"], 160)

    def test_the_second_opinion_counts_the_same(self):
        code, report = self.audited(self.bundle)
        self.assertEqual((code, report["verdict"], report["findings"]), (0, "OK", []))
        self.assertIn("figures: minutes per volunteer and money per grant recounted, equal to the byte",
                      report["checked"])

    def test_what_is_published_is_counted_anew(self):
        published = []
        reports = [("national", *options) for options in ([], ["--exact"])]
        for days in ("2017-01-01..2017-01-03", "2017-01-04..2026-03-20", "2026-03-10..2026-03-10",
                     "2026-03-21..2026-03-21"):
            reports += [("national", "--in", days, "--exact"), ("grant", self.office.grant, "--in", days),
                        ("service", self.office.volunteer.id, "--in", days)]
        reports += [("grant", grant) for grant in self.figures["grants"]]
        reports.append(("service", self.office.volunteer.id))
        for number, words in enumerate(reports):
            published += ["--published", str(self.folder / f"report-{number}.json")]
            Path(published[-1]).write_text(json.dumps(self.asar.answer("report", *words)))
        done = subprocess.run([AUDIT, "recompute", str(self.bundle), *published, "--json"], capture_output=True,
                              text=True, check=False)
        told = json.loads(done.stdout)
        self.assertEqual(told["verdict"], "OK", told["findings"])
        self.assertEqual("\n".join(told["checked"]).count("figures counted anew, and equal"), len(reports))

    def test_the_books_balance_to_the_same_sums(self):
        """A voided import leaves nothing in them, and no assertion of theirs fails."""
        journal = self.folder / "history.journal"
        self.asar.run("export", "journal", journal)
        self.assertIn("ImportVoided", journal.read_text(encoding="utf-8"))
        for program, strict in (("hledger", ["check", "--strict"]), ("ledger", ["--pedantic", "balance"])):
            if shutil.which(program):
                done = subprocess.run([program, "-f", journal, *strict], capture_output=True, text=True, check=False)
                self.assertEqual(done.returncode, 0, done.stderr)

    def test_the_second_opinion_finds_figures_of_the_voided_import(self):
        """As if the read models had missed the void: another grant, and a manifest that fits."""
        forged = self.folder / "forged"
        shutil.copytree(self.bundle, forged)
        figures = json.loads((forged / "figures.json").read_text())
        figures["grants"][self.asar.new_id()] = self.expected_import
        (forged / "figures.json").write_text(json.dumps(figures, sort_keys=True, separators=(",", ":")) + "\n")
        names = sorted(path.relative_to(forged).as_posix() for path in forged.rglob("*") if path.is_file())
        (forged / "manifest").write_text("".join(
            f"{hashlib.sha256((forged / name).read_bytes()).hexdigest()}  {name}\n" for name in names
            if name != "manifest"))
        code, report = self.audited(forged)
        self.assertEqual((code, report["verdict"]), (4, "FIGURES_DIFFER"))

    def test_the_read_models_are_what_the_log_says(self):
        self.assertEqual(self.asar.run("projection", "diff")["differences"], [])


if __name__ == "__main__":
    asar_flow_test.PROGRAM, AUDIT = sys.argv.pop(1), sys.argv.pop(1)
    unittest.main()
