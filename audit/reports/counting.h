// Counting — what the figures of a report are counted from, and what was asked of it.
//
// Shape    figures by path, as national.h has them: "/granted/KZT/awarded". A row of a list is named by its id, or by
//          the codes that set it apart, in the order in which published_report.h has them; an empty code is left out.
//          A figure that is nowhere told of is 0.
// Threads  pure functions.
#pragma once

#include <functional>
#include <initializer_list>

#include "audit/reports/chronicle.h"
#include "audit/reports/corrections.h"
#include "audit/verify/national.h"

namespace audit {

struct ReportAsked {
  Id subject{};  // what it is about; zeros: everything
  DayRange days;
  std::int64_t on = 0;                    // the day on which it says what is owed
  bool exact = false;                     // it hides nothing
  std::uint64_t since = 0;                // corrections from this index on
  std::optional<std::int64_t> since_day;  // and recorded on this day or later
  std::optional<std::int64_t> year;       // the only one of a road map
};

struct Counting {
  const State& state;
  const NationalFacts& facts;
  const Chronicle& chronicle;
  const Corrections& corrections;
  const ReportAsked& asked;
};

using ReportFigures = std::map<std::string, Figure>;
using CountReport = void (*)(const Counting& counting, ReportFigures& figures);

// "/granted/KZT": the parts that are not empty.
inline std::string pathOf(std::initializer_list<std::string_view> parts) {
  std::string path;
  for (const std::string_view part : parts) {
    if (!part.empty()) path.append("/").append(part);
  }
  return path;
}

}  // namespace audit
