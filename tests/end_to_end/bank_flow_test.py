#!/usr/bin/env python3
"""Bank statements with the real program: a grantee's CSV and a funder's camt.053 beside the payments of a grant, what
does not match, and the record of it.

Usage: bank_flow_test.py ASAR ASAR_AUDIT [unittest options]
"""
import hashlib
import json
import subprocess
import sys
import unittest
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))
import asar_flow_test  # noqa: E402
from asar_program import Refused  # noqa: E402

AUDIT = None
ACCOUNT = "KZ000000000000001234"
SELLER, TENANT = "Sample Container Works LLP", "Sample House LLP"
MAPPING = """
[source]
kind = "csv"
delimiter = ";"
[defaults]
date = "DD.MM.YYYY"
currency = "KZT"
decimal = ","
[statement]
day = "Дата"
debit = "Дебет"
credit = "Кредит"
reference = "Номер"
counterparty = "Контрагент"
text = "Назначение"
"""
# By reference; by reference in the text; by amount and day; and the rent, which no grant paid.
CSV = f"""Дата;Номер;Дебет;Кредит;Контрагент;Назначение
12.03.2026;PAY-1;;300 000,00;Sample Fund;Sample grant, first tranche
21.03.2026;000017;123 456,00;;{SELLER};Оплата по счёту INV-7, без НДС
27.03.2026;000018;20 000,50;;{SELLER};"Лопаты; грабли"
31.03.2026;000019;45 000,00;;{TENANT};Аренда за март
"""


def camt(closing):
    """The funder's March: the tranche with its end-to-end id, a fee, and an entry that is not booked."""
    def entry(amount, status, inside):
        return (f'<Ntry><Amt Ccy="KZT">{amount}</Amt><CdtDbtInd>DBIT</CdtDbtInd><Sts><Cd>{status}</Cd></Sts>'
                f'<BookgDt><Dt>2026-03-13</Dt></BookgDt><BkTxCd><Prtry><Cd>X</Cd></Prtry></BkTxCd>{inside}</Ntry>')

    def balance(kind, amount, day):
        return (f'<Bal><Tp><CdOrPrtry><Cd>{kind}</Cd></CdOrPrtry></Tp><Amt Ccy="KZT">{amount}</Amt>'
                f'<CdtDbtInd>CRDT</CdtDbtInd><Dt><Dt>{day}</Dt></Dt></Bal>')

    paid = ('<NtryDtls><TxDtls><Refs><EndToEndId>PAY-1</EndToEndId></Refs><RltdPties><Cdtr><Pty><Nm>Sample Hands</Nm>'
            '</Pty></Cdtr></RltdPties><RmtInf><Ustrd>First tranche</Ustrd></RmtInf></TxDtls></NtryDtls>')
    return ('<?xml version="1.0" encoding="UTF-8"?>\n'
            '<Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.053.001.08"><BkToCstmrStmt>'
            '<GrpHdr><MsgId>M-1</MsgId><CreDtTm>2026-04-01T01:00:00+05:00</CreDtTm></GrpHdr><Stmt><Id>S-1</Id>'
            '<FrToDt><FrDtTm>2026-03-01T00:00:00+05:00</FrDtTm><ToDtTm>2026-03-31T23:59:59+05:00</ToDtTm></FrToDt>'
            f'<Acct><Id><IBAN>{ACCOUNT}</IBAN></Id></Acct>' + balance("OPBD", "1000000.00", "2026-03-01") +
            balance("CLBD", closing, "2026-03-31") + entry("300000.00", "BOOK", paid) + entry("99.00", "BOOK", "") +
            entry("7.00", "PDNG", "") + '</Stmt></BkToCstmrStmt></Document>\n')


class Bank(unittest.TestCase):
    """One ledger for all tests of the class; what one records, no other counts."""

    @classmethod
    def setUpClass(cls):
        cls.office = asar_flow_test.Office
        cls.office.setUpClass()
        cls.asar, cls.folder = cls.office.asar, cls.office.folder
        for day, amount, number, method in (("2026-03-25", "20000.50 KZT", "R-9", "bank"),
                                            ("2026-03-26", "100.00 KZT", "R-10", "cash"),
                                            ("2026-03-30", "5000.00 KZT", "INV-8", "bank")):
            cls.spend(day, amount, number, method)
        cls.asar.now = "2026-04-10T09:00:00+05:00"
        cls.asar.run("checkpoint", "create")
        cls.mapping = cls.write("bank.toml", MAPPING)
        cls.csv = cls.write("march.csv", CSV)
        cls.camt = cls.write("march.xml", camt("699901.00"))

    @classmethod
    def tearDownClass(cls):
        cls.office.tearDownClass()

    @classmethod
    def write(cls, name, text):
        file = cls.folder / name
        file.write_text(text, encoding="utf-8")
        return file

    @classmethod
    def spend(cls, day, amount, number, method):
        cls.asar.now = f"{day}T09:00:00+05:00"
        cls.asar.submit_one(cls.office.officer, "expenditureRecord", grant=cls.office.grant,
                            expenditure=cls.asar.new_id(), line="containers", amount=amount,
                            documentHash=hashlib.sha256(number.encode()).hexdigest(), documentKind="invoice",
                            documentNumber=number, documentDate=day, vendor="KZ-BIN-000140000012", method=method,
                            occurredAt=cls.asar.now)

    def report(self, organisation, statement, *options):
        return self.asar.run("report", "bank", organisation, "--statement", statement, *options)

    def match(self, organisation, statement, *options, signer=None):
        signer = signer or self.office.officer
        return self.asar.run("bank", "match", organisation, "--statement", statement, "--key", signer.key_file,
                             "--person", signer.id, "--signed-at", self.asar.now, *options)

    def refused(self, reason, code, work, *words, **more):
        with self.assertRaises(Refused) as caught:
            work(*words, **more)
        self.assertEqual((caught.exception.error["code"], caught.exception.code), (f"E_{reason}", code),
                         caught.exception.error)
        return caught.exception.error["message"]

    def size(self):
        return self.asar.run("status")["size"]

    def test_a_grantees_csv_is_matched_both_ways(self):
        report = self.report(self.office.ngo, self.csv, "--mapping", self.mapping)
        self.assertEqual(report["period"], {"from": "2026-03-12", "to": "2026-03-31"})
        self.assertEqual([(one["row"]["number"], one["payment"]["kind"], one["payment"]["reference"], one["by"],
                           one["daysApart"]) for one in report["matched"]],
                         [(1, "received", "PAY-1", "reference", 0), (2, "expenditure", "INV-7", "reference", 1),
                          (3, "expenditure", "R-9", "day", 2)])
        self.assertEqual([(one["number"], one["amount"], one["counterparty"]) for one in report["rowsWithoutPayment"]],
                         [(4, -4500000, TENANT)])
        self.assertEqual([(one["reference"], one["amount"], one["nearEdge"]) for one in report["paymentsWithoutRow"]],
                         [("INV-8", -500000, True)])
        (totals,) = report["totals"]
        self.assertEqual(totals["rows"], {"count": 4, "in": 30000000, "out": 18845650})
        self.assertEqual(totals["payments"], {"count": 4, "in": 30000000, "out": 14845650})
        self.assertEqual(totals["matched"], {"count": 3, "in": 30000000, "out": 14345650})
        near = self.report(self.office.ngo, self.csv, "--mapping", self.mapping, "--days", "1")
        self.assertEqual([one["row"]["number"] for one in near["matched"]], [1, 2])

    def test_a_funders_camt_053_is_matched_and_adds_up(self):
        report = self.report(self.office.funder, self.camt)
        self.assertEqual(report["period"], {"from": "2026-03-01", "to": "2026-03-31"})
        self.assertEqual(report["statement"]["accounts"],
                         [{"account": "…1234", "currency": "KZT", "opening": 100000000, "rows": -30009900,
                           "closing": 69990100, "difference": 0}])
        self.assertEqual(report["statement"]["notBooked"], 1)
        self.assertEqual([(one["payment"]["kind"], one["row"]["counterparty"]) for one in report["matched"]],
                         [("disbursed", "Sample Hands")])
        self.assertEqual([one["amount"] for one in report["rowsWithoutPayment"]], [-9900])
        self.assertEqual(report["paymentsWithoutRow"], [])
        wrong = self.report(self.office.funder, self.write("wrong.xml", camt("700000.00")))
        self.assertEqual(wrong["statement"]["accounts"][0]["difference"], 9900)

    def test_every_language_shows_it_and_no_whole_account(self):
        for language, words in (("en", "1 of 2"), ("ru", "1 из 2"), ("kk", "2 ішінен 1")):
            done = self.asar.raw("report", "bank", self.office.funder, "--statement", self.camt, "--lang", language)
            self.assertEqual(done.returncode, 0, done.stderr)
            self.assertIn(words, done.stdout)
            self.assertIn("…1234", done.stdout)
            self.assertNotIn(ACCOUNT, done.stdout)
            self.assertLessEqual(max(map(len, done.stdout.splitlines())), 112)

    def test_a_match_is_recorded_once_and_the_log_verifies(self):
        options = ("--mapping", self.mapping)
        before = self.size()
        self.assertEqual(self.match(self.office.ngo, self.csv, *options, "--dry-run")["recordedMatch"]["outcome"],
                         "dryRun")
        self.assertEqual(self.size(), before)
        recorded = self.match(self.office.ngo, self.csv, *options)
        said = recorded["recordedMatch"]
        self.assertEqual((said["outcome"], said["rows"], said["matched"], said["unmatched"]), ("recorded", 4, 3, 1))
        self.assertEqual([one["row"]["number"] for one in recorded["matched"]], [1, 2, 3])
        self.assertEqual(self.size(), before + 2)
        again = self.match(self.office.ngo, self.csv, *options)["recordedMatch"]
        self.assertEqual(again, {**said, "outcome": "known"})
        self.assertEqual(self.size(), before + 2)
        text = self.asar.raw("bank", "match", self.office.ngo, "--statement", self.csv, *options, "--key",
                             self.office.officer.key_file, "--lang", "en")
        self.assertEqual(text.returncode, 0, text.stderr)
        self.assertIn(f"recorded already as statement {said['statement']} at entry {said['entry']}", text.stdout)
        event = self.asar.run("event", "show", said["entry"])
        self.assertIn(hashlib.sha256(CSV.encode()).hexdigest(), json.dumps(event))
        other_days = self.match(self.office.ngo, self.csv, *options, "--in", "2026-03-12..2026-03-22")["recordedMatch"]
        self.assertEqual((other_days["outcome"], other_days["rows"], other_days["unmatched"]), ("recorded", 2, 0))
        self.assertEqual(self.audit(), ("OK", 0))
        self.nothing_of_others_is_kept()

    def test_what_no_checkpoint_holds_yet_counts_in_a_match(self):
        log_key, away = self.asar.folder / "keys" / "log.key", self.folder / "log.key.away"
        # A payment the statement has, recorded while nobody could sign a checkpoint.
        log_key.rename(away)
        self.spend("2026-05-12", "333.00 KZT", "LATE-1", "bank")
        away.rename(log_key)
        before = self.size()
        self.asar.now = "2026-05-20T09:00:00+05:00"
        late = self.write("late.csv", CSV.splitlines()[0] + f"\n12.05.2026;LATE-1;333,00;;{SELLER};\n")
        options = ("--mapping", self.mapping)
        tried = self.match(self.office.ngo, late, *options, "--dry-run")["recordedMatch"]
        self.assertEqual((tried["outcome"], self.size()), ("dryRun", before))
        said = self.match(self.office.ngo, late, *options)["recordedMatch"]
        self.assertEqual((said["outcome"], said["matched"], said["unmatched"]), ("recorded", 1, 0))
        # A match whose checkpoint could not be signed is published by the run that finds it recorded.
        other = self.write("other.csv", late.read_text(encoding="utf-8") + "\n")
        log_key.rename(away)
        unsealed = self.asar.raw("bank", "match", self.office.ngo, "--statement", other, *options, "--key",
                                 self.office.officer.key_file, "--person", self.office.officer.id, "--signed-at",
                                 self.asar.now, "--lang", "en")
        away.rename(log_key)
        self.assertEqual(unsealed.returncode, 0, unsealed.stderr)
        self.assertIn("no checkpoint was signed", unsealed.stdout)
        again = self.match(self.office.ngo, other, *options)["recordedMatch"]
        self.assertEqual((again["outcome"], again["matched"]), ("known", 1))
        self.assertEqual(self.asar.run("checkpoint", "show")["size"], self.size())

    def test_a_wider_period_than_camt_says_is_that_of_camt(self):
        narrow = self.report(self.office.funder, self.camt)
        self.assertEqual(self.report(self.office.funder, self.camt, "--in", "2025-01-01..2026-12-31"), narrow)

    def nothing_of_others_is_kept(self):
        for file in self.asar.folder.rglob("*"):
            if file.is_file():
                for word in (SELLER, TENANT, ACCOUNT, "Аренда"):
                    self.assertNotIn(word.encode(), file.read_bytes(), file)

    def audit(self):
        bundle = self.folder / "bank.zip"
        self.asar.run("checkpoint", "create")
        self.asar.run("audit", "bundle", bundle)
        done = subprocess.run([AUDIT, "verify", bundle, "--json"], capture_output=True, text=True, check=False)
        return json.loads(done.stdout)["verdict"], done.returncode

    def test_only_an_officer_of_the_organisation_records(self):
        self.refused("ROLE_MISSING", 7, self.match, self.office.funder, self.camt)
        self.refused("ROLE_MISSING", 7, self.match, self.office.ngo, self.camt, signer=self.office.payer)

    def test_what_cannot_be_read_says_what_to_do(self):
        ngo, message = self.office.ngo, "--mapping"
        self.assertIn(message, self.refused("MAPPING_MISSING", 1, self.report, ngo, self.csv))
        self.refused("ORGANISATION_UNKNOWN", 5, self.report, self.asar.new_id(), self.camt)
        self.refused("FILE_MISSING", 5, self.report, ngo, self.folder / "none.csv")
        cut = self.write("cut.xml", camt("1.00")[:900])
        self.assertIn("ask the bank", self.refused("BAD_STATEMENT", 1, self.report, ngo, cut))
        entity = self.write("entity.xml", '<!DOCTYPE x [<!ENTITY y SYSTEM "file:///etc/hostname">]><x>&y;</x>')
        self.refused("BAD_STATEMENT", 1, self.report, ngo, entity)
        self.refused("USAGE", 2, self.report, ngo, self.camt, "--days", "61")
        outside = (ngo, self.csv, "--mapping", self.mapping, "--in", "2027-01-01..2027-01-31")
        self.refused("NO_ROWS_IN_PERIOD", 1, self.report, *outside)


if __name__ == "__main__":
    asar_flow_test.PROGRAM = sys.argv.pop(1)
    AUDIT = sys.argv.pop(1)
    unittest.main()
