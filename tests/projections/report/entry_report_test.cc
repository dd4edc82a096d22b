#include "projections/report/entry_report.h"

#include "tests/projections/report/account_log.h"

namespace projections {
namespace {

class EntryReports : public tests::AccountRegister {
 protected:
  EntryReport report(const EntryQuestion& question) {
    auto report = readEntryReport(database_, question);
    EXPECT_TRUE(report.ok()) << report.error().message;
    return report.ok() ? *std::move(report) : EntryReport{};
  }
  // "GrantAwarded AgreementSigned", in the order in which they are given.
  std::string events(const EntryQuestion& question) {
    std::string text;
    for (const PublicEntry& entry : report(question).entries) text += (text.empty() ? "" : " ") + entry.said.fact.event;
    return text;
  }
  static EntryQuestion finding(std::string words) {
    EntryQuestion question;
    question.find = std::move(words);
    return question;
  }
};

TEST_F(EntryReports, FindWhatAnEntrySaysInAnyLanguage) {
  EXPECT_EQ(events(finding("көктемгі СЕНБІЛІК")), "GrantAwarded");
  EXPECT_EQ(events(finding("Паводок")), "EmergencyDeclared");
  EXPECT_EQ(events(finding("зеленый сад")), "OrganisationRegistered") << "ё is е";
  EXPECT_EQ(events(finding("INV-31")), "ExpenditureRecorded");
  EXPECT_EQ(events(finding("договор ssо-1")), "") << "a letter of another script";
  EXPECT_EQ(events(finding("договор sso-1")), "ContractSigned");
}

TEST_F(EntryReports, FindEventsAndCodesByTheWordsOfTheSchema) {
  const std::string reversed = events(finding("SG-2026-0147 расход возвращён"));
  EXPECT_NE(reversed.find("ExpenditureReversed"), std::string::npos);
  EXPECT_EQ(reversed.find("ExpenditureRecorded"), std::string::npos);
  EXPECT_EQ(events(finding("sg-2026-0147 шығыс қайтарылды")), reversed);
  EXPECT_EQ(events(finding("sg-2026-0147 expenditure reversed")), reversed);
  EntryQuestion queried = finding("sg-2026-0147");
  queried.kind = "expenditureQuery";
  EXPECT_EQ(events(queried), events(finding("sg-2026-0147 unreadable")));
  EXPECT_EQ(events(queried), "ExpenditureQueried");
}

TEST_F(EntryReports, AreOfOneKindOfSomebodyOnSomeDays) {
  EntryQuestion question;
  question.kind = "EmergencyDeclared";
  EXPECT_EQ(events(question), "EmergencyDeclared");
  question = {};
  question.of = tests::account::kSubAward;
  EXPECT_EQ(events(question), "ExpenditureRecorded TrancheDisbursed TrancheApproved AgreementSigned GrantAwarded");
  question.period = Period{tests::day("2026-02-02"), tests::day("2026-02-03")};
  EXPECT_EQ(events(question), "TrancheApproved AgreementSigned");
  question.find = "транш";
  EXPECT_EQ(events(question), "TrancheApproved");
}

// One page after another is the whole, with nothing twice and nothing left out.
TEST_F(EntryReports, GoOnPageAfterPage) {
  EntryQuestion all;
  all.limit = EntryQuestion::kLimitMost;
  const EntryReport whole = report(all);
  ASSERT_GT(whole.entries.size(), 50U);
  EXPECT_EQ(whole.next, 0U);
  for (const std::string& words : {std::string(), std::string("sg-2026-0147")}) {
    all.find = words;
    std::vector<ledger::Position> expected;
    for (const PublicEntry& entry : report(all).entries) expected.push_back(entry.said.fact.fact_index);
    EXPECT_TRUE(std::is_sorted(expected.rbegin(), expected.rend()));
    std::vector<ledger::Position> paged;
    EntryQuestion page = finding(words);
    page.limit = 7;
    do {
      const EntryReport told = report(page);
      for (const PublicEntry& entry : told.entries) paged.push_back(entry.said.fact.fact_index);
      page.before = told.next;
    } while (page.before != 0);
    EXPECT_EQ(paged, expected) << words;
  }
}

TEST_F(EntryReports, SayWhatTookAnEntryBackLater) {
  const EntryReport spent = report(finding("inv-158"));
  ASSERT_EQ(spent.entries.size(), 1U);
  ASSERT_EQ(spent.entries[0].changes.size(), 1U);
  EXPECT_EQ(spent.entries[0].changes[0].event, "ExpenditureVoided");
  EXPECT_EQ(spent.entries[0].changes[0].index, played_.voided);
  const EntryReport imported = report(finding("inv-42"));
  ASSERT_EQ(imported.entries.size(), 1U);
  ASSERT_EQ(imported.entries[0].changes.size(), 2U);
  EXPECT_EQ(imported.entries[0].changes[0].event, "ExpenditureReversed");
  EXPECT_EQ(imported.entries[0].changes[1].event, "ImportVoided");
  EntryQuestion question;
  question.kind = "importVoid";
  ASSERT_EQ(report(question).entries.size(), 1U);
  EXPECT_TRUE(report(question).entries[0].changes.empty()) << "it does not void itself";
}

TEST_F(EntryReports, NameWhatAnEntryIsAboutAndWhose) {
  const EntryReport spent = report(finding("inv-31"));
  ASSERT_EQ(spent.entries.size(), 1U);
  EXPECT_EQ(spent.entries[0].subject.number, "SG-2026-0147");
  EXPECT_EQ(spent.entries[0].owner.names.en, "Green Garden Fund");
}

TEST_F(EntryReports, RefuseWhatTheyCannotAnswer) {
  EntryQuestion question;
  question.kind = "hoursClaim";
  EXPECT_EQ(readEntryReport(database_, question).error().reason, "KIND_NOT_PUBLIC");
  question.kind = "nothing";
  EXPECT_EQ(readEntryReport(database_, question).error().reason, "KIND_UNKNOWN");
  question = {};
  for (const std::uint64_t limit : {std::uint64_t{0}, EntryQuestion::kLimitMost + 1}) {
    question.limit = limit;
    EXPECT_EQ(readEntryReport(database_, question).error().reason, "BAD_LIMIT") << limit;
  }
  EXPECT_EQ(readEntryReport(database_, finding("(*)")).error().reason, "QUESTION_WITHOUT_WORDS");
}

// Whatever somebody types, the answer is ours.
TEST_F(EntryReports, AreBrokenByNoQuestion) {
  for (const char* words : {"\"", "a\" OR \"b", "NEAR(a b)", "words: x", "x'); drop table facts; --", "a*b^c",
                            "+ - {}x", "AND", "OR NOT", "\xff\xfe x", "́"}) {
    const auto told = readEntryReport(database_, finding(words));
    EXPECT_TRUE(told.ok() || told.error().reason == "QUESTION_WITHOUT_WORDS") << words;
  }
  EXPECT_GT(report({}).entries.size(), 50U);
}

}  // namespace
}  // namespace projections
