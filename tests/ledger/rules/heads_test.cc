// Heads of all streams, recorded by an operator in a whole ledger, and replayed.
#include "ledger/rules/heads.h"

#include <gtest/gtest.h>

#include "tests/support/world.h"

namespace tests {
namespace {

using namespace ledger;

class Heads : public ::testing::Test {
 protected:
  Heads() : operator_(newActor(world_.random)) {
    EXPECT_EQ(world_.failure(), "");
    EXPECT_EQ(world_.refusal(world_.clerk, PersonRegister{operator_.person, world_.office, "KZ-75"}), "");
    EXPECT_EQ(world_.refusal(world_.clerk, world_.scribe.registration(operator_)), "");
    EXPECT_EQ(
        world_.refusalByTwo(world_.authority1, world_.authority2, RoleGrant{operator_.person, Role::kOperator, {}, 0}),
        "");
  }
  HeadTrees trees() {
    Result<HeadTrees> made = HeadTrees{};
    world_.ledger->inspect([&](const State& state) { made = headTreesOf(state); });
    EXPECT_TRUE(made.ok());
    return std::move(*made);
  }
  StreamHeads now() { return headsOf(trees(), world_.ledger->sealed().size + 1); }
  std::string record(const StreamHeads& heads) { return world_.refusal(operator_, heads); }
  // A grant of that currency, awarded by two.
  SubjectId award(const char* currency, const char* number, std::int64_t minor) {
    GrantAward grant;
    grant.grant = world_.newId();
    grant.number = number;
    grant.title = "Trees";
    grant.funder = world_.funder;
    grant.grantee = world_.organisation;
    grant.programme = world_.programme;
    grant.region = "KZ-71";
    grant.amount = {minor, *Currency::parse(currency)};
    grant.occurred_at = world_.now();
    EXPECT_EQ(world_.refusalByTwo(world_.funder1, world_.funder2, grant), "");
    return grant.grant;
  }

  World world_;
  Actor operator_;
};

TEST_F(Heads, AreTakenWhereTheySayWhatTheLogSays) {
  EXPECT_EQ(record(now()), "");
  EXPECT_EQ(record(now()), "") << "and again, behind themselves";
  const auto reopened = Ledger::open({world_.log, world_.clock, world_.random, {}});
  EXPECT_TRUE(reopened.ok()) << "replay makes them anew: " << reopened.error().message;
}

TEST_F(Heads, AreTheOperatorsAlone) {
  EXPECT_EQ(world_.refusal(world_.authority1, now()), "ROLE_MISSING");
  EXPECT_EQ(world_.refusal(world_.auditor, now()), "ROLE_MISSING");
}

TEST_F(Heads, StandAtTheirOwnIndex) {
  StreamHeads early = now();
  --early.at_size;
  EXPECT_EQ(record(early), "HEADS_MISPLACED");
  const StreamHeads late = now();
  EXPECT_EQ(world_.refusal(world_.clerk, PersonRegister{world_.random.id<PersonId>(), world_.office, "KZ-75"}), "");
  EXPECT_EQ(record(late), "HEADS_MISPLACED");
}

TEST_F(Heads, AreTheOnlyCommandOfTheirSubmission) {
  const auto receipt = world_.scribe.submit(operator_, {now(), now()});
  EXPECT_EQ(receipt.error().reason, "COMMANDS_MISMATCH");
}

TEST_F(Heads, DifferWhereAnyFigureDoes) {
  award("KZT", "G-1", 500);
  using Change = void (*)(StreamHeads&);
  const Change changes[] = {[](StreamHeads& h) { ++h.persons.streams; },
                            [](StreamHeads& h) { --h.persons.entries; },
                            [](StreamHeads& h) { h.persons.root.bytes[31] ^= 1; },
                            [](StreamHeads& h) { ++h.service.minutes; },
                            [](StreamHeads& h) { h.service.root.bytes[0] ^= 1; },
                            [](StreamHeads& h) { h.grants.clear(); },
                            [](StreamHeads& h) { h.grants.push_back(h.grants.front()); },
                            [](StreamHeads& h) { h.grants[0].currency = "USD"; },
                            [](StreamHeads& h) { ++h.grants[0].awarded; },
                            [](StreamHeads& h) { ++h.grants[0].disbursed; },
                            [](StreamHeads& h) { ++h.grants[0].spent; },
                            [](StreamHeads& h) { ++h.grants[0].returned; },
                            [](StreamHeads& h) { h.grants[0].root.bytes[0] ^= 1; },
                            [](StreamHeads& h) { ++h.organisations.entries; },
                            [](StreamHeads& h) { h.regions.root.bytes[0] ^= 1; }};
  for (const Change change : changes) {
    StreamHeads heads = now();
    change(heads);
    EXPECT_EQ(record(heads), "HEADS_DIFFER");
  }
  EXPECT_EQ(record(now()), "");
}

TEST_F(Heads, CountWhatStandsInEachStream) {
  const HeadTrees before = trees();
  const SubjectId volunteer{world_.volunteer.person.bytes};
  const std::size_t place = before.persons.placeOf(volunteer);
  ASSERT_EQ(before.persons.leaves().at(place).id, volunteer);
  EXPECT_EQ(before.minutes.leaves().at(place).sums[0], 0);
  EXPECT_EQ(before.organisations.leaves().size(), 2U);
  EXPECT_TRUE(before.grants.empty());
  std::uint64_t entries = 0;
  for (const StreamLeaf& leaf : before.persons.leaves()) entries += leaf.count;
  EXPECT_EQ(before.persons.root().count, entries);
  for (const StreamLeaf& leaf : before.regions.leaves()) EXPECT_TRUE(isRegionStream(leaf.id));
  EXPECT_GE(before.regions.leaves().size(), 1U);
}

TEST_F(Heads, KeepATreeForEachCurrency) {
  const SubjectId tenge = award("KZT", "G-1", 500), dollars = award("USD", "G-2", 70), more = award("USD", "G-3", 5);
  const HeadTrees made = trees();
  ASSERT_EQ(made.grants.size(), 2U);
  EXPECT_EQ(made.grants.at("KZT").root().sums, (StreamSums{500, 0, 0, 0}));
  EXPECT_EQ(made.grants.at("USD").root().sums, (StreamSums{75, 0, 0, 0}));
  EXPECT_EQ(made.grants.at("KZT").leaves().at(0).id, tenge);
  EXPECT_EQ(made.grants.at("KZT").leaves().at(0).count, 2U) << "the proposal and its endorsement";
  for (const SubjectId& grant : {dollars, more})
    EXPECT_EQ(made.grants.at("USD").leaves().at(made.grants.at("USD").placeOf(grant)).id, grant);
  const StreamHeads heads = now();
  ASSERT_EQ(heads.grants.size(), 2U);
  EXPECT_EQ(heads.grants[0].currency, "KZT");
  EXPECT_EQ(heads.grants[1].currency, "USD");
}

TEST(RegionStreams, AreCodesPaddedWithZeros) {
  for (const char* code : {"KZ-75", "KZ-ALA", "KZ-A", "US-9AZ"})
    EXPECT_TRUE(isRegionStream(regionStream(code))) << code;
  for (const char* code : {"KZ-", "K1-75", "kz-75", "KZ75", "KZ-75AB", "KZ-7a", "KZ_75"})
    EXPECT_FALSE(isRegionStream(regionStream(code))) << code;
  SubjectId torn = regionStream("KZ-75");
  torn.bytes[9] = '5';
  EXPECT_FALSE(isRegionStream(torn)) << "zeros alone pad it";
}

}  // namespace
}  // namespace tests
