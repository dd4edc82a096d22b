// Awards above the most that their class may come to, and amendments that leave the period of their class, put into the
// log although the front door refuses them. Each forgery breaks one rule and no other; beside it stands one that is
// right.
#include <gtest/gtest.h>

#include "audit/replay/civil_calendar.h"
#include "tests/audit/funding_world.h"

namespace audit::tests {
namespace {

using namespace ledger;  // every command and code of the catalogue

constexpr Visibility kPublic = Visibility::kPublic;

Decision proposedUnder(Position policy, std::uint16_t rules = kRulesVersion) {
  return {rules, Effect::kProposed, policy, 0, {}};
}

// A separate world for each test: policies pile up.
class ViolationOfMost : public ::testing::Test {
 protected:
  std::string broken(const Actor& actor, const CommandBody& body, const Decision& decision = proposedUnder(0)) {
    return w.broken(actor, {body, kPublic, Assurance::kSelf, decision});
  }
  static PolicyPublish costsWith(const std::optional<Money>& most) {
    PolicyPublish policy;
    policy.kind = PolicyKind::kCostRules;
    policy.cost_rules = CostRules{{{GrantClass::kOther, {}, 10'000, 0}}};
    policy.cost_rules->rules[0].amount_most = most;
    return policy;
  }
  GrantAward award(std::int64_t minor) {
    GrantAward body = w.awarding();
    body.amount = tenge(minor);
    return body;
  }
  std::string publishes(const std::optional<Money>& most, std::uint16_t rules = kRulesVersion) {
    PolicyPublish policy = costsWith(most);
    policy.policy = w.subject();
    policy.version = "1";
    policy.status = LegalStatus::kInForce;
    policy.source = "act";
    policy.valid_from = w.today;
    return broken(w.first, policy, proposedUnder(0, rules));
  }

  FundingWorld w;
};

TEST_F(ViolationOfMost, AnAwardComesToNoMore) {
  EXPECT_EQ(broken(*w.funder_one, award(1001)), "");
  w.publish(costsWith(tenge(1000)));
  EXPECT_EQ(broken(*w.funder_one, award(1000)), "");
  EXPECT_EQ(broken(*w.funder_one, award(1001)), only("CLASS_LIMIT"));
  EXPECT_EQ(broken(*w.funder_one, award(1001), proposedUnder(0, 2)), only("DECISION_DIFFERS"));
  const Forgery proposal{award(1000), kPublic, Assurance::kSelf, proposedUnder(0)};
  EXPECT_EQ(w.brokenEndorsement(*w.funder_one, proposal, *w.funder_two), "");
  // Of another class, or in another currency, nothing is said.
  GrantAward other = award(1001);
  other.grant_class = GrantClass::kShort;
  EXPECT_EQ(broken(*w.funder_one, other), "");
  other = award(1001);
  other.amount.currency = *Currency::parse("USD");
  EXPECT_EQ(broken(*w.funder_one, other), "");
  // What was awarded elsewhere is only told.
  const ImportRecord record{w.subject(), 0, w.digest(), w.digest(), 0, 1};
  EXPECT_EQ(w.broken(w.signImport(*w.importer, {record, award(1001)}, kPublic), {kRulesVersion}), "");
}

TEST_F(ViolationOfMost, NorDoesASubAward) {
  w.publish(costsWith(tenge(40)));
  EXPECT_EQ(broken(*w.regrant_one, w.subAward(40)), "");
  EXPECT_EQ(broken(*w.regrant_one, w.subAward(41)), only("CLASS_LIMIT"));
}

// With limits of its class too: their policy is named, whichever of the two would refuse it.
TEST_F(ViolationOfMost, ThePolicyNamedIsThatOfTheClasses) {
  PolicyPublish indices;
  indices.kind = PolicyKind::kMciValues;
  indices.mci_values = MciValues{{{2026, tenge(10)}}};
  w.publish(indices);
  PolicyPublish limits;
  limits.kind = PolicyKind::kGrantClasses;
  limits.grant_classes = GrantClasses{{{GrantClass::kOther, 1, 200, 0, 0}}};
  const Position classes = w.publish(limits);
  const Position costs = w.publish(costsWith(tenge(1000)));
  EXPECT_EQ(broken(*w.funder_one, award(1000), proposedUnder(classes)), "");
  EXPECT_EQ(broken(*w.funder_one, award(1000), proposedUnder(costs)), only("DECISION_DIFFERS"));
  EXPECT_EQ(broken(*w.funder_one, award(1001)), only("CLASS_LIMIT"));
  EXPECT_EQ(broken(*w.funder_one, award(9)), only("CLASS_LIMIT"));
}

TEST_F(ViolationOfMost, ItIsAboveZeroAndOfTheThirdRules) {
  EXPECT_EQ(publishes(std::nullopt), "");
  EXPECT_EQ(publishes(tenge(1)), "");
  EXPECT_EQ(publishes(tenge(0)), only("BAD_POLICY"));
  EXPECT_EQ(publishes(tenge(-1)), only("BAD_POLICY"));
  EXPECT_EQ(publishes(std::nullopt, 2), only("DECISION_DIFFERS"));
  EXPECT_EQ(publishes(tenge(1), 2), only("DECISION_DIFFERS") + only("KIND_TOO_NEW"));
}

// Two to three months for class medium, from the first day of the agreement, by the classes of its civil day.
TEST_F(ViolationOfMost, AnAmendmentKeepsToThePeriodOfItsClass) {
  const SubjectId medium = w.agreed(GrantClass::kMedium);
  const auto amends = [&](const SubjectId& which, std::int64_t months, CivilDay more) {
    AgreementAmend body = w.amendment(which);
    body.eligible_to = static_cast<CivilDay>(monthsOn(w.today, months)) + more;
    return broken(*w.funder_one, body);
  };
  EXPECT_EQ(amends(medium, 4, -1), "");
  EXPECT_EQ(amends(medium, 4, 0), only("PERIOD_OVER_CLASS"));
  EXPECT_EQ(amends(w.grant, 4, 0), "");
  PolicyPublish lenient;
  lenient.kind = PolicyKind::kGrantClasses;
  lenient.grant_classes = GrantClasses{{{GrantClass::kMedium, 0, 0, 2, 9}}};
  lenient.policy = w.subject();
  lenient.version = "1";
  lenient.status = LegalStatus::kInForce;
  lenient.source = "act";
  lenient.valid_from = w.today + 1;
  w.agree(w.first, w.second, lenient, kPublic);
  w.wait(2 * 1440);
  EXPECT_EQ(amends(medium, 4, 0), only("PERIOD_OVER_CLASS"));
}

}  // namespace
}  // namespace audit::tests
