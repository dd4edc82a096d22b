#include "projections/report/population_rate.h"

#include <algorithm>
#include <map>

#include "ledger/base/instant.h"
#include "projections/report/policy_on.h"

namespace projections {

using ledger::Result;

namespace {

__extension__ using Wide = __int128;

std::int64_t yearOf(ledger::CivilDay day) {
  return std::stoll(ledger::dayText(day).substr(0, 4));
}

}  // namespace

std::int64_t PopulationRate::perThousand(std::int64_t figure) const {
  constexpr std::int64_t kHundredthsOfThousand = 100'000;
  const auto scaled = static_cast<Wide>(figure) * kHundredthsOfThousand;
  return static_cast<std::int64_t>((scaled + people / 2) / people);
}

Result<std::optional<PopulationRate>> readPopulationRate(Database& database, const std::string& region,
                                                         ledger::CivilDay day) {
  Statement all = database.prepare(selectAll<PublishedTermRow>() + "where kind = 'populations' order by since desc");
  const auto rows = readRows<PublishedTermRow>(all);
  if (!rows) return rows.error();
  const PublishedTermRow* policy = policyOn(*rows, day);
  if (policy == nullptr) return std::optional<PopulationRate>();
  const auto term = publishedTerm(*policy);
  if (!term) return term.error();
  PopulationRate rate;
  rate.policy = *policy;
  // In order of regions, then years: the last that is not after that day stands.
  std::map<std::string, std::pair<std::int64_t, std::int64_t>> newest;
  if (term->populations) {
    for (const ledger::Population& one : term->populations->populations) {
      const bool asked = region.empty() || one.region == region;
      if (asked && one.year <= yearOf(day)) newest[one.region] = {one.year, static_cast<std::int64_t>(one.people)};
    }
  }
  for (const auto& [code, figure] : newest) {
    rate.year = std::max(rate.year, figure.first);
    rate.people += figure.second;
    ++rate.regions;
  }
  if (rate.people == 0) return std::optional<PopulationRate>();
  return std::optional(std::move(rate));
}

}  // namespace projections
