#include "ledger/rules/invariants.h"

#include "ledger/base/limits.h"
#include "ledger/rules/grant_money.h"

namespace ledger {
namespace {

// Money is neither made nor lost: the equation of sums, the movements and the lines say the same.
std::optional<std::string> brokenGrant(const SubjectId& id, const GrantRecord& grant) {
  if (grant.state == GrantState::kVoided) return std::nullopt;
  std::int64_t moved = 0;
  for (const Movement& movement : grant.movements) {
    moved += movement.delta;
    if (moved < 0)
      return "grant " + id.text() + ": money on hand is negative at index " + std::to_string(movement.index);
  }
  std::int64_t spent = 0;
  for (const LineRecord& line : grant.lines) {
    if (line.spent < 0 || line.spent > line.budget)
      return "grant " + id.text() + ": line " + line.line + " is outside its budget";
    spent += line.spent;
  }
  if (moved != onHand(grant.sums) || spent != grant.sums.spent)
    return "grant " + id.text() + ": its sums do not balance";
  if (grant.sums.disbursed - grant.sums.reversed > grant.sums.awarded)
    return "grant " + id.text() + ": more is paid than awarded";
  return std::nullopt;
}

}  // namespace

std::optional<std::string> brokenInvariant(const State& state) {
  for (const auto& [id, grant] : state.grants.changed()) {
    if (auto broken = brokenGrant(id, grant)) return broken;
  }
  for (const auto& [key, minutes] : state.days.changed()) {
    if (minutes < Minutes{0} || minutes > Minutes{limits::kMinutesPerDay}) {
      return "person " + key.first.text() + " has " + std::to_string(minutes.count()) + " min on " +
             dayText(key.second);
    }
  }
  for (const auto& [id, hours] : state.hours.changed()) {
    if (hours.standing < Minutes{0} || hours.standing > hours.claimed)
      return "hours entry " + id.text() + " stands above its claim";
  }
  return std::nullopt;
}

}  // namespace ledger
