#include <sstream>

#include "projections/render/text_table.h"
#include "tests/projections/plain_text.h"
#include "tests/projections/render/rendered.h"
#include "tests/projections/report/roadmap_log.h"

namespace projections {
namespace {

using ledger::Language;

class RoadmapDocument : public tests::RoadmapRegister {
 protected:
  RoadmapDocument() {
    played_.addLateService();
    follow();
  }
};

void expectFits(const std::string& text) {
  std::istringstream lines(text);
  for (std::string line; std::getline(lines, line);) EXPECT_LE(displayWidth(line), 120U) << line;
}

TEST_F(RoadmapDocument, ReadsWellInEachLanguage) {
  for (const Language language : ledger::kLanguages) {
    const auto text = renderRoadmaps(database_, {}, {language, Format::kText});
    ASSERT_TRUE(text.ok()) << text.error().message;
    tests::expectGolden("roadmap." + std::string(codeOf(language)) + ".txt", *text);
    expectFits(*text);
  }
}

TEST_F(RoadmapDocument, EveryCategoryFitsWithLargeFigures) {
  for (const Language language : ledger::kLanguages) {
    for (const ReconciliationCategory& category : reconciliationCategories()) {
      RoadmapIndicator one;
      one.record.basis = ledger::FigureBasis::kDerived;
      RoadmapFigure figure;
      figure.year = 2026;
      figure.target = 999'999'999'999;
      figure.actual = IndicatorActual{0, 2026, 123'456'789'012, "", 0};
      figure.now = 123'456'789'000;
      figure.query = IndicatorQuery{{&category, category.by_region == ByRegion::kKept ? "KZ-19" : ""},
                                    *parsePeriod("2026-01-01..2026-06-30")};
      one.years.push_back(figure);
      expectFits(indicatorText(one, language));
    }
  }
}

TEST_F(RoadmapDocument, SaysOnlyWhatThereIsToSay) {
  const std::string text =
      tests::plain(*renderRoadmaps(database_, {"RM-2", 2027}, {Language::kEnglish, Format::kText}));
  EXPECT_NE(text.find("neither a target nor an actual"), std::string::npos) << text;
  EXPECT_EQ(text.find("Where there is a difference"), std::string::npos) << text;
  EXPECT_EQ(text.find("as recorded"), std::string::npos) << text;
}

}  // namespace
}  // namespace projections
