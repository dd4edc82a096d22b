// NationalFacts — what published figures rest on beside the replayed state: heard while the log is replayed.
//
// Units    civil days, by the offset of each fact.
// Threads  called from the thread of the replay.
#pragma once

#include <map>
#include <set>
#include <string>

#include "audit/verify/grant_book.h"

namespace audit {

class NationalFacts {
 public:
  // Before the command takes effect.
  void take(const State& state, const Case& c, schema::Command::Reader command);

  struct Attendance {
    Id activity{};
    std::int64_t people = 0;
    std::int64_t minutes = 0;
    std::int64_t day = 0;  // on which its shift began
    Id batch{};
  };
  struct Place {
    std::string region;
    std::string direction;
  };
  Place placeOf(const State& state, const Id& activity) const;
  const std::string& directionOf(const Id& programme) const;
  const std::map<std::string, std::int64_t>& organisationsByRegion() const { return organisations_; }
  // Empty of none that is known.
  const std::string& regionOfOrganisation(const Id& organisation) const;
  const std::set<std::pair<std::string, Id>>& organisationsByDirection() const { return started_; }
  const std::vector<Attendance>& attendance() const { return attendance_; }
  // The day on which each award was conferred, whatever became of it.
  const IdMap<std::int64_t>& conferred() const { return conferred_; }
  const GrantBook& grants() const { return grants_; }
  // On which the newest fact was recorded, at +05:00; nullopt where there is none.
  std::optional<std::int64_t> lastDay() const { return last_day_; }

 private:
  IdMap<std::string> directions_;  // by programme
  std::map<std::string, std::int64_t> organisations_;
  IdMap<std::string> regions_;                    // by organisation
  std::set<std::pair<std::string, Id>> started_;  // of projects that started: direction, organisation
  std::vector<Attendance> attendance_;            // completed, and not taken back
  IdMap<std::int64_t> conferred_;
  GrantBook grants_;
  std::optional<std::int64_t> last_day_;
};

// The code that the stream of a region is made of.
std::string regionOf(const Id& stream);

}  // namespace audit
