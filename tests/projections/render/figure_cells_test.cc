#include "projections/render/figure_cells.h"

#include <gtest/gtest.h>

namespace projections {
namespace {

using ledger::Language;

SubjectFigures figures() {
  SubjectFigures figures;
  figures.currency = "KZT";
  figures.unit = "trees";
  figures.amount = 123'450;
  figures.quantity = 12;
  figures.people = 5;
  return figures;
}

TEST(FigureCells, ShowFiguresInOneCell) {
  EXPECT_EQ(figuresText(figures(), Language::kEnglish), "1,234.50\u00a0KZT; 12 trees; 5\u00a0people");
  EXPECT_EQ(figuresText({}, Language::kEnglish), "");
  FactRow fact;
  fact.year = 2026;
  fact.value = 1'500;
  EXPECT_EQ(factFigures(fact, Language::kEnglish), "2026: 1,500");
}

TEST(FigureCells, ShowCodesWithoutThoseThatSayNothing) {
  FactEntry entry;
  entry.fact.number = "A-1";
  entry.fact.reason = "none";
  entry.words = {{1, "kind", -1, "small", {}}, {1, "lines", 0, "staff", 70}, {1, "tranche", -1, "", 2}};
  EXPECT_EQ(codesText(entry, Language::kEnglish), "A-1, staff 70, tranche 2");
}

TEST(FigureCells, CallASubjectByItsNameOrTheEntryThatOpenedIt) {
  SubjectRow subject;
  subject.opened_index = 7;
  EXPECT_EQ(calledText(subject, Language::kRussian), "№\u00a07");
  subject.number = "SG-1";
  EXPECT_EQ(calledText(subject, Language::kRussian), "SG-1");
  subject.names = {"Бақ", "Сад", "Garden"};
  EXPECT_EQ(calledText(subject, Language::kRussian), "Сад, SG-1");
}

TEST(FigureCells, CallASubjectByTheWordOfItsCode) {
  SubjectRow subject;
  subject.role = ledger::StreamRole::kIdea;
  subject.code = "saulyq";
  EXPECT_EQ(calledText(subject, Language::kKazakh), "Саулық");
  subject.role = ledger::StreamRole::kSkill;
  subject.code = "first-aid";
  EXPECT_EQ(calledText(subject, Language::kRussian), "первая помощь");
  subject.code = "welding";
  EXPECT_EQ(calledText(subject, Language::kRussian), "welding") << "a code without a word";
}

TEST(FigureCells, GiveEachFigureAColumnForFiles) {
  const Cells cells(Language::kEnglish);
  std::vector<Column> columns;
  addFigureColumns(columns, cells);
  std::vector<Cell> row;
  addFigureCells(row, figures(), cells);
  ASSERT_EQ(row.size(), columns.size());
  EXPECT_EQ(columns[0].name, "amount");
  EXPECT_EQ(std::get<Number>(row[0].value).least, 123'450);
  EXPECT_EQ(std::get<Number>(row[1].value).unit, "trees");
  EXPECT_EQ(row[3].shown, "") << "no minutes";
}

}  // namespace
}  // namespace projections
