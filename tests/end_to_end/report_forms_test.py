#!/usr/bin/env python3
"""Reports as files, with the real program: CSV is read back by another reader, workbooks are looked into, pages are
turned into text again; each has the same bytes on every run.

Usage: report_forms_test.py ASAR [unittest options]
"""
import csv
import io
import os
import pty
import shutil
import subprocess
import sys
import unittest
import xml.etree.ElementTree
import zipfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))
import asar_flow_test  # noqa: E402
from asar_program import Refused  # noqa: E402

SHEET = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
GRANT = ("report", "grant", "SG-2026-0001")
EVIL = "=cmd|' /C calc'!A0"


class ReportForms(unittest.TestCase):
    """One ledger for all tests of the class; they read it and leave it as it is."""

    @classmethod
    def setUpClass(cls):
        cls.office = asar_flow_test.Office
        cls.office.setUpClass()
        cls.asar, cls.folder = cls.office.asar, cls.office.folder
        cls.asar.submit_one(cls.office.clerk, "organisationRegister", organisation=cls.asar.new_id(),
                            office=cls.office.office, kind="ngo", names=asar_flow_test.names(EVIL), region="KZ-75")
        cls.asar.run("checkpoint", "create")

    @classmethod
    def tearDownClass(cls):
        cls.office.tearDownClass()

    def written(self, name, *words):
        """The bytes of a report in a new file."""
        out = self.folder / name
        out.unlink(missing_ok=True)
        self.asar.run(*words, "--out", out)
        return out.read_bytes()

    def table(self, *words):
        done = subprocess.run([self.asar.program, "--data", str(self.asar.folder), *words, "--format", "csv"],
                              capture_output=True, env=self.asar.environment, check=True)
        return list(csv.reader(io.StringIO(done.stdout.decode(), newline=""), strict=True))

    def text_of(self, pdf):
        file = self.folder / "read.pdf"
        file.write_bytes(pdf)
        return subprocess.run(["pdftotext", "-layout", str(file), "-"], capture_output=True, text=True,
                              check=True).stdout

    def test_csv_has_the_figures_of_the_report(self):
        report = self.asar.run(*GRANT)
        rows = self.table(*GRANT, "--table", "lines", "--names")
        self.assertEqual(rows[0], ["line", "costType", "budget", "spent", "left"])
        for row, line in zip(rows[1:], report["lines"]):
            self.assertEqual(row[0], line["line"])
            self.assertEqual(round(float(row[2]) * 100), line["budget"])
            self.assertEqual(round(float(row[3]) * 100), line["spent"])

    def test_csv_has_its_headings_in_the_language(self):
        kazakh = self.table("--lang", "kk", *GRANT, "--table", "lines")
        english = self.table("--lang", "en", *GRANT, "--table", "lines")
        self.assertEqual(kazakh[0][2], "Смета, KZT")
        self.assertEqual(english[0][2], "Budget, KZT")
        self.assertEqual([row[2:] for row in kazakh[1:]], [row[2:] for row in english[1:]])

    def test_csv_of_several_tables_asks_which(self):
        with self.assertRaises(Refused) as refused:
            self.asar.run(*GRANT, "--format", "csv", "--out", self.folder / "none.csv")
        self.assertEqual(refused.exception.error["code"], "E_TABLE_NEEDED")
        for name in ("particulars", "lines", "expenditures", "balance"):
            self.assertIn(name, refused.exception.error["message"])
        self.assertFalse((self.folder / "none.csv").exists())
        self.assertGreater(len(self.table(*GRANT, "--table", "particulars")), 5)

    def test_csv_is_neutralised_unless_it_is_raw(self):
        register = ("report", "register", "organisation", "--table", "entries")
        for options, shown in (((), "'" + EVIL), (("--raw",), EVIL)):
            cells = [cell for row in self.table(*register, *options) for cell in row]
            self.assertEqual([cell for cell in cells if "cmd|" in cell and cell.startswith(shown)],
                             [cell for cell in cells if "cmd|" in cell])
            self.assertTrue(any("cmd|" in cell for cell in cells))

    def sheets(self, workbook):
        archive = zipfile.ZipFile(io.BytesIO(workbook))
        self.assertEqual({info.date_time for info in archive.infolist()}, {(1980, 1, 1, 0, 0, 0)})
        names = [sheet.get("name") for sheet in
                 xml.etree.ElementTree.fromstring(archive.read("xl/workbook.xml")).iter(SHEET + "sheet")]
        strings = ["".join(string.itertext()) for string in
                   xml.etree.ElementTree.fromstring(archive.read("xl/sharedStrings.xml")).iter(SHEET + "si")]
        cells = {}
        for place, name in enumerate(names, 1):
            sheet = xml.etree.ElementTree.fromstring(archive.read(f"xl/worksheets/sheet{place}.xml"))
            self.assertEqual(list(sheet.iter(SHEET + "f")), [], "no cell is a formula")
            self.assertIsNotNone(sheet.find(f".//{SHEET}pane[@state='frozen']"))
            cells[name] = {cell.get("r"): strings[int(cell.findtext(SHEET + "v"))] if cell.get("t") == "s"
                           else float(cell.findtext(SHEET + "v"))
                           for cell in sheet.iter(SHEET + "c") if cell.findtext(SHEET + "v")}
        return cells

    def test_workbook_holds_numbers_and_says_where_it_is_from(self):
        report = self.asar.answer(*GRANT)
        book = self.sheets(self.written("grant.xlsx", *GRANT, "--format", "xlsx"))
        self.assertEqual(list(book)[-1], "About")
        about = list(book["About"].values())
        for said in (report["checkpoint"]["root"], "asar report grant SG-2026-0001"):
            self.assertIn(said, about)
        self.assertTrue(any("CC BY 4.0" in str(value) for value in about))
        lines = book["Budget (KZT)"]
        self.assertEqual(lines["C2"], report["data"]["lines"][0]["budget"] / 100)
        service = self.sheets(self.written("service.xlsx", "report", "service", self.office.volunteer.id,
                                           "--format", "xlsx"))
        self.assertIn("none: not for publication", service["About"].values())

    def test_workbook_says_the_whole_question(self):
        for words in (("report", "findings", "--on", "2026-06-01"), ("report", "corrections", "--since", "3")):
            book = self.sheets(self.written(words[1] + ".xlsx", *words, "--format", "xlsx"))
            self.assertIn("asar " + " ".join(words), book["About"].values())

    def test_pages_are_text_in_each_language(self):
        for language, words in (("kk", ("Грант бойынша есеп SG-2026-0001", "Шығыстар сметасы", "Қаржыландырушы",
                                        "Екі жағы тең.", "1-беті")),
                                ("ru", ("Отчёт по гранту SG-2026-0001", "Смета расходов", "Обе стороны равны.",
                                        "Страница 1 из")),
                                ("en", ("Grant statement SG-2026-0001", "Budget (KZT)", "Page 1 of"))):
            pdf = self.written(f"grant.{language}.pdf", "--lang", language, *GRANT, "--format", "pdf")
            text = self.text_of(pdf)
            for word in words:
                self.assertIn(word, text)
            self.assertIn(self.asar.answer(*GRANT)["checkpoint"]["root"], text.replace("\n", " "))

    def test_each_form_has_the_same_bytes_on_every_run(self):
        reports = (GRANT, ("report", "national"), ("report", "service", self.office.volunteer.id),
                   ("report", "register", "organisation"))
        for report in reports:
            for name in ("xlsx", "pdf"):
                first = self.written(f"first.{name}", *report, "--format", name)
                shutil.rmtree(self.asar.folder / "read")  # made anew from the log
                self.assertEqual(first, self.written(f"second.{name}", *report, "--format", name), report)

    def test_refusals(self):
        there = self.folder / "there.csv"
        there.write_text("kept")
        for words, code in (((*GRANT, "--format", "docx", "--out", self.folder / "a"), "E_BAD_FORMAT"),
                            ((*GRANT, "--format", "pdf"), "E_TWO_FORMATS"),
                            ((*GRANT, "--format", "csv", "--table", "sums", "--out", self.folder / "a"),
                             "E_TABLE_UNKNOWN"),
                            ((*GRANT, "--table", "lines"), "E_NOT_CSV"),
                            (("report", "national", "--format", "pdf", "--out", there), "E_FILE_EXISTS")):
            with self.assertRaises(Refused) as refused:
                self.asar.run(*words)
            self.assertEqual(refused.exception.error["code"], code)
        self.assertEqual(there.read_text(), "kept")

    def test_a_terminal_is_spared(self):
        master, terminal = pty.openpty()
        command = [self.asar.program, "--data", str(self.asar.folder), *GRANT, "--format"]
        for name, code in (("pdf", 2), ("text", 0)):
            done = subprocess.run([*command, name], stdout=terminal, stderr=subprocess.PIPE, text=True,
                                  env=self.asar.environment, check=False)
            self.assertEqual(done.returncode == 0, code == 0, done.stderr)
            self.assertEqual("NOT_FOR_TERMINAL" in done.stderr, name == "pdf")
        os.close(terminal)
        os.close(master)
        piped = subprocess.run([*command, "pdf"], capture_output=True, env=self.asar.environment, check=True)
        self.assertTrue(piped.stdout.startswith(b"%PDF-"))
        self.assertTrue(piped.stdout.rstrip().endswith(b"%%EOF"))


if __name__ == "__main__":
    asar_flow_test.PROGRAM = sys.argv.pop(1)
    unittest.main()
