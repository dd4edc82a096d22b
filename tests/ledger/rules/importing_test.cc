// Voiding a batch as large as a year of a country: no item of it costs a walk over all the others.
#include "ledger/rules/importing.h"

#include <gtest/gtest.h>

#include <cstdio>
#include <ctime>

#include "ledger/base/clock.h"

namespace ledger {
namespace {

constexpr std::int64_t kPaid = 100, kBack = 40;
constexpr Position kFirst = 10;

// One grant of others, into which a batch brought expenditures, each with a part of it reversed.
struct BigBatch {
  explicit BigBatch(std::size_t expenditures) {
    GrantRecord& grant = state.grants.edit(grant_id);
    grant.state = GrantState::kAgreed;
    grant.lines.resize(1);
    const auto total = static_cast<std::int64_t>(expenditures) * kPaid;
    grant.sums.disbursed = total;
    grant.movements.push_back({1, 1, total});
    BatchRecord& record = state.batches.edit(batch);
    record.importer = importer;
    record.visibility = Visibility::kPublic;
    for (std::size_t i = 0; i < expenditures; ++i) spend(grant, record);
    state.settle();
  }

  void spend(GrantRecord& grant, BatchRecord& record) {
    using What = ImportedMoney::What;
    const SubjectId id = random.id<SubjectId>();
    ExpenditureRecordHeld& held = state.expenditures.edit(id);
    held.grant = grant_id;
    held.amount = kPaid;
    held.standing = kPaid - kBack;
    grant.movements.push_back({2, next, -kPaid});
    record.money.push_back({What::kExpenditure, grant_id, id, kPaid, 1, next++});
    grant.movements.push_back({2, next, kBack});
    record.money.push_back({What::kReversal, grant_id, id, kBack, 1, next++});
    grant.sums.spent += held.standing;
    grant.lines[0].spent += held.standing;
  }

  Context context() const {
    Context asked;
    asked.person = importer;
    asked.recorded_at = kMsPerDay;
    return asked;
  }
  ImportVoid command() const { return {batch, Instant{kMsPerDay, 0}}; }
  Result<Decision> judged() const { return judge(state, command(), context()); }

  SeededRandom random{7};
  State state;
  Position next = kFirst;
  const SubjectId grant_id = random.id<SubjectId>();
  const SubjectId batch = random.id<SubjectId>();
  const PersonId importer = random.id<PersonId>();
};

TEST(Importing, TakesBackAllThatABatchBroughtAndNothingElse) {
  BigBatch big(3);
  ASSERT_TRUE(big.judged().ok());
  evolve(big.state, big.command(), big.context());
  const GrantRecord& grant = *big.state.grants.find(big.grant_id);
  EXPECT_EQ(grant.sums.spent, 0);
  EXPECT_EQ(grant.lines[0].spent, 0);
  ASSERT_EQ(grant.movements.size(), 1U);
  EXPECT_EQ(grant.movements.front().index, 1U);
}

// That nothing else of it is seen is the class's own work: the most public submission tells that the batch is there.
TEST(Importing, AVoidHasTheMostPublicClassOfItsBatch) {
  const auto reason = [](const BigBatch& big, Visibility visibility, std::uint16_t rules) {
    Context context = big.context();
    context.visibility = visibility;
    context.rules = rules;
    const auto judged = judge(big.state, big.command(), context);
    return judged ? std::string() : judged.error().reason;
  };
  BigBatch big(1);
  big.state.batches.edit(big.batch).visibility = Visibility::kPrivate;
  EXPECT_EQ(reason(big, Visibility::kPublic, kRulesVersion), "CLASS_MISMATCH");
  EXPECT_EQ(reason(big, Visibility::kScoped, kRulesVersion), "CLASS_MISMATCH");
  EXPECT_EQ(reason(big, Visibility::kPrivate, kRulesVersion), "");
  EXPECT_EQ(reason(big, Visibility::kPublic, 2), "") << "earlier rules let it go";
  Context part = big.context();
  const auto next = [&](Visibility visibility) {
    part.visibility = visibility;
    evolve(big.state, ImportRecord{big.batch, 1, {}, {}, 0, 1}, part);
    return big.state.batches.find(big.batch)->visibility;
  };
  EXPECT_EQ(next(Visibility::kScoped), Visibility::kScoped);
  EXPECT_EQ(next(Visibility::kPrivate), Visibility::kScoped) << "a later part hides no earlier one";
  EXPECT_EQ(reason(big, Visibility::kPrivate, kRulesVersion), "CLASS_MISMATCH");
  EXPECT_EQ(reason(big, Visibility::kScoped, kRulesVersion), "");
}

TEST(Importing, SeesWhatOthersChangedAmongMany) {
  BigBatch big(3);
  const SubjectId second = big.state.batches.find(big.batch)->money[2].id;
  big.state.expenditures.edit(second).standing -= 1;
  const auto judged = big.judged();
  ASSERT_FALSE(judged.ok());
  EXPECT_EQ(judged.error().reason, "BATCH_IN_USE");
  EXPECT_NE(judged.error().message.find("at index 12,"), std::string::npos) << judged.error().message;
}

TEST(Importing, SeesThatMoneyOnHandWouldFallBelowZeroWithoutTheBatch) {
  BigBatch big(2);
  GrantRecord& grant = big.state.grants.edit(big.grant_id);
  // Another one spent what the batch had brought back.
  grant.movements.front().delta = 2 * (kPaid - kBack);
  grant.movements.push_back({3, 99, -(2 * (kPaid - kBack) + 1)});
  const auto judged = big.judged();
  ASSERT_FALSE(judged.ok());
  EXPECT_EQ(judged.error().reason, "NOT_ENOUGH_MONEY");
}

TEST(Importing, VoidsABigBatchWithoutAWalkForEachItem) {
#ifdef __SANITIZE_ADDRESS__
  constexpr std::size_t kExpenditures = 20'000;
#else
  constexpr std::size_t kExpenditures = 60'000;
#endif
  BigBatch big(kExpenditures);
  const std::clock_t begun = std::clock();
  ASSERT_TRUE(big.judged().ok());
  evolve(big.state, big.command(), big.context());
  const double seconds = static_cast<double>(std::clock() - begun) / CLOCKS_PER_SEC;
  std::printf("%zu items: %.3f s\n", 2 * kExpenditures, seconds);
  EXPECT_LT(seconds, 5) << "a walk over all for each item takes minutes; an index less than a second";
}

}  // namespace
}  // namespace ledger
