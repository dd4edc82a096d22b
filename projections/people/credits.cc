#include "projections/people/credits.h"

#include "ledger/event/json.h"
#include "projections/people/credits_sql.h"

namespace projections {
namespace {

using ledger::Result;

bool sameFact(const CreditFactRow& a, const CreditFactRow& b) {
  return a.minutes == b.minutes && a.state == b.state && a.unconfirmed == b.unconfirmed;
}

}  // namespace

std::string_view Credits::sql() const {
  return kCreditsSql;
}

Result<void> Credits::load(Database& database) {
  if (auto loaded = ages_.load(database); !loaded) return loaded;
  if (auto loaded = facts_.load(database); !loaded) return loaded;
  if (auto loaded = policies_.load(database); !loaded) return loaded;
  if (auto loaded = credits_.load(database); !loaded) return loaded;
  if (auto loaded = uses_.load(database); !loaded) return loaded;
  age_since_.clear();
  fact_since_.clear();
  ages_.forEach([&](const PersonAgeRow& row) {
    if (row.until == 0) age_since_[row.person] = row.since;
    return false;
  });
  facts_.forEach([&](const CreditFactRow& row) {
    if (row.until == 0) fact_since_[row.hours] = row.since;
    return false;
  });
  return {};
}

Result<void> Credits::flush(Database& database) {
  if (auto written = ages_.flush(database); !written) return written;
  if (auto written = facts_.flush(database); !written) return written;
  if (auto written = policies_.flush(database); !written) return written;
  if (auto written = credits_.flush(database); !written) return written;
  return uses_.flush(database);
}

void Credits::setAge(const Fact& fact, ledger::PersonId person, ledger::AgeBand band) {
  if (const auto open = age_since_.find(person); open != age_since_.end())
    ages_.change({person, open->second})->until = fact.index;
  ages_.insert({person, fact.index, 0, band});
  age_since_[person] = fact.index;
}

ledger::AgeBand Credits::ageOf(ledger::PersonId person) const {
  const auto open = age_since_.find(person);
  return open == age_since_.end() ? ledger::AgeBand::kUnknown : ages_.find({person, open->second})->age_band;
}

void Credits::hoursChanged(const HoursEntryRow* before, const HoursEntryRow& after) {
  CreditFactRow row;
  row.hours = after.hours;
  row.since = after.changed;
  row.volunteer = after.volunteer;
  row.entry = after.since;
  row.day = after.day;
  row.minutes = after.minutes;
  row.state = after.state;
  row.time_basis = after.time_basis;
  row.role = after.role;
  row.unconfirmed = after.assurance == ledger::Assurance::kAssisted && !after.confirmed;
  if (before == nullptr) {
    row.activity_kind = places_.activity(after.activity)->kind;
    row.age_band = ageOf(after.volunteer);
  } else {
    CreditFactRow& now = *facts_.change({after.hours, fact_since_.at(after.hours)});
    if (sameFact(now, row)) return;
    row.activity_kind = now.activity_kind;
    row.age_band = now.age_band;
    now.until = row.since;
  }
  fact_since_[row.hours] = row.since;
  facts_.insert(std::move(row));
}

void Credits::publish(const Fact& fact, const ledger::PolicyPublish& policy) {
  if (policy.kind != ledger::PolicyKind::kCreditRules) return;
  CreditPolicyRow row;
  row.take(fact, policy);
  row.rules = jsonOf(*fact.command).line();
  policies_.insert(std::move(row));
}

Result<void> Credits::grant(const Fact& fact, const ledger::CreditGrant& granted) {
  const CreditPolicyRow* policy = policies_.find(fact.decision->policy);
  if (policy == nullptr) return withoutSubject(fact, "credit rules", granted.credit_policy.text());
  const auto rules = creditRulesOf(*policy);
  if (!rules) return rules.error();
  CreditRow row;
  row.credit = granted.credit;
  row.since = fact.index;
  row.person = granted.person;
  row.organisation = granted.organisation;
  row.policy = granted.credit_policy;
  row.document = policy->document;
  row.double_use = rules->double_use;
  row.day = granted.day;
  row.age_band = granted.age_band;
  row.credits = granted.credits;
  if (granted.voucher) row.voucher = granted.voucher->minor, row.currency = granted.voucher->currency;
  credits_.insert(std::move(row));
  for (const ledger::CreditUse& use : granted.used) uses_.insert({granted.credit, use.hours, use.minutes});
  return {};
}

Result<void> Credits::reverse(const Fact& fact, const ledger::CreditReverse& reversal) {
  CreditRow* row = credits_.change(reversal.credit);
  if (row == nullptr) return withoutSubject(fact, "credit", reversal.credit.text());
  row->until = fact.index;
  return {};
}

Result<void> Credits::fold(const Fact& fact) {
  const auto& body = fact.command->body;
  if (const auto* registered = body.as<ledger::PersonRegister>()) {
    setAge(fact, registered->person, registered->age_band);
  } else if (const auto* changed = body.as<ledger::AgeBandSet>()) {
    setAge(fact, changed->person, changed->age_band);
  } else if (const auto* policy = body.as<ledger::PolicyPublish>()) {
    publish(fact, *policy);
  } else if (const auto* granted = body.as<ledger::CreditGrant>()) {
    return grant(fact, *granted);
  } else if (const auto* reversal = body.as<ledger::CreditReverse>()) {
    return reverse(fact, *reversal);
  }
  return {};
}

}  // namespace projections
