#include "projections/render/accountability.h"

#include <set>

#include "tests/projections/render/rendered_account.h"

namespace projections {
namespace {

class Accounts : public tests::RenderedAccount {
 protected:
  AccountQuestion of(const std::string& name) const {
    AccountQuestion question;
    question.name = name;
    if (name == "organisation" || name == "funder") question.of = "KZ-BIN-000140000012";
    if (name == "programme") question.of = tests::sample::kProgramme.text();
    if (name == "office") question.of = "KZ-71";
    return question;
  }
};

constexpr const char* kNames[] = {"organisation", "programme",   "office",     "funder",      "flow",
                                  "regrants",     "obligations", "findings",   "corrections", "awards",
                                  "value",        "deployments", "assignments"};

TEST_F(Accounts, AreThereInEveryLanguageAndAsJson) {
  for (const char* name : kNames) {
    for (const bool exact : {false, true}) {
      AccountQuestion question = of(name);
      question.exact = exact;
      std::set<std::string> texts;
      for (const ledger::Language language : ledger::kLanguages) texts.insert(text(question, language));
      EXPECT_EQ(texts.size(), 3U) << name;
      const auto parsed = json(question);
      EXPECT_EQ(parsed["report"], name);
      EXPECT_EQ(parsed["size"], played_.log.size());
    }
  }
}

// No id of a person is in anything, for whomever it is.
TEST_F(Accounts, NameNobody) {
  for (const char* name : kNames) {
    AccountQuestion question = of(name);
    question.exact = true;
    const std::string all = json(question).dump();
    for (const std::uint8_t number : {std::uint8_t{1}, std::uint8_t{2}, std::uint8_t{3}})
      EXPECT_EQ(all.find(tests::person(number).text()), std::string::npos) << name;
  }
}

TEST_F(Accounts, AreOfADayAndOfASubjectByItsNumber) {
  AccountQuestion owed = of("obligations");
  owed.on = tests::day("2026-03-11");
  owed.of = "RG-1";
  EXPECT_EQ(json(owed)["overdue"].size(), 1U);
  owed.of = "RG-1-1";
  EXPECT_EQ(json(owed)["overdue"].size(), 0U);
  owed.of = "KZ-BIN-000140000012";
  EXPECT_EQ(json(owed)["overdue"].size(), 1U);
  AccountQuestion since = of("corrections");
  since.since = std::to_string(played_.corrected);
  EXPECT_EQ(json(since)["corrections"].size(), 2U);
  since.since = "2026-03-02";
  EXPECT_EQ(json(since)["corrections"].size(), 0U);
}

TEST_F(Accounts, RefuseWhatTheyDoNotKnow) {
  const auto reason = [&](AccountQuestion question) {
    const auto rendered = renderAccount(database_, question, {});
    return rendered.ok() ? std::string() : rendered.error().reason;
  };
  EXPECT_EQ(reason(of("nothing")), "REPORT_UNKNOWN");
  AccountQuestion findings = of("findings");
  findings.of = "nobody";
  EXPECT_EQ(reason(findings), "SUBJECT_UNKNOWN");
  AccountQuestion corrections = of("corrections");
  corrections.since = "yesterday";
  EXPECT_NE(reason(corrections), "");
  AccountQuestion programme = of("programme");
  programme.of = "taza-alem";
  EXPECT_NE(reason(programme), "");
}

}  // namespace
}  // namespace projections
