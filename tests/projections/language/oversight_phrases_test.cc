#include "projections/language/oversight_phrases.h"

#include <gtest/gtest.h>

namespace projections {
namespace {

TEST(OversightPhrases, NameEventsAndSeverities) {
  EXPECT_EQ(eventText("ExpenditureVoided", ledger::Language::kEnglish), "expenditure voided");
  EXPECT_EQ(eventText("ExpenditureVoided", ledger::Language::kRussian), "расход аннулирован");
  EXPECT_EQ(eventText("SomethingElse", ledger::Language::kKazakh), "SomethingElse") << "the event's own name";
  EXPECT_EQ(severityText("high", ledger::Language::kKazakh), "жоғары");
}

TEST(OversightPhrases, NameEveryEventInEachLanguage) {
  for (std::size_t i = 0; i < ledger::kKinds; ++i) {
    const ledger::KindTraits& traits = ledger::traitsOf(static_cast<ledger::Kind>(i));
    for (const ledger::Language language : ledger::kLanguages)
      EXPECT_NE(eventText(traits.event, language), traits.event) << codeOf(language);
  }
}

}  // namespace
}  // namespace projections
