// Documents of policies, and grants that do not keep to them, put into the log although the front door refuses them.
#include <gtest/gtest.h>

#include "audit/replay/civil_calendar.h"
#include "tests/audit/world.h"
#include "tests/ledger/policies/shipped_policies.h"

namespace audit::tests {
namespace {

using namespace ledger;

constexpr Visibility kPublic = Visibility::kPublic;
const Currency kTenge = *Currency::parse("KZT");
const Decision kProposed{kRulesVersion, Effect::kProposed, 0, 0, {}};

class PolicyWorld : public World {
 public:
  PolicyWorld() {
    settle();
    wait(60);
    for (const auto* name : {"kz_grant_classes", "kz_mci_values", "kz_small_grant_costs"}) {
      agree(first, second, ::tests::shippedPolicy(name), kPublic);
      positions.push_back(front().sealed().size - 3);
    }
    small = award(GrantClass::kSmall, 30'000'000);
    agree(*funder_one, *funder_two, small, kPublic);
  }
  GrantAward award(GrantClass grant_class, std::int64_t minor) {
    return {subject(),   "P-" + std::to_string(++numbers),
            "t",         funder,
            grantee,     programme,
            "KZ-AST",    {minor, kTenge},
            grant_class, FundSource::kState,
            now()};
  }
  AgreementSign agreement(CostType type, std::int64_t minor, std::int64_t months) {
    const CivilDay today = now().civilDay();
    return {small.grant, "A-1", {{"l", type, minor}}, {}, today, static_cast<CivilDay>(monthsOn(today, months)), now()};
  }
  Decision proposed(std::size_t policy) const { return {kRulesVersion, Effect::kProposed, positions[policy], 0, {}}; }

  std::vector<Position> positions;
  GrantAward small;
  int numbers = 0;
};

PolicyWorld& world() {
  static PolicyWorld made;
  return made;
}

void expectOnly(const std::string& name, const Actor& actor, const CommandBody& body, const Decision& decision) {
  EXPECT_EQ(world().broken(actor, {body, kPublic, Assurance::kSelf, decision}), name.empty() ? "" : name + " ");
}

template <class Change>
void expectBadAfter(const std::string& file, Change change) {
  PolicyPublish policy = ::tests::shippedPolicy(file);
  change(policy);
  expectOnly("BAD_POLICY", world().first, policy, kProposed);
}

TEST(ViolationOfPolicies, CanaryShippedDocumentsBreakNothing) {
  for (const auto& name : ::tests::shippedPolicies()) {
    SCOPED_TRACE(name);
    expectOnly("", world().first, ::tests::shippedPolicy(name), kProposed);
  }
}

TEST(ViolationOfPolicies, DocumentsAreWithinTheirBounds) {
  expectBadAfter("suppression", [](PolicyPublish& p) { p.suppression.reset(); });
  expectBadAfter("suppression", [](PolicyPublish& p) { p.virement_limits = VirementLimits{1}; });
  expectBadAfter("suppression", [](PolicyPublish& p) { p.suppression->least = 21; });
  expectBadAfter("virement", [](PolicyPublish& p) { p.virement_limits->line_most = 10'001; });
  expectBadAfter("kz_mci_values", [](PolicyPublish& p) { p.mci_values->values[1].year = 2025; });
  expectBadAfter("kz_grant_classes", [](PolicyPublish& p) { p.grant_classes->classes[0].mci_least = 3001; });
  expectBadAfter("kz_small_grant_costs", [](PolicyPublish& p) { p.cost_rules->rules[0].admin_most = 10'001; });
  expectBadAfter("kz_minors", [](PolicyPublish& p) { p.age_rules->rules[0].night_from = 1440; });
  expectBadAfter("kz_deadlines", [](PolicyPublish& p) { p.deadlines->deadlines[4].day_of_month = 32; });
  expectBadAfter("audit_thresholds", [](PolicyPublish& p) { p.audit_thresholds->thresholds.clear(); });
}

TEST(ViolationOfPolicies, CreditRulesAreWithinTheirs) {
  constexpr const char* kFile = "kz_social_student_credit";
  expectBadAfter(kFile, [](PolicyPublish& p) { p.credit_rules->starts_month = 13; });
  expectBadAfter(kFile, [](PolicyPublish& p) { p.credit_rules->window_months = 1; });
  expectBadAfter(kFile, [](PolicyPublish& p) { p.credit_rules->time_bases.clear(); });
  expectBadAfter(kFile, [](PolicyPublish& p) { std::swap(p.credit_rules->tiers[0], p.credit_rules->tiers[1]); });
  expectBadAfter(kFile, [](PolicyPublish& p) { p.credit_rules->tiers[1].name = "20-hours"; });
  expectBadAfter(kFile, [](PolicyPublish& p) { p.credit_rules->rounding = CreditRounding::kWholeHours; });
  expectBadAfter(kFile, [](PolicyPublish& p) { p.credit_rules->categories = {{"c", Minutes{1}, Minutes{2}}}; });
}

TEST(ViolationOfPolicies, AwardsKeepToTheLimitsOfTheirClass) {
  auto& w = world();
  expectOnly("", *w.funder_one, w.award(GrantClass::kShort, 216'250'000), w.proposed(0));
  expectOnly("CLASS_LIMIT", *w.funder_one, w.award(GrantClass::kShort, 216'249'999), kProposed);
  expectOnly("", *w.funder_one, w.award(GrantClass::kShort, 1'297'500'000), w.proposed(0));
  expectOnly("CLASS_LIMIT", *w.funder_one, w.award(GrantClass::kShort, 1'297'500'001), kProposed);
}

TEST(ViolationOfPolicies, AgreementsKeepToTheRulesOfCosts) {
  auto& w = world();
  expectOnly("", *w.funder_one, w.agreement(CostType::kMaterials, 1, 2), w.proposed(2));
  expectOnly("COST_PROHIBITED", *w.funder_one, w.agreement(CostType::kLabour, 1, 2), kProposed);
  expectOnly("PERIOD_OVER_RULE", *w.funder_one, w.agreement(CostType::kMaterials, 1, 3), kProposed);
  PolicyPublish lenient = ::tests::shippedPolicy("kz_small_grant_costs");
  lenient.cost_rules->rules[0].prohibited.clear();
  lenient.cost_rules->rules[0].admin_most = 1000;
  w.agree(w.first, w.second, lenient, kPublic);
  w.positions.push_back(w.front().sealed().size - 3);
  expectOnly("", *w.funder_one, w.agreement(CostType::kAdministration, 3'000'000, 2), w.proposed(3));
  expectOnly("ADMIN_OVER_CAP", *w.funder_one, w.agreement(CostType::kAdministration, 3'000'001, 2), kProposed);
}

TEST(ViolationOfPolicies, ThePolicyThatDecidedIsNamed) {
  auto& w = world();
  expectOnly("DECISION_DIFFERS", *w.funder_one, w.award(GrantClass::kShort, 216'250'000), kProposed);
}

TEST(CivilCalendar, CountsMonthsAsPeopleDo) {
  const auto on = [](const char* text) { return std::int64_t{*parseDay(text)}; };
  EXPECT_EQ(monthsOn(on("2024-01-31"), 1), on("2024-02-29"));
  EXPECT_EQ(monthsOn(on("2023-01-31"), 1), on("2023-02-28"));
  EXPECT_EQ(monthsOn(on("2026-03-31"), -1), on("2026-02-28"));
  EXPECT_EQ(monthsOn(on("2026-01-15"), -13), on("2024-12-15"));
  for (std::int64_t day = on("2000-01-01"); day < on("2100-12-31"); ++day) ASSERT_EQ(dayOf(dateOf(day)), day);
  EXPECT_EQ(dateOf(on("2000-02-29")).day, 29);
}

TEST(CivilCalendar, WeeksBeginOnMondays) {
  const auto week = [](const char* text) { return weekOf(std::int64_t{*parseDay(text)}); };
  EXPECT_EQ(week("2026-01-05"), week("2026-01-11"));
  EXPECT_EQ(week("2026-01-12"), week("2026-01-11") + 1);
  EXPECT_EQ(week("2026-01-04"), week("2026-01-05") - 1);
  EXPECT_EQ(weekOf(0), 0);
  EXPECT_EQ(weekOf(-3), 0);
  EXPECT_EQ(weekOf(-4), -1);
  EXPECT_EQ(weekOf(4), 1);
}

}  // namespace
}  // namespace audit::tests
