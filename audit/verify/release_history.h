// ReleaseHistory — what releases are made from, at any size: every state of every hours entry, who was merged when, the
// names of organisations; and what was released.
//
// Shape    told of each command before it takes effect; what an entry stands at afterwards is read at the next one.
// Units    minutes; civil days.
// Threads  single-thread.
// Source   ledger/schema/README.md, section 11.
#pragma once

#include <array>

#include "audit/replay/case.h"
#include "audit/verify/crowd.h"

namespace audit {

struct ReleaseSaid {
  std::uint64_t index = 0;  // of the entry by which it took effect
  schema::ReleaseSpan span = schema::ReleaseSpan::MONTH;
  std::int64_t first_day = 0;
  std::int64_t last_day = 0;
  std::uint64_t at_size = 0;
  SuppressionBounds bounds;
  std::vector<std::pair<std::string, Hash>> tables;
};

// One hours entry as it was.
struct ReleasedHours {
  Id person{};
  Id organisation{};
  std::string region;
  std::string activity;
  std::int64_t minutes = 0;
  bool minor = false;
};

class ReleaseHistory {
 public:
  void take(const State& state, const Case& c, schema::Command::Reader command);
  // After the last command.
  void settle(const State& state);

  std::vector<ReleasedHours> hoursAt(std::int64_t first_day, std::int64_t last_day, std::uint64_t size,
                                     std::uint64_t merged_at) const;
  const std::vector<ReleaseSaid>& releases() const { return releases_; }
  const std::array<std::string, 3>& namesOf(const Id& organisation) const { return names_.at(organisation); }

 private:
  struct Standing {
    std::uint64_t index = 0;
    std::int64_t minutes = 0;
    bool counts = false;
  };
  struct History {
    Id volunteer{};
    Id organisation{};
    std::int64_t day = 0;
    std::string region;
    std::string activity;
    bool minor = false;
    std::vector<Standing> standings;
  };
  struct Merge {
    std::uint64_t index = 0;
    Id person{};
    Id absorbed{};
  };

  IdMap<History> hours_;
  std::vector<Merge> merges_;
  std::map<Id, std::array<std::string, 3>> names_;
  std::vector<ReleaseSaid> releases_;
  std::optional<Id> touched_;
  std::uint64_t touched_at_ = 0;
};

}  // namespace audit
