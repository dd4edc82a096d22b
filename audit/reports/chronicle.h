// Chronicle — what donors gave, offices did, juries decided and auditors found, entry by entry: what reports about them
// are counted from. Heard while the log is replayed.
//
// Shape    commands that took effect, each as it was recorded, in the order of the log. Those of hours, grants and
//          persons are not among them: the replayed state and the grant book have these.
// Units    civil days, counted from 1970-01-01; milliseconds of UTC.
// Threads  called from the thread of the replay.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "audit/replay/case.h"

namespace audit {

struct Chronicled {
  std::uint64_t index = 0;  // by which it took effect
  std::int64_t recorded_at = 0;
  std::int64_t day = 0;  // of which it speaks
  Id subject{};
  Id office{};  // in whose stream its entry is; zeros: none
  std::string_view role;
  std::string_view event;
  std::shared_ptr<capnp::MallocMessageBuilder> message;

  schema::Command::Reader command() const { return message->getRoot<schema::Command>().asReader(); }
};

class Chronicle {
 public:
  // Before the command takes effect.
  void take(const State& state, const Case& c, schema::Command::Reader command);

  // Of subjects of that role; empty: of none.
  const std::vector<Chronicled>& of(std::string_view role) const;
  template <class Visit>
  void each(Visit visit) const {
    for (const auto& [role, all] : by_role_) {
      for (const Chronicled& told : all) visit(told);
    }
  }

 private:
  std::map<std::string, std::vector<Chronicled>, std::less<>> by_role_;
};

}  // namespace audit
