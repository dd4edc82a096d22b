#include "projections/language/phrases.h"

#include <gtest/gtest.h>

namespace projections {
namespace {

using ledger::Language;

TEST(Phrases, SpeakTheAskedLanguage) {
  EXPECT_EQ(phrases::kGrantee.in(Language::kKazakh), "Грант алушы");
  EXPECT_EQ(phrases::kGrantee.in(Language::kRussian), "Грантополучатель");
  EXPECT_EQ(phrases::kGrantee.in(Language::kEnglish), "Grantee");
}

TEST(Phrases, ANameFallsBackToTheFirstThereIs) {
  const ledger::Names one{"", "Фонд", ""};
  EXPECT_EQ(nameIn(one, Language::kEnglish), "Фонд");
  EXPECT_EQ(nameIn({"Қор", "Фонд", "Fund"}, Language::kEnglish), "Fund");
  EXPECT_EQ(nameIn({}, Language::kKazakh), "");
}

}  // namespace
}  // namespace projections
