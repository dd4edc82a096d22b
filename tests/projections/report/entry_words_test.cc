#include "projections/report/entry_words.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>

namespace projections {
namespace {

using Code = std::vector<std::string>;

std::vector<Code> codesOf(std::string_view word) {
  const auto asked = askedWords(word);
  EXPECT_TRUE(asked.ok() && asked->size() == 1) << word;
  return asked.ok() && !asked->empty() ? asked->front().codes : std::vector<Code>();
}

bool has(const std::vector<Code>& codes, const Code& code) {
  return std::find(codes.begin(), codes.end(), code) != codes.end();
}

TEST(EntryWords, AreAlsoTheCodesThatAnyLanguageCallsSo) {
  EXPECT_TRUE(has(codesOf("Алматы"), {"kz-75"}));
  EXPECT_TRUE(has(codesOf("Almaty"), {"kz-75"}));
  EXPECT_TRUE(has(codesOf("шығыс"), {"expenditurerecorded"}));
  EXPECT_TRUE(has(codesOf("расход"), {"expenditurerecorded"}));
  EXPECT_TRUE(has(codesOf("EXPENDIT"), {"expenditurerecorded"}));
  EXPECT_TRUE(has(codesOf("квитанция"), {"donationreceiptissued"}));
  EXPECT_FALSE(has(codesOf("расход"), {"grantawarded"}));
}

TEST(EntryWords, OfASortOfSubjectsIsItsCodeWithoutTheRegister) {
  EXPECT_TRUE(has(codesOf("филиал"), {"parent"}));
}

TEST(EntryWords, AreNoneOfAnEmptyText) {
  const auto asked = askedWords("");
  ASSERT_TRUE(asked.ok());
  EXPECT_TRUE(asked->empty());
}

TEST(EntryWords, RefuseAQuestionWithoutWordsAndOneTooLong) {
  EXPECT_EQ(askedWords("\"*\"").error().reason, "QUESTION_WITHOUT_WORDS");
  std::string sixteen;
  for (int i = 0; i < 16; ++i) sixteen += "сөз ";
  EXPECT_TRUE(askedWords(sixteen).ok());
  EXPECT_EQ(askedWords(sixteen + "сөз").error().reason, "QUESTION_TOO_LONG");
}

}  // namespace
}  // namespace projections
