#include <nlohmann/json.hpp>
#include <sstream>

#include "projections/render/text_table.h"
#include "tests/projections/oversight/exchange_log.h"
#include "tests/projections/plain_text.h"
#include "tests/projections/render/rendered.h"

namespace projections {
namespace {

using ledger::Language;
using nlohmann::json;

class ExchangeDocument : public tests::ExchangeRegister {
 protected:
  ExchangeDocument() {
    played_.addLateService();
    follow();
  }
};

void expectNarrow(const std::string& text) {
  std::istringstream lines(text);
  for (std::string line; std::getline(lines, line);) EXPECT_LE(displayWidth(line), 120U) << line;
}

TEST_F(ExchangeDocument, ReadsWellInEachLanguage) {
  for (const Language language : ledger::kLanguages) {
    const auto reconciled = renderReconciliations(database_, "", {language, Format::kText});
    const auto imports = renderImports(database_, "", {language, Format::kText});
    const auto links = renderLinks(database_, {}, {language, Format::kText});
    ASSERT_TRUE(reconciled.ok() && imports.ok() && links.ok());
    const std::string text = *reconciled + "\n" + *imports + "\n" + *links;
    tests::expectGolden("exchange." + std::string(codeOf(language)) + ".txt", text);
    expectNarrow(text);
  }
}

TEST_F(ExchangeDocument, EveryCategoryFitsWithLargeSums) {
  for (const Language language : ledger::kLanguages) {
    std::vector<ReconciledFigureRow> figures;
    for (const ReconciliationCategory& one : reconciliationCategories()) {
      const std::string region = one.by_region == ByRegion::kKept ? "/KZ-19" : "";
      figures.push_back({{}, 0, std::string(one.name) + region, 123'456'789'012'345, 123'456'789'012'300});
    }
    const std::string text = reconciledText(figures, *ledger::Currency::parse("KZT"), language);
    expectNarrow(text);
  }
}

TEST_F(ExchangeDocument, FiguresAreShownAsWhatTheyAre) {
  const std::string text = tests::plain(reconciledText(
      {{{}, 0, "attestedMinutes", 90, 120}, {{}, 1, "amountSpent", 150, 100}, {{}, 2, "projects", 1200, 56}},
      *ledger::Currency::parse("KZT"), Language::kEnglish));
  EXPECT_NE(text.find("1 h 30 min"), std::string::npos) << text;
  EXPECT_NE(text.find("−30 min"), std::string::npos) << text;
  EXPECT_NE(text.find("Amount spent (KZT)"), std::string::npos) << text;
  EXPECT_NE(text.find("1.50"), std::string::npos) << text;
  EXPECT_NE(text.find("1,144"), std::string::npos) << text;
}

TEST_F(ExchangeDocument, NothingIsSaidToBeThere) {
  EXPECT_NE(
      renderReconciliations(database_, "sample-yearbook", {Language::kEnglish, Format::kText})->find("\n  none\n"),
      std::string::npos);
}

TEST_F(ExchangeDocument, JsonHoldsThenAndNow) {
  const json report = json::parse(*renderReconciliations(database_, "", {Language::kKazakh, Format::kJson}));
  EXPECT_EQ(report["report"], "reconciliation");
  EXPECT_EQ(report["currency"], "KZT");
  const json& one = report["reconciliations"].at(0);
  EXPECT_EQ(one["systemCode"], "sample-portal");
  EXPECT_EQ(one["fromDay"], "2026-03-01");
  EXPECT_EQ(one["document"], tests::digest(50).hex());
  EXPECT_EQ(one["figures"][0], json({{"category", "attestedMinutes"},
                                     {"reported", 1400},
                                     {"derivedThen", 1330},
                                     {"derivedNow", 1375},
                                     {"differenceNow", 25},
                                     {"changed", true}}));
  EXPECT_EQ(one["figures"][2]["changed"], false);
  EXPECT_TRUE(one["figures"][3]["derivedNow"].is_null());
}

TEST_F(ExchangeDocument, JsonTellsBatchesAndLinks) {
  const json imports = json::parse(*renderImports(database_, "", {Language::kKazakh, Format::kJson}));
  EXPECT_EQ(imports["batches"].at(1)["voidedDay"], "2026-04-07");
  EXPECT_EQ(imports["batches"].at(1)["kinds"][1]["amounts"]["KZT"], 200'000);
  const json links = json::parse(*renderLinks(database_, {}, {Language::kKazakh, Format::kJson}));
  EXPECT_EQ(links["links"].at(1)["externalId"], "ORG-77");
  EXPECT_EQ(links["links"].at(1)["register"], "organisation");
  EXPECT_TRUE(links["links"].at(0)["register"].is_null());
}

}  // namespace
}  // namespace projections
