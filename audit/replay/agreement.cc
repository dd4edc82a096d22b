#include "audit/replay/agreement.h"

#include <algorithm>

#include "audit/replay/balance.h"
#include "audit/replay/grant_policies.h"
#include "audit/replay/policy_documents.h"
#include "audit/replay/regrants.h"
#include "audit/replay/separation.h"

namespace audit {
namespace {

using Lines = capnp::List<schema::BudgetLine>::Reader;
using Tranches = capnp::List<schema::Tranche>::Reader;

constexpr Refusal kBadPeriod{"BAD_PERIOD", "the eligible period ends before it begins, or sooner than it did"};

Refusal judgeLines(const Grant& grant, Lines lines) {
  constexpr Refusal kLines{"LINES_OVER_AWARD", "no budget lines, or one twice, or more than the award"};
  std::unordered_set<std::string> names;
  Sum sum = 0;
  for (const auto line : lines) {
    if (line.getAmount() <= 0) return kAmountNotPositive;
    if (!names.insert(stringOf(line.getLine())).second) return kLines;
    sum += line.getAmount();
  }
  return names.empty() || sum > grant.awarded ? kLines : Refusal{};
}

Refusal judgeTranches(const Grant& grant, Tranches tranches) {
  constexpr Refusal kTranches{"TRANCHES_OVER_AWARD", "tranches not numbered 1, 2, 3 …, or more than the award"};
  Sum sum = 0;
  std::uint32_t number = 0;
  for (const auto tranche : tranches) {
    if (tranche.getAmount() <= 0) return kAmountNotPositive;
    if (tranche.getNumber() != ++number) return kTranches;
    sum += tranche.getAmount();
  }
  return sum > grant.awarded ? kTranches : Refusal{};
}

// What a line has to hold at least.
Sum floorOf(const State& state, const Grant& grant, const BudgetLine& line) {
  if (line.cost_type != schema::CostType::REGRANT) return line.spent;
  return std::max(line.spent, awardedFrom(state, grant, line.name));
}

// Each line that was there stays, with what hangs on it.
Refusal judgeKeptLines(const State& state, const Grant& grant, Lines lines) {
  for (const BudgetLine& own : grant.lines) {
    const auto same = itemWhere(lines, [&](auto line) { return stringOf(line.getLine()) == own.name; });
    if (!same || same->getCostType() != own.cost_type)
      return {"LINE_MISSING", "a budget line of the agreement is gone, or of another cost type"};
    if (same->getAmount() < floorOf(state, grant, own)) return kLineOverBudget;
  }
  return {};
}

Refusal judgeKeptTranches(const Grant& grant, Tranches tranches) {
  constexpr Refusal kApproved{"TRANCHE_APPROVED", "a tranche is gone, or one that was approved has another amount"};
  if (tranches.size() < grant.tranches.size()) return kApproved;
  for (unsigned i = 0; i < grant.tranches.size(); ++i) {
    if (grant.tranches[i].approved && tranches[i].getAmount() != grant.tranches[i].amount) return kApproved;
  }
  return {};
}

Refusal judgeAmendment(const State& state, const Case& c, schema::AgreementAmend::Reader command) {
  if (const auto refusal = judgeMoney(state, c, command.getGrant())) return refusal;
  const Id id = idOf(command.getGrant());
  const Grant& grant = *find(state.grants, id);
  if (command.getOccurredAt().getUtcMs() < grant.agreed_ms) return kBeforeOriginal;
  if (const auto refusal = judgeLines(grant, command.getLines())) return refusal;
  if (const auto refusal = judgeKeptLines(state, grant, command.getLines())) return refusal;
  if (const auto refusal = judgeTranches(grant, command.getTranches())) return refusal;
  if (const auto refusal = judgeKeptTranches(grant, command.getTranches())) return refusal;
  if (command.getEligibleTo() < grant.eligible_to) return kBadPeriod;
  if (const auto refusal = judgeInParent(state, c, grant, {grant.eligible_from, command.getEligibleTo()}))
    return refusal;
  const AgreedPeriod period{grant.eligible_from, command.getEligibleTo(), grant.agreed_day};
  if (const auto refusal = judgeClassPeriod(state, c, grant, period)) return refusal;
  if (const auto refusal = judgeProposer(state, c, id)) return refusal;
  return ruleOfCosts(state, c, command).refusal;
}

void applyAmendment(State& state, const Case& c, schema::AgreementAmend::Reader command) {
  Grant* grant = touched(state, c, command.getGrant());
  if (grant == nullptr) return;
  // A line keeps its place, by which expenditures know it.
  for (const auto line : command.getLines()) {
    const std::string name = stringOf(line.getLine());
    auto own = std::ranges::find(grant->lines, name, &BudgetLine::name);
    if (own == grant->lines.end()) own = grant->lines.insert(own, BudgetLine{name, line.getCostType(), 0, 0, 0, 0});
    own->budget = own->agreed = line.getAmount();
    own->vired = 0;
  }
  for (unsigned i = 0; i < command.getTranches().size(); ++i) {
    if (i >= grant->tranches.size()) grant->tranches.push_back({});
    grant->tranches[i].amount = command.getTranches()[i].getAmount();
  }
  grant->eligible_to = command.getEligibleTo();
  grant->budget_ms = command.getOccurredAt().getUtcMs();
}

Refusal judgeVirement(const State& state, const Case& c, schema::BudgetVire::Reader command) {
  if (const auto refusal = judgeMoney(state, c, command.getGrant())) return refusal;
  if (const auto refusal = judgeAmount(state, command.getGrant(), command.getAmount())) return refusal;
  const Grant& grant = *find(state.grants, idOf(command.getGrant()));
  if (command.getOccurredAt().getUtcMs() < grant.budget_ms) return kBeforeOriginal;
  const BudgetLine* from = lineOf(grant, command.getFromLine());
  const BudgetLine* to = lineOf(grant, command.getToLine());
  if (from == nullptr || to == nullptr) return kLineUnknown;
  if (from == to) return {"NO_CHANGE", "the budget moves from a line to itself"};
  const Sum amount = command.getAmount().getMinor();
  if (from->budget - amount < floorOf(state, grant, *from)) return kLineOverBudget;
  if (const auto refusal = judgeEndorserOutside(state, c, idOf(command.getGrant()))) return refusal;
  constexpr auto kAdministration = schema::CostType::ADMINISTRATION;
  if (to->cost_type != kAdministration || from->cost_type == kAdministration) return {};
  Sum administration = amount;
  for (const BudgetLine& line : grant.lines) {
    if (line.cost_type == kAdministration) administration += line.budget;
  }
  return judgeAdministration(state, grant, {civilDay(Moment::of(command.getOccurredAt())), administration});
}

void applyVirement(State& state, const Case& c, schema::BudgetVire::Reader command) {
  Grant* grant = touched(state, c, command.getGrant());
  if (grant == nullptr) return;
  const std::int64_t amount = command.getAmount().getMinor();
  for (BudgetLine& line : grant->lines) {
    if (line.name == stringOf(command.getToLine())) line.budget += amount;
    if (line.name != stringOf(command.getFromLine())) continue;
    line.budget -= amount;
    if (!c.second) line.vired += amount;
  }
}

const Policy* limitsOf(const State& state, schema::BudgetVire::Reader command) {
  return policyOn(state, schema::PolicyKind::VIREMENT_LIMITS, civilDay(Moment::of(command.getOccurredAt())));
}

Refusal judge(const State& state, const Case& c, schema::AgreementSign::Reader command) {
  const Id id = idOf(command.getGrant());
  const Grant* grant = find(state.grants, id);
  if (grant == nullptr) return kUnknownSubject;
  if (grant->state != GrantState::kAwarded) return kWrongState;
  if (const auto refusal = judgeOwnDecision(state, c, command.getGrant())) return refusal;
  if (command.getOccurredAt().getUtcMs() < grant->awarded_ms) return kBeforeOriginal;
  if (const auto refusal = future(c, command.getOccurredAt())) return refusal;
  if (const auto refusal = judgeLines(*grant, command.getLines())) return refusal;
  if (const auto refusal = judgeTranches(*grant, command.getTranches())) return refusal;
  if (command.getEligibleFrom() > command.getEligibleTo()) return kBadPeriod;
  if (const auto refusal = judgeParent(state, c, *grant)) return refusal;
  if (const auto refusal = judgeInParent(state, c, *grant, {command.getEligibleFrom(), command.getEligibleTo()}))
    return refusal;
  const std::int64_t day = civilDay(Moment::of(command.getOccurredAt()));
  const AgreedPeriod period{command.getEligibleFrom(), command.getEligibleTo(), day};
  if (const auto refusal = judgeClassPeriod(state, c, *grant, period)) return refusal;
  return judgeProposer(state, c, id);
}

}  // namespace

Ruling rule(const State& state, const Case& c, schema::AgreementSign::Reader command) {
  const Refusal refusal = judge(state, c, command);
  return refusal ? Ruling{refusal, 0, 0} : ruleOfCosts(state, c, command);
}

void apply(State& state, const Case& c, schema::AgreementSign::Reader command) {
  Grant* grant = touched(state, c, command.getGrant());
  if (grant == nullptr) return;
  grant->state = GrantState::kAgreed;
  grant->agreed_ms = grant->budget_ms = command.getOccurredAt().getUtcMs();
  grant->agreed_day = civilDay(Moment::of(command.getOccurredAt()));
  grant->lines.clear();
  grant->tranches.clear();
  for (const auto line : command.getLines())
    grant->lines.push_back({stringOf(line.getLine()), line.getCostType(), line.getAmount(), line.getAmount(), 0, 0});
  for (const auto tranche : command.getTranches()) grant->tranches.push_back({tranche.getAmount(), false, 0, 0});
  grant->eligible_from = command.getEligibleFrom();
  grant->eligible_to = command.getEligibleTo();
}

Refusal judgeAgreement(const State& state, const Case& c, schema::Command::Reader command) {
  if (command.isAgreementAmend()) return judgeAmendment(state, c, command.getAgreementAmend());
  if (command.isBudgetVire()) return judgeVirement(state, c, command.getBudgetVire());
  return {};
}

void applyAgreement(State& state, const Case& c, schema::Command::Reader command) {
  if (command.isAgreementAmend()) applyAmendment(state, c, command.getAgreementAmend());
  if (command.isBudgetVire()) applyVirement(state, c, command.getBudgetVire());
}

std::uint64_t policyOfAgreement(const State& state, const Case& c, schema::Command::Reader command) {
  if (command.isAgreementAmend()) return ruleOfCosts(state, c, command.getAgreementAmend()).policy;
  const Policy* limits = command.isBudgetVire() ? limitsOf(state, command.getBudgetVire()) : nullptr;
  return limits == nullptr ? 0 : limits->position;
}

bool isOverLimit(const State& state, schema::BudgetVire::Reader command) {
  const Grant* grant = find(state.grants, idOf(command.getGrant()));
  const BudgetLine* line = grant == nullptr ? nullptr : lineOf(*grant, command.getFromLine());
  const Policy* limits = limitsOf(state, command);
  if (line == nullptr || limits == nullptr) return true;
  const Sum vired = line->vired + command.getAmount().getMinor();
  return vired * 10'000 > Sum{line->agreed} * limits->document().getVirementLimits().getLineMost();
}

}  // namespace audit
