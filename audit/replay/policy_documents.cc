#include "audit/replay/policy_documents.h"

#include <algorithm>

#include "audit/replay/keys_roles.h"

namespace audit {
namespace {

constexpr std::uint32_t kWhole = 10'000;  // basis points
constexpr std::uint32_t kMonthsMost = 600;
constexpr std::uint32_t kDeadlineDaysMost = 3660;
constexpr std::int64_t kAmountMost = 1'000'000'000'000'000;

bool isYear(std::uint16_t year) {
  return year >= 2000 && year <= 2100;
}
bool isPrice(schema::Money::Reader money) {
  return money.getMinor() >= 1 && money.getMinor() <= kAmountMost;
}
// No upper limit is spelt 0.
bool isRange(std::uint32_t least, std::uint32_t most) {
  return most == 0 || least <= most;
}

bool isFit(schema::HoursLimits::Reader document) {
  unsigned bands = 0;
  for (const auto limit : document.getLimits()) {
    const unsigned band = 1U << static_cast<unsigned>(limit.getAgeBand());
    if ((bands & band) != 0 || limit.getDayMinutes() < 1 || limit.getDayMinutes() > kDayMinutes) return false;
    bands |= band;
  }
  return true;
}

bool isFit(schema::AgeRules::Reader document) {
  const auto rules = document.getRules();
  const auto in_day = [](auto rule) { return rule.getNightFrom() < kDayMinutes && rule.getNightTo() < kDayMinutes; };
  const auto ascending = [](auto rule) {
    return rises(rule.getRolesExcluded(), [](auto one) { return stringOf(one.getRole()); });
  };
  return rules.size() > 0 && allOf(rules, in_day) && allOf(rules, ascending) &&
         rises(rules, [](auto rule) { return static_cast<unsigned>(rule.getAgeBand()); });
}

bool isFit(schema::CostRules::Reader document) {
  const auto rules = document.getRules();
  for (const auto rule : rules) {
    if (!codesRise(rule.getProhibited()) || rule.getAdminMost() > kWhole || rule.getMonthsMost() > kMonthsMost ||
        rule.getVerifiedLeast() > kWhole || (rule.hasAmountMost() && rule.getAmountMost().getMinor() < 1))
      return false;
  }
  return rules.size() > 0 && rises(rules, [](auto rule) { return static_cast<unsigned>(rule.getGrantClass()); });
}

bool isFit(schema::MciValues::Reader document) {
  const auto values = document.getValues();
  const auto priced = [](auto one) { return isYear(one.getYear()) && isPrice(one.getValue()); };
  return values.size() > 0 && allOf(values, priced) && rises(values, [](auto one) { return one.getYear(); });
}

bool isFit(schema::GrantClasses::Reader document) {
  const auto classes = document.getClasses();
  for (const auto one : classes) {
    if (!isRange(one.getMciLeast(), one.getMciMost()) || !isRange(one.getMonthsLeast(), one.getMonthsMost()))
      return false;
    if (one.getMonthsLeast() > kMonthsMost || one.getMonthsMost() > kMonthsMost) return false;
  }
  return classes.size() > 0 && rises(classes, [](auto one) { return static_cast<unsigned>(one.getGrantClass()); });
}

bool isFitDeadline(schema::NamedDeadline::Reader one) {
  if (one.getMonth() == 0) return one.getDayOfMonth() == 0 && one.getDays() >= 1 && one.getDays() <= kDeadlineDaysMost;
  if (one.getMonth() > 12 || one.getDays() != 0 || one.getDayOfMonth() < 1) return false;
  const bool short_month = one.getMonth() == 4 || one.getMonth() == 6 || one.getMonth() == 9 || one.getMonth() == 11;
  const unsigned last = one.getMonth() == 2 ? 29U : short_month ? 30U : 31U;
  return one.getDayOfMonth() <= last;
}

bool isFit(schema::Deadlines::Reader document) {
  const auto deadlines = document.getDeadlines();
  return deadlines.size() > 0 && allOf(deadlines, isFitDeadline) &&
         rises(deadlines, [](auto one) { return stringOf(one.getName()); }) &&
         rises(document.getCalendar(), [](auto one) { return one.getDay(); });
}

bool isFit(schema::AuditThresholds::Reader document) {
  return document.getThresholds().size() > 0 &&
         rises(document.getThresholds(), [](auto one) { return stringOf(one.getRule()); });
}

bool isFit(schema::Populations::Reader document) {
  const auto all = document.getPopulations();
  const auto sound = [](auto one) {
    return isRegion(stringOf(one.getRegion())) && isYear(one.getYear()) && one.getPeople() > 0;
  };
  return all.size() > 0 && allOf(all, sound) &&
         rises(all, [](auto one) { return std::pair(stringOf(one.getRegion()), one.getYear()); });
}

bool isFit(schema::Wages::Reader document) {
  const auto all = document.getWages();
  const auto sound = [](auto one) {
    return (!one.hasRegion() || isRegion(stringOf(one.getRegion()))) && isYear(one.getYear()) &&
           isPrice(one.getPerHour());
  };
  return all.size() > 0 && allOf(all, sound) &&
         rises(all, [](auto one) { return std::pair(stringOf(one.getRegion()), one.getYear()); });
}

// Whether the document of each kind is there, in the order of the kinds.
std::vector<bool> documentsIn(schema::PolicyPublish::Reader command) {
  return {command.hasHoursLimits(),    command.hasCreditRules(),     command.hasAgeRules(),     command.hasCostRules(),
          command.hasVirementLimits(), command.hasMciValues(),       command.hasGrantClasses(), command.hasDeadlines(),
          command.hasSuppression(),    command.hasAuditThresholds(), command.hasPopulations(),  command.hasWages()};
}

}  // namespace

bool isFitDocument(schema::PolicyPublish::Reader command) {
  const auto there = documentsIn(command);
  for (std::size_t i = 0; i < there.size(); ++i) {
    if (there[i] != (i == static_cast<std::size_t>(command.getKind()))) return false;
  }
  switch (command.getKind()) {
    case schema::PolicyKind::HOURS_LIMITS:
      return isFit(command.getHoursLimits());
    case schema::PolicyKind::CREDIT_RULES:
      return isFitCredit(command.getCreditRules());
    case schema::PolicyKind::AGE_RULES:
      return isFit(command.getAgeRules());
    case schema::PolicyKind::COST_RULES:
      return isFit(command.getCostRules());
    case schema::PolicyKind::VIREMENT_LIMITS:
      return command.getVirementLimits().getLineMost() <= kWhole;
    case schema::PolicyKind::MCI_VALUES:
      return isFit(command.getMciValues());
    case schema::PolicyKind::GRANT_CLASSES:
      return isFit(command.getGrantClasses());
    case schema::PolicyKind::DEADLINES:
      return isFit(command.getDeadlines());
    case schema::PolicyKind::SUPPRESSION:
      return command.getSuppression().getLeast() >= 1 &&
             command.getSuppression().getLeast() <= command.getSuppression().getLeastWithMinors();
    case schema::PolicyKind::AUDIT_THRESHOLDS:
      return isFit(command.getAuditThresholds());
    case schema::PolicyKind::POPULATIONS:
      return isFit(command.getPopulations());
    case schema::PolicyKind::WAGES:
      return isFit(command.getWages());
  }
  return false;
}

const Policy* policyOn(const State& state, schema::PolicyKind kind, std::int64_t day, const Id& id) {
  std::unordered_set<Id, IdHash> repealed;
  const auto applies = [&](const Policy& policy) {
    if (policy.kind != kind || (id != Id{} && policy.id != id)) return false;
    if (policy.from_day > day || (policy.to_day != 0 && day > policy.to_day)) return false;
    if (policy.repealed) repealed.insert(policy.id);
    return !repealed.contains(policy.id);
  };
  const auto newest = std::find_if(state.policies.rbegin(), state.policies.rend(), applies);
  return newest == state.policies.rend() ? nullptr : &*newest;
}

}  // namespace audit
