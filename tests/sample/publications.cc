#include "tests/sample/publications.h"

#include "projections/follower.h"
#include "projections/oversight/releases.h"
#include "projections/release/release_files.h"
#include "projections/report/suppression_policy.h"

namespace sample {

using namespace ledger;

Publications::Publications(Year& year)
    : year_(year), tables_(std::make_unique<projections::Database>(*projections::Database::open(":memory:"))) {}

Publications::~Publications() = default;

void Publications::week(std::size_t week) {
  if (week == 16) {
    for (const char* period : {"2025-10", "2025-11", "2025-12", "2025-Q4"}) publish(period);
  }
  if (week == 20) publish("2025");
  if (week == 24) {
    for (const char* period : {"2026-01", "2026-02", "2026-03", "2026-Q1"}) publish(period);
  }
}

void Publications::publish(std::string_view name) {
  year_.checkpoint();
  if (year_.failed()) return;
  const Sealed& seen = year_.scribe_.seen();
  LogReader reader(year_.scribe_.log());
  const auto followed = projections::catchUp(*tables_, reader, {seen.size, seen.root});
  const auto period = projections::parseReleasePeriod(name);
  const Instant now = year_.now();
  auto policy = projections::readSuppressionPolicyOn(*tables_, now.civilDay());
  auto releases = projections::readReleases(*tables_);
  ASAR_CHECK(followed.ok() && period.ok() && policy.ok() && releases.ok());
  ReleasePublish command{year_.newId(),
                         period->span,
                         period->from,
                         period->to,
                         {},
                         seen.size,
                         seen.root,
                         static_cast<std::uint16_t>(policy->rule.least),
                         static_cast<std::uint16_t>(policy->rule.least_with_minors),
                         {},
                         now};
  if (period->span == ReleaseSpan::kYear) {
    for (const auto& one : projections::releasesOfYear(*releases, 2025)) command.revises.push_back({one.release});
  }
  const auto tables =
      projections::makeReleaseTables(*tables_, {*period, seen.size, policy->rule, *std::move(releases)});
  ASAR_CHECK(tables.ok());
  for (const auto& file : projections::tableFiles(*tables)) command.tables.push_back({file.name, file.digest()});
  year_.byAuthorities({command});
}

}  // namespace sample
