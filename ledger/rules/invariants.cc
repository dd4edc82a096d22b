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
  if (grant.verified < 0 || grant.verified > grant.sums.spent)
    return "grant " + id.text() + ": more is verified than spent";
  if (grant.sums.disbursed - grant.sums.reversed > grant.sums.awarded)
    return "grant " + id.text() + ": more is paid than awarded";
  return std::nullopt;
}

// What others were awarded from its lines, and what its years and demands say, stays within the grant.
std::optional<std::string> brokenFunding(const State& state, const SubjectId& id, const GrantRecord& grant) {
  for (const LineRecord& line : grant.lines) {
    std::int64_t awarded = 0;
    for (const SubjectId& sub_award : grant.sub_awards) {
      const GrantRecord& sub = *state.grants.find(sub_award);
      if (sub.parent_line == line.line && sub.state != GrantState::kVoided) awarded += sub.sums.awarded;
    }
    if (awarded != line.regranted || awarded > line.budget)
      return "grant " + id.text() + ": more is awarded from line " + line.line + " than it has";
  }
  std::int64_t appropriated = 0;
  for (const Appropriation& year : grant.appropriations) appropriated += year.amount;
  if (appropriated > grant.sums.awarded) return "grant " + id.text() + ": more is appropriated than awarded";
  if (grant.demanded < 0 || grant.waived < 0) return "grant " + id.text() + ": its demands do not add up";
  if (grant.state == GrantState::kClosed && onHand(grant.sums) > grant.waived)
    return "grant " + id.text() + ": it is closed and holds more than was waived";
  return std::nullopt;
}

}  // namespace

std::optional<std::string> brokenInvariant(const State& state) {
  for (const auto& [id, grant] : state.grants.changed()) {
    if (auto broken = brokenGrant(id, grant)) return broken;
    if (auto broken = brokenFunding(state, id, grant)) return broken;
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
  for (const auto& [id, expenditure] : state.expenditures.changed()) {
    if (expenditure.standing < 0 || expenditure.standing > expenditure.amount)
      return "expenditure " + id.text() + " stands above what was recorded";
  }
  return std::nullopt;
}

}  // namespace ledger
