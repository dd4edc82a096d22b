#include "audit/reports/money_reports.h"

#include <algorithm>
#include <set>

#include "audit/replay/spelt.h"
#include "audit/reports/grant_sums.h"
#include "audit/reports/owed.h"

namespace audit {
namespace {

std::string directionOf(const Counting& counting, const Grant& grant) {
  return counting.facts.directionOf(grant.programme);
}

bool isRegrant(const BudgetLine& line) {
  return line.cost_type == schema::CostType::REGRANT;
}

void addRegrantLine(const Counting& counting, const Id& id, const Grant& grant, const BudgetLine& line,
                    ReportFigures& figures) {
  const std::string path = pathOf({"grants", idText(id), "lines", line.name});
  const auto write = [&](const char* name, Sum value) { figures[path + name].value = value; };
  Sum awarded = 0;
  BookSums sums;
  Sum held = 0;
  for (const Id& sub : grant.sub_awards) {
    const Grant* award = find(counting.state.grants, sub);
    if (award == nullptr || award->state == GrantState::kVoided || award->parent_line != line.name) continue;
    const BookSums own = counting.facts.grants().sumsOf(sub, {});
    awarded += award->awarded;
    for (std::size_t i = 0; i < own.by_moved.size(); ++i) sums.by_moved.at(i) += own.by_moved.at(i);
    held += std::max<Sum>(0, own.of(Moved::kDisbursed) - own.of(Moved::kReversed) - own.of(Moved::kReturned));
  }
  write("/budget", line.budget);
  write("/passedOn", line.spent);
  write("/awarded", awarded);
  write("/received", sums.of(Moved::kDisbursed) - sums.of(Moved::kReversed));
  write("/spent", sums.spent());
  write("/returned", sums.of(Moved::kReturned));
  write("/onHand", sums.onHand());
  write("/held", held);
  write("/left", line.budget - awarded);
  write("/difference", line.spent - held);
}

void addNode(const Counting& counting, const Id& id, const Grant& grant, int depth, ReportFigures& figures) {
  addGrant(counting, id, grant, figures);
  const std::string path = pathOf({"grants", idText(id)});
  figures[path + "/depth"].value = depth;
  const Sum on_hand = counting.facts.grants().sumsOf(id, {}).onHand();
  figures[path + "/balances"].value = on_hand == grant.on_hand && on_hand >= 0 ? 1 : 0;
  for (const BudgetLine& line : grant.lines) {
    if (isRegrant(line)) addRegrantLine(counting, id, grant, line, figures);
  }
}

// A log that breaks the rules may hold a grant beneath itself.
void addTree(const Counting& counting, const Id& top, std::set<Id>& seen, ReportFigures& figures) {
  std::vector<std::pair<Id, int>> open{{top, 0}};
  while (!open.empty()) {
    const auto [id, depth] = open.back();
    open.pop_back();
    const Grant* grant = find(counting.state.grants, id);
    if (grant == nullptr || !seen.insert(id).second) continue;
    addNode(counting, id, *grant, depth, figures);
    for (const Id& sub : grant->sub_awards) open.emplace_back(sub, depth + 1);
  }
}

// Calls and contracts that began on the days asked for.
void addInstruments(const Counting& counting, ReportFigures& figures) {
  for (const Chronicled& told : counting.chronicle.of("call")) {
    const auto command = told.command();
    if (!command.isCallPublish() || !counting.asked.days.hold(told.day)) continue;
    const auto call = command.getCallPublish();
    if (idOf(call.getFunder()) == counting.asked.subject)
      figures[pathOf({"calls", idText(told.subject), "amount"})].value = call.getBudget().getMinor();
  }
  for (const Chronicled& told : counting.chronicle.of("contract")) {
    const auto command = told.command();
    if (!command.isContractSign() || !counting.asked.days.hold(told.day)) continue;
    const auto contract = command.getContractSign();
    if (idOf(contract.getFunder()) == counting.asked.subject)
      figures[pathOf({"contracts", idText(told.subject), "amount"})].value = contract.getAmount().getMinor();
  }
}

}  // namespace

void countFlow(const Counting& counting, ReportFigures& figures) {
  std::map<std::string, Id> funders;
  for (const auto& [id, grant] : counting.state.grants) {
    if (!isSubAward(grant)) funders[idText(grant.funder)] = grant.funder;
  }
  for (const auto& [text, funder] : funders) {
    const auto holds = [id = funder](const Grant& grant) { return !isSubAward(grant) && grant.funder == id; };
    const std::string path = "funders/" + text;
    addGrantSums(counting, path + "/total", holds, figures);
    addGrantSums(counting, path + "/directions", holds, figures,
                 [&](const Grant& grant) { return directionOf(counting, grant); });
    addCosts(counting, path + "/costs", holds, figures);
  }
  addGrantSums(
      counting, "total", [](const Grant& grant) { return !isSubAward(grant); }, figures);
}

void countFunder(const Counting& counting, ReportFigures& figures) {
  const Id funder = counting.asked.subject;
  const auto funds = [&](const Grant& grant) { return grant.funder == funder; };
  const auto own = [&](const Grant& grant) { return funds(grant) && !isSubAward(grant); };
  addGrantSums(counting, "total", own, figures);
  addGrantSums(counting, "byDirection", own, figures, [&](const Grant& grant) { return directionOf(counting, grant); });
  addGrantSums(counting, "bySource", own, figures, [](const Grant& grant) { return spelt(grant.source); });
  addGrantSums(counting, "byClass", own, figures, [](const Grant& grant) { return spelt(grant.grant_class); });
  addGrantSums(counting, "byRegion", own, figures, [](const Grant& grant) { return regionOf(grant.region); });
  addGrantSums(
      counting, "passedOn", [&](const Grant& grant) { return funds(grant) && isSubAward(grant); }, figures);
  addCosts(counting, "costs", own, figures);
  addGrants(counting, funds, figures);
  addInstruments(counting, figures);
  addOwedCounts("obligations", owedWhere(counting, [&](const Owed& owed) { return owed.funder == funder; }), figures);
}

void countRegrants(const Counting& counting, ReportFigures& figures) {
  std::set<Id> seen;
  if (counting.asked.subject != Id{}) return addTree(counting, counting.asked.subject, seen, figures);
  for (const auto& [id, grant] : counting.state.grants) {
    const bool top = !isSubAward(grant) && grant.state != GrantState::kVoided &&
                     (std::ranges::any_of(grant.lines, isRegrant) || !grant.sub_awards.empty());
    if (top) addTree(counting, id, seen, figures);
  }
}

}  // namespace audit
