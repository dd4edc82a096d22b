#include "audit/reports/chronicle.h"

#include <algorithm>
#include <array>

#include "audit/replay/later_kinds.h"
#include "audit/replay/named_fields.h"

namespace audit {
namespace {

constexpr std::array<std::string_view, 28> kKept{
    "allocation",  "award",    "call",       "campaign", "contract",       "council", "deployment",
    "distinction", "donation", "emergency",  "finding",  "forum",          "gift",    "idea",
    "indicator",   "meeting",  "obligation", "office",   "output",         "project", "request",
    "roadmap",     "round",    "assignment", "target",   "reconciliation", "visit",   "resolution"};

bool isKept(std::string_view role) {
  return std::ranges::find(kKept, role) != kKept.end();
}

}  // namespace

void Chronicle::take(const State& state, const Case& c, schema::Command::Reader command) {
  const std::string_view role = roleOf(command);
  if (!isKept(role)) return;
  Chronicled told;
  told.index = c.index;
  told.recorded_at = c.recorded_at;
  told.day = spokenDay(command, c.recorded_at);
  told.subject = subjectOf(state, command, role);
  if (isInStreamOf(command, "office")) told.office = subjectOf(state, command, "office");
  told.role = role;
  told.event = eventOf(command);
  told.message =
      std::make_shared<capnp::MallocMessageBuilder>(static_cast<unsigned>(command.totalSize().wordCount) + 1);
  told.message->setRoot(command);
  by_role_[std::string(role)].push_back(std::move(told));
}

const std::vector<Chronicled>& Chronicle::of(std::string_view role) const {
  static const auto& none = *new std::vector<Chronicled>;
  const auto found = by_role_.find(role);
  return found == by_role_.end() ? none : found->second;
}

}  // namespace audit
