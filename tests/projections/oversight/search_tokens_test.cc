#include "projections/oversight/search_tokens.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace projections {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

TEST(SearchTokens, AreWordsInOneCase) {
  EXPECT_THAT(searchTokens("Clean river, Green CITY!"), ElementsAre("clean", "river", "green", "city"));
  EXPECT_THAT(searchTokens("ЧИСТАЯ Река"), ElementsAre("чистая", "река"));
  EXPECT_THAT(searchTokens("Straße ΣΊΣΥΦΟΣ"), ElementsAre("strasse", "σίσυφοσ"));
}

TEST(SearchTokens, KeepTheLettersOfKazakh) {
  EXPECT_THAT(searchTokens("ӘЛЕМ Ғылым Қала таҢ Өзен Ұлт Үй гаҺар Іс"),
              ElementsAre("әлем", "ғылым", "қала", "таң", "өзен", "ұлт", "үй", "гаһар", "іс"));
  EXPECT_NE(searchTokens("қала"), searchTokens("кала"));
  EXPECT_THAT(searchTokens("Qazaqstan älemi"), ElementsAre("qazaqstan", "älemi"));
}

TEST(SearchTokens, AreTheSameHoweverALetterIsSpelt) {
  EXPECT_EQ(searchTokens("и\u0306ога"), searchTokens("Йога")) << "composed";
  EXPECT_THAT(searchTokens("Ёлка е\u0308ж"), ElementsAre("елка", "еж"));
  EXPECT_EQ(searchTokens("ﬁnance １２"), searchTokens("Finance 12")) << "compatible forms";
  EXPECT_EQ(searchTokens("во\u00adлон\u200bтер"), searchTokens("волонтер")) << "what cannot be seen";
}

TEST(SearchTokens, AreCodesWholeAndByTheirLongParts) {
  EXPECT_THAT(searchTokens("SG-2026-0147"), ElementsAre("sg-2026-0147", "2026", "0147"));
  EXPECT_THAT(searchTokens("(KZ-BIN-123456789012)"), ElementsAre("kz-bin-123456789012", "123456789012"));
  EXPECT_THAT(searchTokens("KZ-75, 2026-03-01."), ElementsAre("kz-75", "2026-03-01", "2026"));
  EXPECT_THAT(searchTokens("№ 12/А-3"), ElementsAre("no", "12/а-3"));
  EXPECT_THAT(searchTokens("SG\u20102026"), ElementsAre("sg-2026", "2026"));
}

TEST(SearchTokens, AreThePartsOfWhatIsJoinedWithoutADigit) {
  EXPECT_THAT(searchTokens("фронт-офис"), ElementsAre("фронт", "офис"));
  EXPECT_THAT(searchTokens("volunteer-of-the-year stat.gov.kz"),
              ElementsAre("volunteer", "of", "the", "year", "stat", "gov", "kz"));
  EXPECT_THAT(searchTokens("end- -begin a--b 2026..2027 x."),
              ElementsAre("end", "begin", "a", "b", "2026", "2027", "x"));
}

// What stands in a question's quotes is never more than one word of the index.
TEST(SearchTokens, HoldNothingThatAQuestionCouldBeBrokenWith) {
  EXPECT_THAT(searchTokens("\"; drop table x; -- * ( ) ^ + {a} OR NEAR"),
              ElementsAre("drop", "table", "x", "a", "or", "near"));
  EXPECT_THAT(searchTokens(" \t,;*\"'()"), IsEmpty());
  EXPECT_THAT(searchTokens(""), IsEmpty());
  EXPECT_THAT(searchTokens("та\xffу \xd0"), ElementsAre("та", "у")) << "not UTF-8";
}

}  // namespace
}  // namespace projections
