#include "ledger/vault/person_name.h"

#include <gtest/gtest.h>

namespace ledger {
namespace {

// The refusal's name, or "".
std::string refusal(std::string_view name) {
  const auto checked = checkName(name);
  return checked ? "" : checked.error().reason;
}

TEST(PersonName, TakesEveryKazakhLetter) {
  for (const char* name : {"ӘәҒғҚқҢңӨөҰұҮүҺһІі", "Әйгерім Сәтқызы", "Ұлпан Һәм-Ғайни", "Ёлкин Й.", "O'Neil Änne",
                           "Ғ. Үлгі", "Sample Volunteer", "Әли Smith"})
    EXPECT_EQ(refusal(name), "") << name;
}

TEST(PersonName, RefusesAWordOfTwoScripts) {
  // Latin i, o and Cyrillic a among the other letters.
  for (const char* name : {"Кенжe", "Айсұлy", "Tаnya", "iзгі", "Айым Tаnya"}) EXPECT_NE(refusal(name), "") << name;
}

TEST(PersonName, RefusesWhatIsNoLetter) {
  for (const char* name : {"", " ", "-", "Аи1", "А\u202eи", "А\u200bи", "А\u200dи", "\u0301Аи", "А\u0301\u0301\u0301и",
                           "А\tи", "А\nи", "А<и", "А\U000e0041и", "А\ue000и", "名前", "Αθηνά", "А\xff"})
    EXPECT_NE(refusal(name), "") << name;
  std::string longest;
  for (int i = 0; i < 200; ++i) longest += "а";
  EXPECT_EQ(refusal(longest), "");
  EXPECT_NE(refusal(longest + "а"), "");
}

TEST(PersonName, IsOneInEverySpelling) {
  // й and ё as a letter with a mark.
  EXPECT_EQ(*normalisedName("Андреи\u0306  Е\u0308лкин "), "Андрей Ёлкин");
  EXPECT_EQ(checkName("Андреи\u0306").error().reason, "BAD_NAME");
  EXPECT_TRUE(checkName("Андрей").ok());
  EXPECT_FALSE(checkName("Андрей  Ёлкин").ok());
}

TEST(PersonName, IsNeverEchoed) {
  EXPECT_EQ(checkName("Кенжe Үлгі").error().message.find("Үлгі"), std::string::npos);
}

}  // namespace
}  // namespace ledger
