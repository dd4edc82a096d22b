// Corrections — every entry that took something back or put another figure in its place, with what stood before.
// Heard while the log is replayed.
//
// Shape    hours by their standing minutes, money by what stands of a payment or an expenditure, credits; an award that
//          was revoked and an import that was voided have no figure of their own. In the order of the log.
// Units    minutes, credits, or minor units of a currency, as `unit` says.
// Threads  called from the thread of the replay.
#pragma once

#include <string>
#include <vector>

#include "audit/replay/case.h"

namespace audit {

struct Corrected {
  std::uint64_t index = 0;
  std::int64_t recorded_at = 0;
  std::optional<std::int64_t> day;  // on which it says it happened
  std::string_view event;
  bool is_public = false;
  Id subject{};
  Id original{};      // the payment or expenditure of that grant; zeros: none
  Id organisation{};  // whose figures it changes
  std::string unit;
  std::optional<Sum> before;
  Sum after = 0;
};

class Corrections {
 public:
  // Before the command takes effect.
  void take(const State& state, const Case& c, schema::Command::Reader command);

  const std::vector<Corrected>& all() const { return all_; }

 private:
  struct Credited {
    Id organisation{};
    std::int64_t credits = 0;
  };

  // False where it corrects nothing.
  bool takeHours(const State& state, schema::Command::Reader command, Corrected& corrected) const;
  bool takeMoney(const State& state, schema::Command::Reader command, Corrected& corrected) const;
  bool takeOther(schema::Command::Reader command, Corrected& corrected) const;

  std::vector<Corrected> all_;
  IdMap<Credited> credits_;
};

}  // namespace audit
