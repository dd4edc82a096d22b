// H16, H22, H24, each with what just is none.
#include <gtest/gtest.h>

#include "tests/audit/rules/hours_world.h"

namespace audit::tests {
namespace {

using namespace ledger;  // every command and code of the catalogue

class CreditWorld : public HoursWorld {
 public:
  CreditWorld() : where_(scheduled()) { wait(300); }

  SubjectId rules(const std::string& double_use, std::vector<TimeBasis> bases = {TimeBasis::kUnpaid}) {
    PolicyPublish policy;
    policy.policy = subject();
    policy.kind = PolicyKind::kCreditRules;
    policy.version = "1";
    policy.status = LegalStatus::kInForce;
    policy.source = "act";
    policy.valid_from = today() - 90;
    policy.credit_rules = CreditRules{};
    policy.credit_rules->unit = "credit";
    policy.credit_rules->time_bases = std::move(bases);
    policy.credit_rules->window = CreditWindow::kUnlimited;
    policy.credit_rules->rounding = CreditRounding::kWholeHours;
    policy.credit_rules->double_use = double_use;
    agree(first, second, policy, kPublicClass);
    return policy.policy;
  }
  HoursClaim service(TimeBasis basis = TimeBasis::kUnpaid) {
    HoursClaim claim = claiming(*volunteer, where_, 240, 120);
    claim.time_basis = basis;
    return claim;
  }
  Act credit(const SubjectId& policy, const SubjectId& served_hours) {
    last = subject();
    return personal(*officer, CreditGrant{last,
                                          volunteer->person,
                                          grantee,
                                          policy,
                                          today(),
                                          AgeBand::kFrom18to35,
                                          2,
                                          {},
                                          {{served_hours, Minutes(120)}},
                                          now()});
  }
  Act reversed(const SubjectId& credit_id) {
    return personal(*officer, CreditReverse{credit_id, ReversalReason::kHoursChanged, digest(), now()});
  }
  SubjectId last;

 private:
  SubjectId where_;
};

TEST(Credits, ThatUsePaidTimeAsUnpaidAreRaised) {
  for (const auto& [basis, raised] :
       {std::pair{TimeBasis::kUnpaid, 0U}, std::pair{TimeBasis::kPaidWorkTime, 1U}, {TimeBasis::kStipended, 1U}}) {
    CreditWorld world;
    const SubjectId policy = world.rules("study");
    const HoursClaim claim = world.service(basis);
    EXPECT_EQ(world.raisedBy("H16", joined(world.served(claim), {world.credit(policy, claim.hours)})), raised);
  }
}

TEST(Credits, WhoseRulesTakePaidTimeAreNone) {
  CreditWorld world;
  const SubjectId policy = world.rules("study", {TimeBasis::kUnpaid, TimeBasis::kPaidWorkTime});
  const HoursClaim claim = world.service(TimeBasis::kPaidWorkTime);
  EXPECT_EQ(world.raisedBy("H16", joined(world.served(claim), {world.credit(policy, claim.hours)})), 0U);
}

TEST(Credits, OfTheSameHoursAreRaisedWhereTheyShareNone) {
  for (const auto& [other, raised] : {std::pair{"study", 1U}, std::pair{"work", 0U}}) {
    CreditWorld world;
    const SubjectId one = world.rules("study");
    const SubjectId two = world.rules(other);
    const HoursClaim claim = world.service();
    const auto acts = joined(world.served(claim), {world.credit(one, claim.hours), world.credit(two, claim.hours)});
    EXPECT_EQ(world.raisedBy("H22", acts), raised) << other;
    EXPECT_EQ(world.raisedBy("H22", joined(acts, {world.reversed(world.last)})), 0U) << other;
  }
}

TEST(Credits, UnderOnePolicyAreNone) {
  CreditWorld world;
  const SubjectId one = world.rules("study");
  const HoursClaim claim = world.service();
  EXPECT_EQ(world.raisedBy(
                "H22", joined(world.served(claim), {world.credit(one, claim.hours), world.credit(one, claim.hours)})),
            0U);
}

TEST(Credits, OfVoidedHoursAreRaisedUntilTheyAreReversed) {
  CreditWorld world;
  const SubjectId policy = world.rules("study");
  const HoursClaim claim = world.service();
  const auto credited = joined(world.served(claim), {world.credit(policy, claim.hours)});
  const Act voided = personal(*world.attestor, HoursVoid{claim.hours, HoursReason::kNotPresent, world.now()});
  EXPECT_EQ(world.raisedBy("H24", credited), 0U);
  EXPECT_EQ(world.raisedBy("H24", joined(credited, {voided})), 1U);
  EXPECT_EQ(world.raisedBy("H24", joined(credited, {voided, world.reversed(world.last)})), 0U);
}

TEST(Credits, OfWhichThereAreNoneAreNotChecked) {
  CreditWorld world;
  for (const char* rule : {"H16", "H22", "H24"}) EXPECT_EQ(world.look(rule).checked, Checked::kNot) << rule;
}

}  // namespace
}  // namespace audit::tests
