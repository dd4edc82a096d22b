#include "projections/language/suppression_phrases.h"
#include "tests/ledger/policies/shipped_policies.h"
#include "tests/projections/render/rendered.h"

namespace projections {
namespace {

using ledger::Language;

class NationalDocument : public tests::RenderedSample {};

TEST_F(NationalDocument, ReadsWellInEachLanguage) {
  for (const Language language : ledger::kLanguages) {
    const auto text = renderNational(database_, {language, Format::kText}, {}, Audience::kOffice);
    ASSERT_TRUE(text.ok()) << text.error().message;
    tests::expectGolden("national." + std::string(codeOf(language)) + ".txt", *text);
  }
}

// The figures behind a heading, without the spaces around them.
std::string figureOf(const std::string& text, const Phrase& heading, Language language) {
  const std::size_t at = text.find("  " + heading.in(language) + "  ");
  if (at == std::string::npos) return "no such line";
  const std::string line = text.substr(at, text.find('\n', at) - at);
  return line.substr(line.find_last_of(' ') + 1);
}

TEST_F(NationalDocument, HidesFiguresOfFewPeopleAndSaysByWhichPolicy) {
  for (const Language language : ledger::kLanguages) {
    const auto text = renderNational(database_, {language, Format::kText});
    ASSERT_TRUE(text.ok()) << text.error().message;
    for (const Phrase* heading :
         {&phrases::kVolunteersAttested, &phrases::kAttestedHours, &phrases::kWaiting, &phrases::kImportedHours}) {
      EXPECT_EQ(figureOf(*text, *heading, language), kHiddenSign) << *text;
    }
    EXPECT_EQ(text->find(durationText(ledger::Minutes{1330}, language)), std::string::npos)
        << "attested hours, in a total or in a table:\n"
        << *text;
    EXPECT_NE(text->find("\nx"), std::string::npos) << "what the sign means";
    EXPECT_NE(text->find(phrases::kNoSuppressionPolicy.in(language)), std::string::npos);
    EXPECT_NE(text->find(phrases::kInReleases.in(language)), std::string::npos);
    EXPECT_EQ(text->find(phrases::kHoursByRegion.in(language)), std::string::npos);
    EXPECT_NE(text->find(phrases::kPlacesByRegion.in(language)), std::string::npos);
  }
}

TEST_F(NationalDocument, NamesThePolicyInForce) {
  const ledger::PolicyPublish policy = tests::shippedPolicy("suppression");
  log_.byTwo(policy);
  ASSERT_TRUE(catchUp(database_, log_, log_.goal()).ok());
  for (const auto& [language, said] : {std::pair(Language::kKazakh, "2026-1 нұсқасы, тексерілмеген, журналдың "),
                                       std::pair(Language::kRussian, "версия 2026-1, не проверено, запись "),
                                       std::pair(Language::kEnglish, "version 2026-1, not verified, entry ")}) {
    const auto text = renderNational(database_, {language, Format::kText});
    ASSERT_TRUE(text.ok()) << text.error().message;
    EXPECT_NE(text->find(policy.policy.text() + ", " + said), std::string::npos) << *text;
    EXPECT_EQ(text->find(phrases::kNoSuppressionPolicy.in(language)), std::string::npos);
  }
}

}  // namespace
}  // namespace projections
