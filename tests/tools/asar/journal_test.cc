// The books of a few facts: what each of them moves, what is taken back, and what is claimed at the end.
#include "tools/asar/journal.h"

#include <gtest/gtest.h>

#include <map>
#include <sstream>

#include "ledger/event/json_gate.h"

namespace tools {
namespace {

using ledger::PersonId;
using ledger::SubjectId;

template <class AnyId>
AnyId journalId(std::uint8_t last) {
  AnyId id;
  id.bytes[15] = last;
  return id;
}

SubjectId subject(std::uint8_t last) {
  return journalId<SubjectId>(last);
}

ledger::Money tenge(std::int64_t minor) {
  return {minor, *ledger::Currency::parse("KZT")};
}

constexpr ledger::Instant kNoon{1'772'348'400'000, 300};  // 2026-03-01 12:00 +05:00

// Takes facts one after the other.
class Books {
 public:
  template <class Body>
  void take(Body body, SubjectId batch = {}) {
    const ledger::Command command{{}, {}, std::move(body)};
    projections::Fact fact;
    fact.index = ++index_;
    fact.command = &command;
    fact.batch = batch;
    if (!batch.isNone()) fact.assurance = ledger::Assurance::kImported;
    const auto taken = journal.take(fact);
    if (!taken) refused.push_back(taken.error().reason);
  }

  // Sums of the postings of the one account; those that claim a balance leave it as it is.
  std::int64_t balance(const std::string& account) const {
    std::istringstream lines(out.str());
    std::int64_t sum = 0;
    for (std::string line; std::getline(lines, line);) {
      std::istringstream words(line);
      std::string name, amount;
      words >> name >> amount;
      if (!line.starts_with("    ") || name != account) continue;
      std::erase(amount, '.');
      sum += std::stoll(amount);
    }
    return sum;
  }

  void awarded(std::uint8_t grant, SubjectId batch = {}) {
    ledger::GrantAward award;
    award.grant = subject(grant);
    award.number = "SG-2026-0147\n    assets:grants:evil  1 KZT";
    award.amount = tenge(1000);
    award.occurred_at = kNoon;
    take(award, batch);
  }
  void disbursed(std::uint8_t grant, std::uint8_t id, std::int64_t minor, SubjectId batch = {}) {
    ledger::TrancheDisburse paid;
    paid.grant = subject(grant);
    paid.disbursement = subject(id);
    paid.amount = tenge(minor);
    paid.occurred_at = kNoon;
    take(paid, batch);
  }
  void spent(std::uint8_t grant, std::uint8_t id, std::int64_t minor, SubjectId batch = {}) {
    ledger::ExpenditureRecord record;
    record.grant = subject(grant);
    record.expenditure = subject(id);
    record.amount = tenge(minor);
    record.vendor = "individual";
    record.occurred_at = kNoon;
    take(record, batch);
  }
  void reversed(std::uint8_t grant, SubjectId original, std::int64_t minor) {
    ledger::ExpenditureReverse back;
    back.grant = subject(grant);
    back.original = original;
    back.amount = tenge(minor);
    back.occurred_at = kNoon;
    take(back);
  }
  void attested(std::uint8_t hours, int minutes) {
    ledger::HoursAttest attest;
    attest.hours = subject(hours);
    attest.minutes = ledger::Minutes{minutes};
    take(attest);
  }
  void claimed(std::uint8_t hours, std::uint8_t volunteer, SubjectId batch = {}) {
    ledger::HoursClaim claim;
    claim.hours = subject(hours);
    claim.volunteer = journalId<PersonId>(volunteer);
    claim.activity = subject(99);
    claim.minutes = ledger::Minutes{60};
    claim.occurred_at = kNoon;
    take(claim, batch);
  }

  std::ostringstream out;
  Journal journal{out};
  std::vector<std::string> refused;

 private:
  ledger::Position index_ = 0;
};

std::string accountOf(const std::string& beginning, std::uint8_t id) {
  return beginning + subject(id).text();
}

TEST(Journal, BooksWhatEachFactMoves) {
  Books books;
  books.awarded(1);
  books.disbursed(1, 2, 900);
  books.spent(1, 3, 400);
  books.reversed(1, subject(3), 50);
  books.reversed(1, {}, 7);
  ledger::InterestRecord interest;
  interest.grant = subject(1);
  interest.amount = tenge(5);
  books.take(interest);
  ledger::RefundSend refund;
  refund.grant = subject(1);
  refund.amount = tenge(100);
  books.take(refund);
  EXPECT_EQ(books.balance(accountOf("equity:awarded:", 1)), 1000);
  EXPECT_EQ(books.balance(accountOf("income:disbursed:", 1)), -900);
  EXPECT_EQ(books.balance(accountOf("expenses:spent:", 1)), 350);
  EXPECT_EQ(books.balance(accountOf("income:vendor-refunds:", 1)), -7);
  EXPECT_EQ(books.balance(accountOf("income:interest:", 1)), -5);
  EXPECT_EQ(books.balance(accountOf("expenses:returned:", 1)), 100);
  EXPECT_EQ(books.balance(accountOf("assets:grants:", 1)), 900 - 350 + 7 + 5 - 100);
  EXPECT_EQ(books.journal.transactions(), 7U);
  EXPECT_TRUE(books.refused.empty());
}

TEST(Journal, FollowsWhatIsCorrectedDisallowedAndVoided) {
  Books books;
  books.awarded(1);
  books.disbursed(1, 2, 900);
  books.spent(1, 3, 400);
  ledger::ExpenditureCorrect correct;
  correct.grant = subject(1);
  correct.expenditure = subject(3);
  correct.amount = tenge(450);
  books.take(correct);
  EXPECT_EQ(books.balance(accountOf("expenses:spent:", 1)), 450);
  ledger::ExpenditureDisallow disallow;
  disallow.grant = subject(1);
  disallow.expenditure = subject(3);
  disallow.amount = tenge(30);
  books.take(disallow);
  EXPECT_EQ(books.balance(accountOf("expenses:spent:", 1)), 420);
  ledger::ExpenditureVoid voided;
  voided.grant = subject(1);
  voided.expenditure = subject(3);
  books.take(voided);
  EXPECT_EQ(books.balance(accountOf("expenses:spent:", 1)), 0);
  ledger::DisbursementReverse back;
  back.grant = subject(1);
  back.disbursement = subject(2);
  back.amount = tenge(300);
  books.take(back);
  EXPECT_EQ(books.balance(accountOf("assets:grants:", 1)), 600);
}

TEST(Journal, AVoidedBatchLeavesNothingOfItAndAllOfTheOthers) {
  Books books;
  const SubjectId batch = subject(50);
  books.awarded(1, batch);
  books.awarded(10);
  books.disbursed(1, 2, 900, batch);
  books.disbursed(10, 20, 500);
  books.spent(1, 3, 400, batch);
  books.spent(10, 21, 60, batch);
  books.spent(10, 22, 70);
  ledger::ImportVoid voided;
  voided.batch = batch;
  books.take(voided);
  for (const char* account : {"equity:awarded:", "assets:grants:", "income:disbursed:", "expenses:spent:"})
    EXPECT_EQ(books.balance(accountOf(account, 1)), 0) << account;
  EXPECT_EQ(books.balance(accountOf("expenses:spent:", 10)), 70);
  EXPECT_EQ(books.balance(accountOf("assets:grants:", 10)), 430);
}

TEST(Journal, BooksAttestedMinutesOnTheDayOfTheServiceAndNoImportedOnes) {
  Books books;
  books.claimed(1, 7);
  books.claimed(2, 7, subject(50));
  EXPECT_EQ(books.journal.transactions(), 0U) << "a claim is no service yet";
  books.attested(1, 50);
  EXPECT_NE(books.out.str().find("2026-03-01 (3) HoursAttested"), std::string::npos) << books.out.str();
  ledger::HoursCorrect correct;
  correct.hours = subject(1);
  correct.minutes = ledger::Minutes{45};
  books.take(correct);
  books.attested(2, 60);
  EXPECT_EQ(books.balance(accountOf("hours:served:", 7)), 45);
  EXPECT_EQ(books.balance(accountOf("hours:given:", 99)), -45);
  ledger::HoursVoid voided;
  voided.hours = subject(1);
  books.take(voided);
  EXPECT_EQ(books.balance(accountOf("hours:served:", 7)), 0);
}

TEST(Journal, TellsNoVendorAndLetsNoNumberWriteLinesOfItsOwn) {
  Books books;
  books.awarded(1);
  books.disbursed(1, 2, 900);
  books.spent(1, 3, 400);
  EXPECT_EQ(books.out.str().find("individual"), std::string::npos);
  EXPECT_EQ(books.out.str().find("\n    assets:grants:evil"), std::string::npos) << books.out.str();
}

TEST(Journal, ClaimsWhatTheLedgerCounts) {
  Books books;
  books.awarded(1);
  books.disbursed(1, 2, 900);
  const std::string grant = subject(1).text();
  const auto figures =
      ledger::parseJson(R"({"grants":{")" + grant +
                        R"(":{"awarded":1000,"currency":"KZT","disbursed":900,"onHand":899,"returned":0,"spent":1}},)"
                        R"("minutes":{"00000000000000000000000007":45},"size":12})");
  ASSERT_TRUE(figures);
  ASSERT_TRUE(books.journal.close(*figures));
  const std::string text = books.out.str();
  EXPECT_NE(text.find("\n2026-03-01 balances at size 12\n"), std::string::npos) << text;
  for (const char* claimed :
       {"0.00 KZT = 10.00 KZT", "0.00 KZT = -9.00 KZT", "0.00 KZT = 8.99 KZT", "0.00 KZT = 0.01 KZT", "0 min = 45 min"})
    EXPECT_NE(text.find(claimed), std::string::npos) << claimed << text;
  EXPECT_FALSE(books.journal.close(ledger::JsonValue(ledger::JsonValue::Fields{{"size", 3}})));
}

TEST(Journal, AFactAboutNothingIsRefused) {
  Books books;
  books.disbursed(1, 2, 900);
  books.reversed(1, subject(3), 50);
  EXPECT_EQ(books.refused, (std::vector<std::string>{"FACT_WITHOUT_SUBJECT", "FACT_WITHOUT_SUBJECT"}));
}

}  // namespace
}  // namespace tools
