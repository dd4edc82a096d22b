// E14, E15, each with what just is none.
#include <gtest/gtest.h>

#include <cmath>

#include "tests/audit/rules/rules_world.h"

namespace audit::tests {
namespace {

using namespace ledger;  // every command and code of the catalogue

// Payments of two grantees, so many of which are whole thousands.
Outcome rounds(int mine, int theirs, int payments = 20) {
  RulesWorld world;
  const SubjectId grant = world.importedGrant(world.funder, world.grantee);
  const SubjectId other = world.importedGrant(world.funder, world.organisation(5));
  std::vector<ExpenditureRecord> list;
  for (int i = 0; i < payments; ++i) {
    list.push_back(world.spending(grant, (i < mine ? 100'000 : 100'001) * (i + 3)));
    list.push_back(world.spending(other, (i < theirs ? 100'000 : 100'001) * (i + 3)));
  }
  world.importSpending(list);
  return world.look("E14");
}

TEST(RoundSums, FarMoreThanOfOthersAreRaised) {
  EXPECT_EQ(rounds(12, 2).raised, 1U);
  EXPECT_EQ(rounds(12, 12).raised, 0U);
  EXPECT_EQ(rounds(3, 2).raised, 0U);
}

TEST(RoundSums, OfFewAreNone) {
  EXPECT_EQ(rounds(19, 0, 19).raised, 0U);
}

TEST(RoundSums, WithoutOthersAreNotChecked) {
  RulesWorld world;
  const SubjectId grant = world.importedGrant(world.funder, world.grantee);
  std::vector<ExpenditureRecord> list;
  for (int i = 0; i < 20; ++i) list.push_back(world.spending(grant, 100'000 * (i + 1)));
  world.importSpending(list);
  const Outcome outcome = world.look("E14");
  EXPECT_EQ(outcome.raised, 0U);
  EXPECT_EQ(outcome.checked, Checked::kPart);
}

Outcome digits(const std::vector<std::int64_t>& amounts) {
  RulesWorld world;
  const SubjectId grant = world.importedGrant(world.funder, world.grantee);
  std::vector<ExpenditureRecord> list;
  for (const std::int64_t amount : amounts) list.push_back(world.spending(grant, amount));
  world.importSpending(list);
  return world.look("E15");
}

// Even steps of the logarithm over four decades are Benford's law itself; a quarter lies below the first whole one.
std::vector<std::int64_t> lawful(int count, double from) {
  std::vector<std::int64_t> amounts;
  for (int i = 0; i < count; ++i)
    amounts.push_back(std::llround(from * std::pow(10.0, 4.0 * (static_cast<double>(i) + 0.5) / count)));
  return amounts;
}

TEST(FirstDigits, OfTheLawAreNone) {
  EXPECT_EQ(digits(lawful(900, 1000)).raised, 0U);
}

TEST(FirstDigits, OfMadeUpAmountsAreRaised) {
  std::vector<std::int64_t> amounts = lawful(900, 1000);
  for (std::size_t i = 0; i < amounts.size(); i += 3) amounts[i] = 550'000 + static_cast<std::int64_t>(i);
  EXPECT_EQ(digits(amounts).raised, 1U);
}

TEST(FirstDigits, CutOffBelowAreComparedFromTheNextDecadeOn) {
  std::vector<std::int64_t> amounts;
  for (const std::int64_t amount : lawful(1200, 1000)) {
    if (amount >= 5'000) amounts.push_back(amount);
  }
  EXPECT_EQ(digits(amounts).raised, 0U);
  EXPECT_EQ(digits(amounts).checked, Checked::kWhole);
}

TEST(FirstDigits, OfFewOrAlikeAreNotChecked) {
  EXPECT_EQ(digits(lawful(396, 1000)).checked, Checked::kPart);
  EXPECT_EQ(digits(lawful(400, 1000)).checked, Checked::kWhole);
  EXPECT_EQ(digits(std::vector<std::int64_t>(400, 5'500)).checked, Checked::kPart);
}

}  // namespace
}  // namespace audit::tests
