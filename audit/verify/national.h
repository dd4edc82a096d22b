// National figures, counted anew from the replayed log: hours and money of the country, by region and by direction.
//
// Shape    figures by path: "/total/attestedMinutes", "/regions/KZ-75/volunteers", "/directions/bilim/entries",
//          "/money/KZT/awarded", "/moneyByRegion/KZ-75/KZT/spent"; what is nowhere told of has no path and is 0. Those
//          about too few people are counted and marked as hidden. A person is counted once in each figure; sub-awards
//          are in the money of the grant that funds them.
// Units    minutes; minor units.
// Threads  single-thread.
#pragma once

#include <map>
#include <set>
#include <string>

#include "audit/replay/case.h"
#include "audit/verify/suppression.h"

namespace audit {

// What national figures rest on beside the state: heard while the log is replayed.
class NationalFacts {
 public:
  // Before the command takes effect.
  void take(const State& state, const Case& c, schema::Command::Reader command);

  struct Attendance {
    Id activity{};
    std::int64_t people = 0;
    std::int64_t minutes = 0;
    Id batch{};
  };
  const std::string& directionOf(const Id& programme) const;
  const std::map<std::string, std::int64_t>& organisationsByRegion() const { return organisations_; }
  const std::set<std::pair<std::string, Id>>& organisationsByDirection() const { return started_; }
  const std::vector<Attendance>& attendance() const { return attendance_; }
  // On which the newest fact was recorded, at +05:00; nullopt where there is none.
  std::optional<std::int64_t> lastDay() const { return last_day_; }

 private:
  IdMap<std::string> directions_;  // by programme
  std::map<std::string, std::int64_t> organisations_;
  std::set<std::pair<std::string, Id>> started_;  // of projects that started: direction, organisation
  std::vector<Attendance> attendance_;            // completed, and not taken back
  std::optional<std::int64_t> last_day_;
};

struct Figure {
  Sum value = 0;
  bool hidden = false;
};

struct NationalFigures {
  std::map<std::string, Figure> by_path;
  SuppressionBounds bounds;
};

NationalFigures nationalOf(const State& state, const NationalFacts& facts);

// "KZ-75" out of the id of its stream.
std::string regionOf(const Id& stream);
// The last part of a path: whether national figures have one of that name.
bool isNationalFigure(std::string_view name);

}  // namespace audit
