#include <sstream>

#include "projections/render/render.h"
#include "projections/render/text_table.h"
#include "tests/projections/oversight/campaign_log.h"
#include "tests/projections/plain_text.h"

namespace projections {
namespace {

using ledger::Language;
using ledger::StreamRole;

class RegisterDocument : public tests::CampaignRegister {
 protected:
  std::string textOf(StreamRole role, Language language, bool facts = false) {
    RegisterQuestion question;
    question.role = role;
    question.facts = facts;
    const auto text = renderRegister(database_, question, {language, Format::kText});
    EXPECT_TRUE(text.ok()) << text.error().message;
    return text.ok() ? tests::plain(*text) : std::string();
  }
};

TEST_F(RegisterDocument, SpeaksTheLanguageAskedFor) {
  const std::string english = textOf(StreamRole::kIdea, Language::kEnglish);
  EXPECT_EQ(english.substr(0, english.find('\n')), "Register: ideas");
  EXPECT_NE(english.find("declined"), std::string::npos);
  const std::string russian = textOf(StreamRole::kIdea, Language::kRussian);
  EXPECT_EQ(russian.substr(0, russian.find('\n')), "Реестр: идеи");
  EXPECT_NE(russian.find("отклонено"), std::string::npos);
  const std::string kazakh = textOf(StreamRole::kIdea, Language::kKazakh);
  EXPECT_EQ(kazakh.substr(0, kazakh.find('\n')), "Тізілім: идеялар");
  EXPECT_NE(kazakh.find("қабылданбады"), std::string::npos);
  for (const std::string* text : {&russian, &kazakh}) EXPECT_EQ(text->find("declined"), std::string::npos);
}

TEST_F(RegisterDocument, EndsWithTheSumsOfEachStateAndOfAll) {
  const std::string text = textOf(StreamRole::kDonation, Language::kEnglish);
  EXPECT_NE(text.find("received      1  450.00 KZT"), std::string::npos) << text;
  EXPECT_NE(text.find("Total         1  450.00 KZT"), std::string::npos) << text;
}

TEST_F(RegisterDocument, ListsFactsWithTheirFiguresWhereAskedFor) {
  EXPECT_EQ(textOf(StreamRole::kForum, Language::kEnglish).find("participation in a forum"), std::string::npos);
  const std::string text = textOf(StreamRole::kForum, Language::kEnglish, true);
  EXPECT_NE(text.find("participation in a forum  30 people"), std::string::npos) << text;
  EXPECT_NE(text.find("UZ, participant"), std::string::npos) << text;
  EXPECT_NE(text.find("participation in a forum      2  34 people"), std::string::npos) << text;
}

TEST_F(RegisterDocument, SaysThatNothingIsThere) {
  EXPECT_NE(textOf(StreamRole::kTraining, Language::kEnglish).find("\n  none\n"), std::string::npos);
}

TEST_F(RegisterDocument, NoLineIsWiderThanATerminal) {
  for (const Language language : ledger::kLanguages) {
    for (std::uint16_t i = 0; i < ledger::kEnumerants<StreamRole>; ++i) {
      std::istringstream lines(textOf(static_cast<StreamRole>(i), language, true));
      for (std::string line; std::getline(lines, line);) EXPECT_LE(displayWidth(line), 120U) << line;
    }
  }
}

}  // namespace
}  // namespace projections
