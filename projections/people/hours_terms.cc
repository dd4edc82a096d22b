#include "projections/people/hours_terms.h"

#include "projections/people/hours_terms_sql.h"

namespace projections {
namespace {

// Earlier rules left two merged profiles two volunteers.
constexpr std::uint16_t kJoinedSince = 3;

}  // namespace

using ledger::Result;

std::string_view HoursTerms::sql() const {
  return kHoursTermsSql;
}

Result<void> HoursTerms::load(Database& database) {
  if (auto loaded = profiles_.load(database); !loaded) return loaded;
  return policies_.load(database);
}

Result<void> HoursTerms::flush(Database& database) {
  if (auto written = profiles_.flush(database); !written) return written;
  return policies_.flush(database);
}

void HoursTerms::merge(const Fact& fact, const ledger::ProfilesMerge& merge) {
  if (fact.decision->rules < kJoinedSince) return;
  profiles_.forEach([&](MergedProfileRow& row) {
    if (row.survivor != merge.absorbed) return false;
    row.survivor = merge.person;
    return true;
  });
  profiles_.insert({merge.absorbed, merge.person, merge.person, fact.index});
}

void HoursTerms::publish(const Fact& fact, const ledger::PolicyPublish& policy) {
  if (!policy.hours_limits) return;
  HoursPolicyRow row;
  row.document = fact.stated;
  row.since = fact.index;
  row.policy = policy.policy;
  row.status = policy.status;
  row.valid_from = policy.valid_from;
  row.valid_to = policy.valid_to;
  row.attest_within_days = policy.hours_limits->attest_within_days;
  policies_.insert(row);
}

Result<void> HoursTerms::fold(const Fact& fact) {
  const auto& body = fact.command->body;
  if (const auto* merged = body.as<ledger::ProfilesMerge>()) merge(fact, *merged);
  if (const auto* policy = body.as<ledger::PolicyPublish>()) publish(fact, *policy);
  return {};
}

}  // namespace projections
