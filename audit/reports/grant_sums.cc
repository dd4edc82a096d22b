#include "audit/reports/grant_sums.h"

#include <algorithm>

#include "audit/replay/spelt.h"

namespace audit {
namespace {

template <class Visit>
void eachGrant(const Counting& counting, const HoldsGrant& holds, Visit visit) {
  for (const auto& [id, grant] : counting.state.grants) {
    if (grant.state != GrantState::kVoided && holds(grant)) visit(id, grant);
  }
}

// How a fact changes what is spent on its line.
int signOf(Moved moved) {
  if (moved == Moved::kRecorded) return 1;
  return moved == Moved::kDisallowed || moved == Moved::kTakenBack ? -1 : 0;
}

void addCostsOf(const Counting& counting, std::string_view name, const Id& id, const Grant& grant,
                ReportFigures& figures) {
  const GrantBook& book = counting.facts.grants();
  const std::string& direction = counting.facts.directionOf(grant.programme);
  const auto place = [&](const BudgetLine& line) {
    return pathOf({name, direction, spelt(line.cost_type), grant.currency});
  };
  if (const auto day = book.awardedOn(id); day && counting.asked.days.hold(*day)) {
    for (const BudgetLine& line : grant.lines) figures[place(line) + "/budget"].value += line.budget;
  }
  for (const MoneyFact& fact : book.factsOf(id)) {
    const Expenditure* spent = find(counting.state.expenditures, fact.of);
    if (fact.void_now || spent == nullptr || spent->state == ExpenditureState::kVoided) continue;
    // A log that breaks the rules may hold one of another grant, or of a line that is not there.
    if (spent->grant != id || spent->line >= grant.lines.size()) continue;
    if (counting.asked.days.hold(fact.day))
      figures[place(grant.lines.at(spent->line)) + "/spent"].value += signOf(fact.moved) * fact.amount;
  }
}

// What was demanded back, and is owed still.
Sum demandedOf(const State& state, const Grant& grant) {
  Sum sum = 0;
  for (const Id& id : grant.demands) {
    const Demand* demand = find(state.demands, id);
    if (!demand->settled && isIn(state, id, "demanded")) sum += demand->amount;
  }
  return sum;
}

}  // namespace

void addGrantSums(const Counting& counting, std::string_view name, const HoldsGrant& holds, ReportFigures& figures,
                  const GrantCode& code) {
  eachGrant(counting, holds, [&](const Id& id, const Grant& grant) {
    const std::string path = pathOf({name, code ? code(grant) : std::string(), grant.currency});
    for (const auto& [figure, sum] : counting.facts.grants().toldOf(id, grant, counting.asked.days))
      figures[path + figure].value += sum;
  });
}

void addCosts(const Counting& counting, std::string_view name, const HoldsGrant& holds, ReportFigures& figures) {
  eachGrant(counting, holds, [&](const Id& id, const Grant& grant) { addCostsOf(counting, name, id, grant, figures); });
}

void addGrant(const Counting& counting, const Id& id, const Grant& grant, ReportFigures& figures) {
  const BookSums sums = counting.facts.grants().sumsOf(id, {});
  const std::string path = pathOf({"grants", idText(id)});
  const auto write = [&](const char* name, Sum value) { figures[path + name].value = value; };
  write("/awarded", grant.awarded);
  write("/disbursed", sums.of(Moved::kDisbursed) - sums.of(Moved::kReversed));
  write("/interest", sums.of(Moved::kInterest));
  write("/vendorRefunds", sums.of(Moved::kVendorRefund));
  write("/spent", sums.spent());
  write("/disallowed", sums.of(Moved::kDisallowed));
  write("/returned", sums.of(Moved::kReturned));
  write("/onHand", sums.onHand());
  write("/demanded", demandedOf(counting.state, grant));
  write("/waived", grant.state == GrantState::kClosed ? sums.onHand() : grant.waived);
}

void addGrants(const Counting& counting, const HoldsGrant& holds, ReportFigures& figures) {
  const GrantBook& book = counting.facts.grants();
  const DayRange& days = counting.asked.days;
  eachGrant(counting, holds, [&](const Id& id, const Grant& grant) {
    const auto awarded = book.awardedOn(id);
    const bool moved = std::ranges::any_of(
        book.factsOf(id), [&](const MoneyFact& fact) { return !fact.void_now && days.hold(fact.day); });
    if (moved || (awarded && days.hold(*awarded))) addGrant(counting, id, grant, figures);
  });
}

}  // namespace audit
