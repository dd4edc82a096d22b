#include "projections/fact_source.h"

#include <gtest/gtest.h>

#include "tests/projections/sample_log.h"

namespace projections {
namespace {

using ledger::Assurance;
using ledger::Position;

const Fact* takeAt(FactSource& source, tests::MadeLog& log, Position index) {
  const auto stored = log.read(index, 1);
  const auto fact = source.take(stored->front());
  EXPECT_TRUE(fact.ok()) << fact.error().message;
  return fact.ok() ? *fact : nullptr;
}

TEST(FactSource, GivesAProposedCommandWhereItIsEndorsed) {
  tests::MadeLog log;
  log.submit(tests::person(1));
  const Position proposal = log.propose(ledger::GrantClose{tests::subject(1), tests::on("2026-03-01")});
  const Position endorsement = log.endorse(proposal, tests::person(2));
  // Once in order, once from a source that has seen nothing before.
  FactSource in_order(log);
  for (Position i = 0; i < endorsement; ++i) EXPECT_EQ(takeAt(in_order, log, i), nullptr);
  FactSource fresh(log);
  for (FactSource* source : {&in_order, &fresh}) {
    const Fact* fact = takeAt(*source, log, endorsement);
    ASSERT_NE(fact, nullptr);
    EXPECT_EQ(fact->index, endorsement);
    EXPECT_EQ(fact->stated, proposal);
    EXPECT_EQ(fact->signer, tests::person(1));
    EXPECT_TRUE(fact->command->body.is<ledger::GrantClose>());
  }
}

// An import is of the class of what it brought; an endorsement of the class of what it endorses.
TEST(FactSource, KnowsTheClassOfTheSubmission) {
  tests::MadeLog log;
  log.submit(tests::person(5), Assurance::kImported, ledger::Visibility::kScoped);
  const Position imported =
      log.add(ledger::ImportRecord{tests::sample::kBatch, 0, tests::digest(1), tests::digest(2), 0, 1});
  log.submit(tests::person(1), Assurance::kSelf, ledger::Visibility::kPrivate);
  const Position proposal = log.propose(ledger::AwardConfer{tests::subject(1), "ACT-1", tests::on("2026-03-01")});
  const Position endorsed = log.endorse(proposal, tests::person(2));
  log.submit(tests::person(1));
  const Position closed = log.add(ledger::GrantClose{tests::subject(1), tests::on("2026-03-01")});
  FactSource in_order(log);
  for (Position i = 0; i < log.size(); ++i) {
    FactSource fresh(log);
    const Fact* told = takeAt(in_order, log, i);
    const Fact* alone = takeAt(fresh, log, i);
    ASSERT_EQ(told == nullptr, alone == nullptr) << i;
    if (told == nullptr) continue;
    EXPECT_EQ(told->visibility, alone->visibility) << i;
    const auto expected = i == imported   ? ledger::Visibility::kScoped
                          : i == endorsed ? ledger::Visibility::kPrivate
                                          : ledger::Visibility::kPublic;
    EXPECT_EQ(told->visibility, expected) << i;
  }
  EXPECT_EQ(takeAt(in_order, log, closed)->visibility, ledger::Visibility::kPublic);
}

TEST(FactSource, TakesTheFlagsOfTheEndorsement) {
  tests::MadeLog log;
  log.submit(tests::person(9));
  const Position proposal = log.propose(tests::claimOf(1, tests::person(9), "2026-03-01", 60));
  const Position endorsement = log.endorse(proposal, tests::person(2), {ledger::Flag::kClaimedLate});
  FactSource source(log);
  const Fact* fact = takeAt(source, log, endorsement);
  ASSERT_NE(fact, nullptr);
  EXPECT_EQ(fact->decision->flags, std::vector<ledger::Flag>{ledger::Flag::kClaimedLate});
  EXPECT_EQ(fact->assurance, Assurance::kSelf);
}

TEST(FactSource, KnowsTheBatchAndAssuranceOfAnEventTakenAlone) {
  tests::MadeLog log;
  log.submit(tests::person(5), Assurance::kImported);
  log.add(ledger::ImportRecord{tests::sample::kBatch, 0, tests::digest(1), tests::digest(2), 0, 1});
  log.add(tests::claimOf(1, tests::person(9), "2026-03-01", 60));
  const Position last = log.add(tests::claimOf(2, tests::person(9), "2026-03-02", 60));
  FactSource source(log);
  const Fact* fact = takeAt(source, log, last);
  ASSERT_NE(fact, nullptr);
  EXPECT_EQ(fact->assurance, Assurance::kImported);
  EXPECT_EQ(fact->batch, tests::sample::kBatch);
  EXPECT_EQ(fact->signer, tests::person(5));
}

TEST(FactSource, ForgetsTheBatchWithTheNextSubmission) {
  tests::MadeLog log;
  log.submit(tests::person(5), Assurance::kImported);
  log.add(ledger::ImportRecord{tests::sample::kBatch, 0, tests::digest(1), tests::digest(2), 0, 1});
  log.submit(tests::person(9), Assurance::kWeb);
  log.add(tests::claimOf(1, tests::person(9), "2026-03-01", 60));
  FactSource source(log);
  for (Position i = 0; i < 3; ++i) takeAt(source, log, i);
  const Fact* fact = takeAt(source, log, 3);
  ASSERT_NE(fact, nullptr);
  EXPECT_EQ(fact->assurance, Assurance::kWeb);
  EXPECT_TRUE(fact->batch.isNone());
}

TEST(FactSource, NamesAnEntryItCannotRead) {
  tests::MadeLog log;
  FactSource source(log);
  const auto fact = source.take({17, {}, ledger::Bytes(16)});
  EXPECT_EQ(fact.error().reason, "ENTRY_UNREADABLE");
  EXPECT_NE(fact.error().message.find("entry 17"), std::string::npos) << fact.error().message;
}

}  // namespace
}  // namespace projections
