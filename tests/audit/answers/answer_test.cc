#include "audit/answers/answer.h"

#include <gtest/gtest.h>

namespace audit {
namespace {

TEST(Answer, TellsFactsDocumentFindingsAndVerdict) {
  Answer answer;
  answer.facts = {{"origin", "log\x1B"}};
  answer.document = "a\nb\x1B\n";
  answer.findings.checked("one");
  EXPECT_EQ(textOf(answer), "origin log?\n\na\nb?\n\nchecked\n  one\nverdict OK\n");
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
  EXPECT_EQ(textOf(answer), "awarded 26 000 000.00 KZT\nverdict OK\n");
  EXPECT_NE(jsonOf(answer).find(R"("awarded":"2600000000 KZT")"), std::string::npos);
}

}  // namespace
}  // namespace audit
