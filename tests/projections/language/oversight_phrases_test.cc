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

}  // namespace
}  // namespace projections
