#include "audit/answers/answer.h"

#include <gtest/gtest.h>

#include "audit/verify/meaning.h"

namespace audit {
namespace {

using ledger::Language;

// The last line of what is told.
std::string meaning(const Answer& answer, Language language = Language::kEnglish) {
  return meaningOf(answer.findings, answer.pinned).in(language) + "\n";
}

TEST(Answer, TellsFactsDocumentFindingsAndVerdict) {
  Answer answer;
  answer.facts = {{"origin", "log\x1B"}};
  answer.document = "a\nb\x1B\n";
  answer.findings.checked("one");
  EXPECT_EQ(textOf(answer), "origin log?\n\na\nb?\n\nchecked\n  one\nverdict OK\n" + meaning(answer));
  answer.pinned = false;
  EXPECT_NE(textOf(answer).find("verdict OK (key not pinned)"), std::string::npos);
  answer.findings.couldNotCheck("two");
  EXPECT_NE(textOf(answer).find("not checked\n  two\nverdict COULD_NOT_CHECK\n"), std::string::npos);
  answer.findings.add({Wrong::kFork, 7, {}, "three"});
  EXPECT_NE(textOf(answer).find("findings: 1\n  FORK 7: three\nverdict FORK 7\n"), std::string::npos);
  const std::string json = jsonOf(answer);
  for (const char* part : {"\"verdict\":\"FORK 7\"", "\"exit\":4", "\"index\":7", "\"notChecked\":[\"two\"]",
                           "\"document\":", "\"pinned\":false"})
    EXPECT_NE(json.find(part), std::string::npos) << part << " in " << json;
}

TEST(Answer, TellsPeopleAnAmountInWholeUnitsAndProgramsInMinorOnes) {
  Answer answer;
  answer.facts = {{"awarded", "2600000000 KZT"}};
  answer.facts_for_people["awarded"] = "26 000 000.00 KZT";
  EXPECT_EQ(textOf(answer), "awarded 26 000 000.00 KZT\nverdict OK\n" + meaning(answer));
  EXPECT_NE(jsonOf(answer).find(R"("awarded":"2600000000 KZT")"), std::string::npos);
}

TEST(Answer, IsToldInTheLanguageAskedFor) {
  Answer answer;
  answer.facts = {{"size", "7"}, {"from size", "3"}};
  answer.scope = "one stream";
  answer.findings.checked("one");
  answer.findings.couldNotCheck("two");
  answer.findings.add({Wrong::kFork, 7, {}, "three"});
  EXPECT_EQ(textOf(answer, Language::kKazakh),
            "көлемі 7\nбұрынғы көлемі 3\nтексерілгені\n  one\nтексерілмегені\n  two\nтабылғаны: 1\n  FORK 7: three\n"
            "қорытынды FORK 7 (бір ағын)\n" +
                meaning(answer, Language::kKazakh));
  EXPECT_EQ(textOf(answer, Language::kRussian),
            "размер 7\nпрежний размер 3\nпроверено\n  one\nне проверено\n  two\nнайдено: 1\n  FORK 7: three\n"
            "вывод FORK 7 (один поток)\n" +
                meaning(answer, Language::kRussian));
}

TEST(Answer, OfItsJsonTheMeaningAloneIsInAnotherLanguage) {
  Answer answer;
  answer.facts = {{"size", "7"}};
  const std::string meant = "\"meaning\":\"" + meaningOf(answer.findings, true).in(Language::kKazakh) + "\"";
  EXPECT_NE(jsonOf(answer, Language::kKazakh).find(meant), std::string::npos);
  EXPECT_NE(jsonOf(answer, Language::kKazakh).find(R"("facts":{"size":"7"})"), std::string::npos);
  EXPECT_NE(jsonOf(answer).find(meaningOf(answer.findings, true).in(Language::kEnglish)), std::string::npos);
}

TEST(Answer, SaysWhatNotFoundMeans) {
  Answer answer;
  answer.findings.couldNotCheck("entry 9");
  answer.found = false;
  for (const Language language : ledger::kLanguages) {
    const std::string meant = " NOT_FOUND\n" + meaningOfNotFound().in(language) + "\n";
    EXPECT_TRUE(textOf(answer, language).ends_with(meant)) << textOf(answer, language);
  }
}

}  // namespace
}  // namespace audit
