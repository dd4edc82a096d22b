#include "ledger/rules/policy_document.h"

#include <array>
#include <utility>

#include "ledger/base/limits.h"
#include "ledger/rules/directory.h"
#include "ledger/rules/policy_bounds.h"

namespace ledger {
namespace {

constexpr Bounds kYears{2000, 2100};

// A document and the kind it belongs to.
struct DocumentHeld {
  PolicyKind kind;
  bool there;
};

auto documentsIn(const PolicyPublish& p) {
  return std::array{DocumentHeld{PolicyKind::kHoursLimits, p.hours_limits.has_value()},
                    DocumentHeld{PolicyKind::kCreditRules, p.credit_rules.has_value()},
                    DocumentHeld{PolicyKind::kAgeRules, p.age_rules.has_value()},
                    DocumentHeld{PolicyKind::kCostRules, p.cost_rules.has_value()},
                    DocumentHeld{PolicyKind::kVirementLimits, p.virement_limits.has_value()},
                    DocumentHeld{PolicyKind::kMciValues, p.mci_values.has_value()},
                    DocumentHeld{PolicyKind::kGrantClasses, p.grant_classes.has_value()},
                    DocumentHeld{PolicyKind::kDeadlines, p.deadlines.has_value()},
                    DocumentHeld{PolicyKind::kSuppression, p.suppression.has_value()},
                    DocumentHeld{PolicyKind::kAuditThresholds, p.audit_thresholds.has_value()},
                    DocumentHeld{PolicyKind::kPopulations, p.populations.has_value()},
                    DocumentHeld{PolicyKind::kWages, p.wages.has_value()}};
}

template <class Document>
Result<void> checkWhereThere(const std::optional<Document>& document) {
  return document ? checkPolicy(*document) : Result<void>{};
}

Result<void> checkUpTo(const std::string& what, std::int64_t least, std::int64_t most) {
  if (most == 0 || least <= most) return {};
  return badPolicy(what + " begin at " + std::to_string(least) + " and end at " + std::to_string(most));
}

Result<void> checkRegionCode(const std::string& region) {
  const auto known = checkRegion(region);
  return known ? Result<void>{} : badPolicy(known.error().message);
}

Result<void> checkDeadline(const NamedDeadline& deadline) {
  static constexpr std::array<int, 13> kMonthDays = {0, 31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  ASAR_TRY(checkWithin("the month of " + deadline.name, deadline.month, {0, 12}));
  if (deadline.month == 0) {
    ASAR_TRY(checkWithin("the day of the month of " + deadline.name, deadline.day_of_month, {0, 0}));
    return checkWithin("days of " + deadline.name, deadline.days, {1, 3660});
  }
  ASAR_TRY(checkWithin("the day of the month of " + deadline.name, deadline.day_of_month,
                       {1, kMonthDays.at(deadline.month)}));
  return checkWithin("days of " + deadline.name, deadline.days, {0, 0});
}

}  // namespace

Result<void> checkDocument(const PolicyPublish& policy) {
  static_assert(std::tuple_size_v<decltype(documentsIn(policy))> == kEnumerants<PolicyKind>);
  for (const DocumentHeld& one : documentsIn(policy)) {
    if (one.there == (one.kind == policy.kind)) continue;
    return badPolicy("a policy of the kind " + std::string(nameOf(policy.kind)) + " holds the document " +
                     std::string(nameOf(policy.kind)) + " and no other; " + std::string(nameOf(one.kind)) +
                     (one.there ? " is there" : " is missing"));
  }
  ASAR_TRY(checkWhereThere(policy.hours_limits));
  ASAR_TRY(checkWhereThere(policy.credit_rules));
  ASAR_TRY(checkWhereThere(policy.age_rules));
  ASAR_TRY(checkWhereThere(policy.cost_rules));
  ASAR_TRY(checkWhereThere(policy.virement_limits));
  ASAR_TRY(checkWhereThere(policy.mci_values));
  ASAR_TRY(checkWhereThere(policy.grant_classes));
  ASAR_TRY(checkWhereThere(policy.deadlines));
  ASAR_TRY(checkWhereThere(policy.suppression));
  ASAR_TRY(checkWhereThere(policy.audit_thresholds));
  ASAR_TRY(checkWhereThere(policy.populations));
  return checkWhereThere(policy.wages);
}

Result<void> checkPolicy(const HoursLimits& document) {
  const auto& day_limits = document.limits;
  for (std::size_t i = 0; i < day_limits.size(); ++i) {
    const std::int64_t minutes = day_limits[i].day_minutes.count();
    if (minutes < 1 || minutes > limits::kMinutesPerDay)
      return badPolicy("a day limit of " + std::to_string(minutes) + " min is not within 1 to 1440");
    for (std::size_t k = 0; k < i; ++k) {
      if (day_limits[k].age_band == day_limits[i].age_band)
        return badPolicy("two day limits for the age band " + std::string(nameOf(day_limits[i].age_band)));
    }
  }
  return {};
}

Result<void> checkPolicy(const AgeRules& document) {
  ASAR_TRY(checkNotEmpty("rules", document.rules));
  ASAR_TRY(checkAscending("rules", document.rules, &AgeRule::age_band));
  for (const AgeRule& rule : document.rules) {
    ASAR_TRY(checkWithin("nightFrom", rule.night_from, {0, limits::kMinutesPerDay - 1}));
    ASAR_TRY(checkWithin("nightTo", rule.night_to, {0, limits::kMinutesPerDay - 1}));
    ASAR_TRY(checkAscending("rolesExcluded", rule.roles_excluded, &ExcludedRole::role));
  }
  return {};
}

Result<void> checkPolicy(const CostRules& document) {
  ASAR_TRY(checkNotEmpty("rules", document.rules));
  ASAR_TRY(checkAscending("rules", document.rules, &CostRule::grant_class));
  for (const CostRule& rule : document.rules) {
    ASAR_TRY(checkAscending("prohibited", rule.prohibited));
    ASAR_TRY(checkWithin("adminMost", rule.admin_most, {0, kBasisPoints}));
    ASAR_TRY(checkWithin("monthsMost", rule.months_most, {0, limits::kPolicyMonthsMax}));
    ASAR_TRY(checkWithin("verifiedLeast", rule.verified_least, {0, kBasisPoints}));
    if (rule.amount_most && rule.amount_most->minor < 1)
      return badPolicy("amountMost of " + rule.amount_most->text() + " is not above zero");
  }
  return {};
}

Result<void> checkPolicy(const VirementLimits& document) {
  return checkWithin("lineMost", document.line_most, {0, kBasisPoints});
}

Result<void> checkPolicy(const MciValues& document) {
  ASAR_TRY(checkNotEmpty("values", document.values));
  ASAR_TRY(checkAscending("values", document.values, &MciValue::year));
  for (const MciValue& one : document.values) {
    ASAR_TRY(checkWithin("the year", one.year, kYears));
    ASAR_TRY(checkWithin("the value in minor units", one.value.minor, {1, limits::kMinorMax}));
  }
  return {};
}

Result<void> checkPolicy(const GrantClasses& document) {
  ASAR_TRY(checkNotEmpty("classes", document.classes));
  ASAR_TRY(checkAscending("classes", document.classes, &GrantClassLimit::grant_class));
  for (const GrantClassLimit& one : document.classes) {
    ASAR_TRY(checkUpTo("indices", one.mci_least, one.mci_most));
    ASAR_TRY(checkUpTo("months", one.months_least, one.months_most));
    ASAR_TRY(checkWithin("monthsLeast", one.months_least, {0, limits::kPolicyMonthsMax}));
    ASAR_TRY(checkWithin("monthsMost", one.months_most, {0, limits::kPolicyMonthsMax}));
  }
  return {};
}

Result<void> checkPolicy(const Deadlines& document) {
  ASAR_TRY(checkNotEmpty("deadlines", document.deadlines));
  ASAR_TRY(checkAscending("deadlines", document.deadlines, &NamedDeadline::name));
  for (const NamedDeadline& one : document.deadlines) ASAR_TRY(checkDeadline(one));
  return checkAscending("calendar", document.calendar, &DayChange::day);
}

Result<void> checkPolicy(const Suppression& document) {
  ASAR_TRY(checkWithin("least", document.least, {1, 65'535}));
  return checkWithin("leastWithMinors", document.least_with_minors, {document.least, 65'535});
}

Result<void> checkPolicy(const AuditThresholds& document) {
  ASAR_TRY(checkNotEmpty("thresholds", document.thresholds));
  return checkAscending("thresholds", document.thresholds, &AuditThreshold::rule);
}

Result<void> checkPolicy(const Populations& document) {
  ASAR_TRY(checkNotEmpty("populations", document.populations));
  ASAR_TRY(checkAscending("populations", document.populations,
                          [](const Population& one) { return std::pair(one.region, one.year); }));
  for (const Population& one : document.populations) {
    ASAR_TRY(checkRegionCode(one.region));
    ASAR_TRY(checkWithin("the year", one.year, kYears));
    if (one.people == 0) return badPolicy("nobody lives in " + one.region);
  }
  return {};
}

Result<void> checkPolicy(const Wages& document) {
  ASAR_TRY(checkNotEmpty("wages", document.wages));
  ASAR_TRY(checkAscending("wages", document.wages, [](const Wage& one) { return std::pair(one.region, one.year); }));
  for (const Wage& one : document.wages) {
    if (!one.region.empty()) ASAR_TRY(checkRegionCode(one.region));
    ASAR_TRY(checkWithin("the year", one.year, kYears));
    ASAR_TRY(checkWithin("the wage in minor units", one.per_hour.minor, {1, limits::kMinorMax}));
  }
  return {};
}

}  // namespace ledger
