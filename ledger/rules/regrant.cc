#include "ledger/rules/regrant.h"

#include <algorithm>

#include "ledger/rules/grant_money.h"
#include "ledger/rules/refusal.h"

namespace ledger {
namespace {

ClaimedKey disbursementKey(const SubjectId& disbursement) {
  return {Claimed::kDisbursement, disbursement.text()};
}

bool isJudged(const GrantAward& command, const Context& context) {
  return context.rules >= kRules3 && !command.parent.isNone();
}

Result<void> checkParentLine(const GrantAward& command, const GrantRecord& parent) {
  const auto line = std::ranges::find(parent.lines, command.parent_line, &LineRecord::line);
  if (line == parent.lines.end()) return refuse("LINE_UNKNOWN", "the parent has no budget line " + command.parent_line);
  if (line->cost_type != CostType::kRegrant) {
    return refuse("NOT_A_REGRANT_LINE", "the parent's line " + line->line + " is for " +
                                            std::string(nameOf(line->cost_type)) + ", not for grants to others");
  }
  ASAR_TRY(checkAmount(parent, command.amount));
  if (command.amount.minor <= line->budget - line->regranted) return {};
  return refuse("OVER_PARENT_LINE",
                "the parent's line " + line->line + " has " + amountText(line->budget - line->regranted, parent) +
                    " of " + amountText(line->budget, parent) + " left to award, not " + command.amount.text());
}

// What went to others and stayed with them.
std::int64_t regranted(const State& state, const GrantRecord& grant) {
  std::int64_t sum = 0;
  for (const SubjectId& id : grant.sub_awards) {
    const GrantRecord& sub = *state.grants.find(id);
    const std::int64_t kept = sub.sums.disbursed - sub.sums.reversed - sub.sums.returned;
    if (sub.state != GrantState::kVoided) sum += std::max<std::int64_t>(kept, 0);
  }
  return sum;
}

}  // namespace

Result<void> checkParent(const State& state, const GrantAward& command, const Context& context) {
  if (context.rules < kRules3) return {};
  if (command.parent.isNone() != command.parent_line.empty()) {
    return refuse("PARENT_LINE_MISSING", "a sub-award names both the grant that funds it and the line of its budget");
  }
  if (command.parent.isNone()) return {};
  if (context.imported()) return refuse("NOT_IMPORTABLE", "a sub-award is not imported: its parent is in this ledger");
  if (!state.grants.has(command.parent))
    return refuse("UNKNOWN_SUBJECT", "grant " + command.parent.text() + " is not in the ledger");
  const auto parent = activeGrant(state, command.parent);
  if (!parent) return parent.error();
  if ((*parent)->grantee != command.funder) {
    return refuse("NOT_OF_PARENT", "the parent was granted to " + (*parent)->grantee.text() + ", not to the funder " +
                                       command.funder.text());
  }
  if ((*parent)->source != command.source) {
    return refuse("SOURCE_DIFFERS", "the parent's money is of the source " + std::string(nameOf((*parent)->source)) +
                                        ", not " + std::string(nameOf(command.source)));
  }
  return checkParentLine(command, **parent);
}

void takeFromParent(State& state, const GrantAward& command, const Context& context) {
  if (!isJudged(command, context)) return;
  GrantRecord& grant = state.grants.edit(command.grant);
  grant.parent = command.parent;
  grant.parent_line = command.parent_line;
  GrantRecord& parent = touch(state, command.parent, context);
  parent.sub_awards.push_back(command.grant);
  std::ranges::find(parent.lines, command.parent_line, &LineRecord::line)->regranted += command.amount.minor;
}

Result<void> checkParentAgreed(const State& state, const GrantRecord& grant) {
  if (grant.parent.isNone()) return {};
  const auto parent = activeGrant(state, grant.parent);
  return parent ? Result<void>() : parent.error();
}

Result<void> checkRegrant(const State& state, const ExpenditureRecord& command, const LineRecord& line,
                          const Context& context) {
  if (context.rules < kRules3) return {};
  const bool wanted = line.cost_type == CostType::kRegrant && !context.imported();
  if (wanted == command.disbursement.isNone()) {
    return refuse("REGRANT_MISMATCH",
                  "what is spent on a line of cost type regrant, and only that, names the disbursement of a sub-award");
  }
  if (!wanted) return {};
  const auto* paid = state.disbursements.find(command.disbursement);
  const auto* sub = paid == nullptr ? nullptr : state.grants.find(paid->grant);
  if (sub == nullptr || paid->voided || sub->parent != command.grant || sub->parent_line != line.line) {
    return refuse("REGRANT_MISMATCH", command.disbursement.text() +
                                          " is no disbursement of a sub-award from the line " + line.line +
                                          " of this grant");
  }
  if (paid->amount != command.amount.minor) {
    return refuse("AMOUNT_DIFFERS",
                  "disbursed were " + amountText(paid->amount, *sub) + ", not " + command.amount.text());
  }
  if (!isClaimed(state, disbursementKey(command.disbursement))) return {};
  return refuse("DISBURSEMENT_TAKEN",
                "an expenditure names the disbursement " + command.disbursement.text() + " already");
}

void takeDisbursement(State& state, const ExpenditureRecord& command, const Context& context) {
  if (context.rules < kRules3 || command.disbursement.isNone()) return;
  state.expenditures.edit(command.expenditure).disbursement = command.disbursement;
  state.grants.edit(command.grant).passed_on += command.amount.minor;
  claim(state, disbursementKey(command.disbursement), command.grant, context);
}

Result<void> checkSubAwardsDone(const State& state, const GrantRecord& grant) {
  for (const SubjectId& id : grant.sub_awards) {
    const GrantState now = state.grants.find(id)->state;
    if (now != GrantState::kAgreed) continue;
    return refuse("SUB_AWARD_OPEN", "the sub-award " + id.text() + " is not closed yet");
  }
  const std::int64_t stayed = regranted(state, grant);
  if (grant.passed_on == stayed) return {};
  return refuse("REGRANT_DIFFERS", amountText(grant.passed_on, grant) + " stand spent for disbursements, but " +
                                       amountText(stayed, grant) + " stayed with the sub-awards: record or reverse" +
                                       " the difference first");
}

}  // namespace ledger
