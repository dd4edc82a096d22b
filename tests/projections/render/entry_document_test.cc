#include "tests/projections/render/rendered_account.h"

namespace projections {
namespace {

class EntryDocuments : public tests::RenderedAccount {
 protected:
  static AccountQuestion asked(std::string words) {
    AccountQuestion question;
    question.name = "entries";
    question.entries.find = std::move(words);
    return question;
  }
};

TEST_F(EntryDocuments, ReadWellInEachLanguage) {
  AccountQuestion question = asked("");
  question.of = "RG-1";
  expectGoldens("entries", question);
}

TEST_F(EntryDocuments, SayWhatWasAskedAndHowToGoOn) {
  AccountQuestion question = asked("sg-2026-0147");
  question.entries.limit = 2;
  const std::string first = text(question);
  EXPECT_NE(first.find("Words asked for"), std::string::npos) << first;
  EXPECT_NE(first.find("There are earlier ones: --before "), std::string::npos) << first;
  EXPECT_NE(text(asked("nothingofthekind")).find("There is no such public entry."), std::string::npos);
}

TEST_F(EntryDocuments, MayBePublished) {
  AccountQuestion question = asked("");
  question.entries.limit = EntryQuestion::kLimitMost;
  const auto csv = renderAccount(database_, question, {ledger::Language::kEnglish, Format::kCsv});
  ASSERT_TRUE(csv.ok()) << csv.error().message;
  EXPECT_EQ(csv->find("Hours"), std::string::npos);
  EXPECT_NE(csv->find("GrantAwarded"), std::string::npos);
}

}  // namespace
}  // namespace projections
