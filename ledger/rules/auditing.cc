#include "ledger/rules/auditing.h"

#include <algorithm>
#include <functional>
#include <iterator>

#include "ledger/base/limits.h"
#include "ledger/rules/accountability.h"
#include "ledger/rules/acting.h"
#include "ledger/rules/grant_money.h"
#include "ledger/rules/lateness.h"
#include "ledger/rules/lifecycle.h"
#include "ledger/rules/refusal.h"
#include "ledger/rules/roles.h"

namespace ledger {
namespace {

// Whether the person decided about the grant; since version 3 also whether she scored or submitted what it answers.
bool tookPart(const State& state, const GrantRecord& grant, const PersonId& person, const Context& context) {
  if (contains(grant.approvers, person) || contains(grant.payers, person) || contains(grant.verifiers, person))
    return true;
  const auto* application = context.rules < kRules3 ? nullptr : state.applications.find(grant.application);
  return application != nullptr && (contains(application->scorers, person) || application->applicant.includes(person));
}

bool tookPartInAny(const State& state, const SubjectId& grantee, const PersonId& person, const Context& context) {
  const auto* newest = state.newest_grants.find(grantee);
  const GrantRecord* grant = newest == nullptr ? nullptr : state.grants.find(*newest);
  for (; grant != nullptr; grant = state.grants.find(grant->earlier)) {
    if (tookPart(state, *grant, person, context)) return true;
  }
  return false;
}

// What keeps a person from auditing an organisation; nothing where she may.
const char* tieTo(const State& state, const AuditRecord& audit, const PersonId& person, const Context& context) {
  const auto holds = [&](Role role, const SubjectId& scope) { return holdsRole(state, person, role, scope, context); };
  if (holds(Role::kOfficer, audit.organisation)) return " is an officer of the audited organisation";
  const auto* grant = state.grants.find(audit.grant);
  if (grant != nullptr && tookPart(state, *grant, person, context))
    return " applied, scored, approved, paid or checked for the audited grant";
  if (context.rules < kRules3) return nullptr;
  if (grant == nullptr && tookPartInAny(state, audit.organisation, person, context))
    return " applied, scored, approved, paid or checked for a grant of the audited organisation";
  if (holds(Role::kClerk, state.organisations.find(audit.organisation)->office))
    return " is a clerk of the office that registered the audited organisation";
  if (holds(Role::kCoordinator, audit.organisation) || holds(Role::kAttestor, audit.organisation))
    return " is a coordinator or attestor of the audited organisation";
  return nullptr;
}

// Who audits had no part in what is audited.
Result<void> checkOutsider(const State& state, const AuditRecord& audit, const Context& context) {
  for (const PersonId& person : actingPersons(context)) {
    const char* tie = tieTo(state, audit, person, context);
    if (tie != nullptr) return refuse("AUDITOR_INVOLVED", "person " + person.text() + tie);
  }
  return {};
}

// Whoever audits decides about nothing of what is audited later.
void noteAuditor(State& state, const SubjectId& id, const Context& context) {
  const AuditRecord& audit = *state.audits.find(id);
  addActing(state.auditors.edit(audit.grant.isNone() ? audit.organisation : audit.grant), context);
  addActing(state.organisation_auditors.edit(audit.organisation), context);
}

const SubjectId& auditOf(const State& state, const SubjectId& finding) {
  return state.findings.find(finding)->audit;
}

Error badEvidence(const std::string& why) {
  return refuse("BAD_EVIDENCE", why);
}

// The entries that show a finding: so many that a person can look at each, each once, and all there already.
Result<void> checkEvidence(const FindingRaise& command, const Context& context) {
  const auto& entries = command.entries;
  if (entries.size() > limits::kEvidenceEntriesMax) {
    return badEvidence(std::to_string(entries.size()) + " entries: a finding names at most " +
                       std::to_string(limits::kEvidenceEntriesMax) + ", leave the others to its document");
  }
  const auto falls = std::ranges::adjacent_find(entries, std::ranges::greater_equal{}, &EvidenceEntry::index);
  if (falls != entries.end()) {
    return badEvidence("entry " + std::to_string(std::next(falls)->index) + " stands after entry " +
                       std::to_string(falls->index) + ": name each once, in the order of the log");
  }
  if (entries.empty() || entries.back().index < context.index) return {};
  return badEvidence("entry " + std::to_string(entries.back().index) + " is not there: the log holds those below " +
                     std::to_string(context.index));
}

ClaimedKey sampleKey(const SampleDraw& command) {
  return {Claimed::kSample, command.audit.text() + ' ' + command.what};
}

}  // namespace

Result<Decision> judge(const State& state, const AuditOpen& command, const Context& context) {
  ASAR_TRY(checkGrantOf(state, command.grant, command.organisation, {}));
  ASAR_TRY(checkOutsider(state, {command.organisation, command.grant, {}, 0}, context));
  return Decision{};
}

void evolve(State& state, const AuditOpen& command, const Context& context) {
  state.audits.edit(command.audit) = {command.organisation, command.grant, {}, context.index};
  noteAuditor(state, command.audit, context);
}

Result<Decision> judge(const State& state, const SampleDraw& command, const Context& context) {
  const AuditRecord& audit = *state.audits.find(command.audit);
  ASAR_TRY(checkOutsider(state, audit, context));
  if (command.quantity > command.population || command.population > limits::kSampleOfMax) {
    return refuse("BAD_SAMPLE", std::to_string(command.quantity) + " of " + std::to_string(command.population) +
                                    ": a sample takes at least one and no more than there are, of at most " +
                                    std::to_string(limits::kSampleOfMax));
  }
  if (isClaimed(state, sampleKey(command)))
    return refuse("SAMPLE_TAKEN", "the audit has its sample of " + command.what + " already");
  if (context.rules < kRules3 || context.seen > audit.opened) return Decision{};
  return refuse("SAMPLE_UNSEALED", "its seed is the root that the signer saw, and that of size " +
                                       std::to_string(context.seen) + " does not hold entry " +
                                       std::to_string(audit.opened) +
                                       ", which opened the audit: have a checkpoint published, then draw");
}

void evolve(State& state, const SampleDraw& command, const Context& context) {
  state.claimed.edit(sampleKey(command)) = command.audit;
  noteAuditor(state, command.audit, context);
}

Result<Decision> judge(const State& state, const FindingRaise& command, const Context& context) {
  const AuditRecord& audit = *state.audits.find(command.audit);
  ASAR_TRY(checkOutsider(state, audit, context));
  const auto* grant = state.grants.find(audit.grant);
  if (grant != nullptr && command.amount) ASAR_TRY(checkAmount(*grant, *command.amount));
  if (context.rules < kRules3) return Decision{};
  if (command.minutes_at_risk < Minutes{}) {
    return refuse("COUNT_ZERO", std::to_string(command.minutes_at_risk.count()) +
                                    " minutes at risk is below zero: say how many, or leave them out");
  }
  ASAR_TRY(checkEvidence(command, context));
  return Decision{};
}

void evolve(State& state, const FindingRaise& command, const Context& context) {
  noteAuditor(state, command.audit, context);
  state.findings.edit(command.finding) = {command.audit};
  AuditRecord& audit = state.audits.edit(command.audit);
  audit.findings.push_back(command.finding);
  if (command.severity < Severity::kHigh) return;
  auto& high = audit.grant.isNone() ? state.high_findings.edit(audit.organisation)
                                    : state.watched.edit(audit.grant).high_findings;
  high.push_back(command.finding);
}

Result<Decision> judge(const State& state, const FindingRespond& command, const Context& context) {
  return judgeAnswer(state, "finding-response", command.finding, command.occurred_at, context);
}

Result<Decision> judge(const State& state, const FindingClose& command, const Context& context) {
  ASAR_TRY(checkOutsider(state, *state.audits.find(auditOf(state, command.finding)), context));
  return Decision{};
}

void evolve(State& state, const FindingClose& command, const Context& context) {
  noteAuditor(state, auditOf(state, command.finding), context);
}

Result<Decision> judge(const State& state, const FindingReopen& command, const Context& context) {
  ASAR_TRY(checkOutsider(state, *state.audits.find(auditOf(state, command.finding)), context));
  return Decision{};
}

void evolve(State& state, const FindingReopen& command, const Context& context) {
  noteAuditor(state, auditOf(state, command.finding), context);
}

Result<Decision> judge(const State& state, const FindingDismiss& command, const Context& context) {
  ASAR_TRY(checkOutsider(state, *state.audits.find(auditOf(state, command.finding)), context));
  if (command.reason != DismissalReason::kNone) return Decision{};
  return refuse("REASON_MISSING", "a finding is dismissed for a reason: say which");
}

void evolve(State& state, const FindingDismiss& command, const Context& context) {
  noteAuditor(state, auditOf(state, command.finding), context);
}

Result<Decision> judge(const State& state, const AuditReport& command, const Context& context) {
  const AuditRecord& audit = *state.audits.find(command.audit);
  ASAR_TRY(checkOutsider(state, audit, context));
  for (const SubjectId& finding : audit.findings) {
    const auto now = stateOf(state, StreamRole::kFinding, finding);
    if (now != SubjectState::kRaised && now != SubjectState::kReopened) continue;
    return refuse("FINDING_OPEN", "the organisation has not answered the finding " + finding.text() + " yet");
  }
  return Decision{};
}

void evolve(State& state, const AuditReport& command, const Context& context) {
  noteAuditor(state, command.audit, context);
}

}  // namespace ledger
