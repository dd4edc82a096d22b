// E11, E12, E26, each with what just is none.
#include <gtest/gtest.h>

#include "tests/audit/rules/rules_world.h"

namespace audit::tests {
namespace {

using namespace ledger;  // every command and code of the catalogue

RulesWorld::Change paidTo(unsigned number) {
  return [number](ExpenditureRecord& one) { one.vendor = binOf(number); };
}

class PartyWorld : public RulesWorld {
 public:
  PartyWorld() : vendor(organisation(3)), grant(paid()) {}

  void relate(const Actor& person, const SubjectId& to, CivilDay from, CivilDay until) {
    say(person, RelatedPartyDeclare{subject(), person.person, to, Relation::kFamily, from, until}, kPrivateClass);
  }
  void join(const SubjectId& one, const SubjectId& within, MembershipKind kind = MembershipKind::kNetwork) {
    const Actor actor = enrol();
    give(actor, Role::kOfficer, one);
    say(actor, MembershipBegin{subject(), one, within, kind, now()}, kPublicClass);
  }

  SubjectId vendor, grant;
};

TEST(RelatedParties, OfAnOfficerWhoDeclaredItAreRaised) {
  PartyWorld world;
  world.relate(*world.officer, world.vendor, world.today() - 9, world.today());
  world.spend(world.grant, 700'000, paidTo(3));
  const Outcome outcome = world.look("E11");
  ASSERT_EQ(outcome.raised, 1U);
  EXPECT_EQ(outcome.checked, Checked::kPart);
  EXPECT_EQ(outcome.findings.at(0).evidence.size(), 3U);
}

TEST(RelatedParties, OfThoseWhoDecidedAndPaidAreRaised) {
  PartyWorld world;
  world.relate(*world.payer, world.vendor, world.today(), 0);
  world.spend(world.grant, 700'000, paidTo(3));
  EXPECT_EQ(world.raised("E11"), 1U);
}

TEST(RelatedParties, OfYesterdayOtherVendorsOrOutsidersAreNone) {
  PartyWorld world;
  world.relate(*world.officer, world.vendor, world.today() - 9, world.today() - 1);
  world.relate(*world.officer, world.organisation(4), world.today(), 0);
  world.relate(*world.volunteer, world.vendor, world.today(), 0);
  world.spend(world.grant, 700'000, paidTo(3));
  world.spend(world.grant, 700'000, paidTo(9));
  EXPECT_EQ(world.raised("E11"), 0U);
}

TEST(RelatedParties, InOfficeOnBothSidesAreRaised) {
  PartyWorld world;
  world.spend(world.grant, 700'000, paidTo(3));
  EXPECT_EQ(world.raised("E11"), 0U);
  world.give(*world.officer, Role::kCoordinator, world.vendor);
  EXPECT_EQ(world.raised("E11"), 1U);
}

TEST(RelatedParties, MembersOfOneAnotherAreRaised) {
  PartyWorld world;
  const SubjectId network = world.organisation(4);
  world.join(world.vendor, network);
  world.join(world.grantee, network);
  world.spend(world.grant, 700'000, paidTo(3));
  EXPECT_EQ(world.raised("E11"), 0U);  // a network is large
  world.join(world.vendor, world.grantee);
  world.spend(world.grant, 700'000, paidTo(3));
  EXPECT_EQ(world.raised("E11"), 2U);
}

TEST(OwnVendor, IsTheGranteeItself) {
  PartyWorld world;
  world.spend(world.grant, 700'000, paidTo(3));
  EXPECT_EQ(world.raised("E12"), 0U);
  world.spend(world.grant, 700'000, paidTo(2));
  const Outcome outcome = world.look("E12");
  EXPECT_EQ(outcome.raised, 1U);
  EXPECT_EQ(outcome.checked, Checked::kPart);
  EXPECT_EQ(world.raised("E11"), 0U);
}

TEST(OwnVendor, IsKnownWithoutThePrefixOfItsNumber) {
  PartyWorld world;
  world.spend(world.grant, 700'000, [](auto& one) { one.vendor = binOf(2).substr(7); });
  EXPECT_EQ(world.raised("E12"), 1U);
  EXPECT_EQ(world.raised("E11"), 0U);
}

TEST(RelatedParties, AreKnownWithoutThePrefixOfTheirNumber) {
  PartyWorld world;
  world.relate(*world.officer, world.vendor, world.today() - 9, world.today());
  world.spend(world.grant, 700'000, [](auto& one) { one.vendor = binOf(3).substr(7); });
  EXPECT_EQ(world.raised("E11"), 1U);
}

class SubAwardWorld : public PartyWorld {
 public:
  SubAwardWorld() {
    for (const Role role : {Role::kFunder, Role::kFunder}) {
      donors.push_back(enrol());
      give(donors.back(), role, grantee);
    }
  }
  GrantAward subAward(std::int64_t minor) {
    GrantAward award = awarding();
    award.funder = grantee;
    award.grantee = vendor;
    award.amount = kzt(minor);
    award.parent = grant;
    award.parent_line = "regrant";
    return award;
  }
  void award(const GrantAward& body) { agree(donors[0], donors[1], body, kPublicClass); }

  std::vector<Actor> donors;
};

TEST(SubAwards, ToAMemberAreRaised) {
  SubAwardWorld world;
  world.award(world.subAward(700'000));
  EXPECT_EQ(world.raised("E26"), 0U);
  world.join(world.vendor, world.grantee);
  world.award(world.subAward(700'000));
  const Outcome outcome = world.look("E26");
  // The first was given on the same day.
  EXPECT_EQ(outcome.raised, 2U);
}

TEST(SubAwards, ToWhereAnOfficerOfOursIsInOfficeAreRaised) {
  SubAwardWorld world;
  world.give(*world.officer, Role::kCoordinator, world.vendor);
  world.award(world.subAward(700'000));
  EXPECT_EQ(world.raised("E26"), 1U);
}

TEST(SubAwards, MoreThanTheirLineAreRaised) {
  SubAwardWorld world;
  world.award(world.subAward(10'000'000));
  EXPECT_EQ(world.raised("E26"), 0U);
  const Outcome outcome = world.look("E26", {act(world.donors[0], world.subAward(1))});
  ASSERT_EQ(outcome.raised, 1U);
  EXPECT_TRUE(outcome.findings.at(0).amount->minor == 1);
}

}  // namespace
}  // namespace audit::tests
