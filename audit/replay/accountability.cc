#include "audit/replay/accountability.h"

#include <algorithm>

#include "audit/replay/deadlines.h"
#include "audit/replay/separation.h"
#include "audit/replay/voices.h"

namespace audit {
namespace {

constexpr std::uint16_t kReportsSince = 2;  // the version of the rules from which grants wait for reports and findings
constexpr Refusal kNotOfGrant{"NOT_OF_GRANT", "the grant is of other organisations"};

Refusal judgeObligation(const State& state, schema::ObligationCreate::Reader command) {
  const Grant* grant = find(state.grants, idOf(command.getGrant()));
  if (grant == nullptr) return {};
  const bool same = grant->funder == idOf(command.getFunder()) && grant->grantee == idOf(command.getOrganisation());
  return same ? Refusal{} : kNotOfGrant;
}

Refusal judgeExtension(const State& state, schema::ObligationExtend::Reader command) {
  const Obligation* obligation = find(state.obligations, idOf(command.getObligation()));
  if (obligation == nullptr || command.getDue() > obligation->due) return {};
  return {"BAD_PERIOD", "the report is due on that day or later already"};
}

Refusal judgeAcceptance(const State& state, const Case& c, schema::ReportAccept::Reader command) {
  const Obligation* obligation = find(state.obligations, idOf(command.getObligation()));
  return obligation == nullptr ? Refusal{} : judgeOutsiders(state, c, obligation->grant);
}

Refusal judgeTarget(const State& state, schema::TargetSet::Reader command) {
  const Indicator* indicator = find(state.indicators, idOf(command.getIndicator()));
  if (indicator == nullptr || !indicator->targets.contains(command.getYear())) return {};
  return {"TARGET_TAKEN", "the indicator has a target for that year"};
}

Refusal judgeActual(const State& state, schema::ActualReport::Reader command) {
  const Indicator* indicator = find(state.indicators, idOf(command.getIndicator()));
  if (indicator == nullptr || indicator->basis == command.getBasis()) return {};
  return {"BASIS_DIFFERS", "the indicator's figures have another basis"};
}

// By the roles she holds herself.
bool hasPart(const State& state, const Case& c, const Id& person, const Id& organisation) {
  const auto is = [&](schema::Role role, const Id& scope) { return holds(state, c, person, role, scope); };
  if (is(schema::Role::OFFICER, organisation)) return true;
  if (c.rules < kVersionThree) return false;
  const Id* office = find(state.organisations, organisation);
  return is(schema::Role::COORDINATOR, organisation) || is(schema::Role::ATTESTOR, organisation) ||
         (office != nullptr && is(schema::Role::CLERK, *office));
}

bool actedIn(const State& state, const Case& c, const Grant& grant) {
  const Doer doer = c.signer();
  if (doer.isIn(grant.approvers) || doer.isIn(grant.payers) || doer.isIn(grant.verifiers)) return true;
  return c.rules >= kVersionThree && (scoredFor(state, grant, doer) || submittedFor(state, grant, doer));
}

// Who audits has no part in what is audited; without a grant that is every grant of the organisation.
Refusal judgeAuditor(const State& state, const Case& c, const Id& organisation, const Id& grant_id) {
  const auto acted = [&](const Id& id) {
    const Grant* grant = find(state.grants, id);
    return grant != nullptr && actedIn(state, c, *grant);
  };
  const bool all = grant_id == Id{} && c.rules >= kVersionThree;
  const bool involved = acted(grant_id) || (all && std::ranges::any_of(listOf(state.grants_of, organisation), acted)) ||
                        c.signer().any([&](const Id& person) { return hasPart(state, c, person, organisation); });
  return involved ? Refusal{"AUDITOR_INVOLVED", "the auditor has a part in what is audited"} : Refusal{};
}

Refusal judgeAuditor(const State& state, const Case& c, const Id& id) {
  const AuditCase* audit = find(state.audits, id);
  return audit == nullptr ? kUnknownSubject : judgeAuditor(state, c, audit->organisation, audit->grant);
}

Refusal judgeOpening(const State& state, const Case& c, schema::AuditOpen::Reader command) {
  const Id organisation = idOf(command.getOrganisation());
  const Grant* grant = find(state.grants, idOf(command.getGrant()));
  if (grant != nullptr && grant->grantee != organisation) return kNotOfGrant;
  return judgeAuditor(state, c, organisation, idOf(command.getGrant()));
}

Refusal judgeSample(const State& state, const Case& c, schema::SampleDraw::Reader command) {
  constexpr std::uint32_t kPopulationMost = 1'000'000;
  const Id id = idOf(command.getAudit());
  if (const auto refusal = judgeAuditor(state, c, id)) return refusal;
  const std::uint32_t quantity = command.getQuantity();
  if (quantity < 1 || quantity > command.getPopulation() || command.getPopulation() > kPopulationMost)
    return {"BAD_SAMPLE", "nothing is drawn, or more than there is, or out of more than a million"};
  const AuditCase& audit = *find(state.audits, id);
  if (audit.samples.contains(stringOf(command.getWhat()))) return {"SAMPLE_TAKEN", "the audit has its sample of that"};
  if (c.rules < kVersionThree || c.seen > audit.opened) return {};
  return {"SAMPLE_UNSEALED", "the root that is its seed does not hold the entry that opened the audit"};
}

// What shows a finding stands in the log before it.
Refusal judgeEvidence(const Case& c, schema::FindingRaise::Reader command) {
  constexpr unsigned kEntriesMost = 1024;
  constexpr Refusal kBad{"BAD_EVIDENCE", "its entries are not there, out of their order, twice, or more than 1024"};
  const auto entries = command.getEntries();
  if (entries.size() > kEntriesMost) return kBad;
  std::uint64_t least = 0;
  for (const auto entry : entries) {
    if (entry.getIndex() < least || entry.getIndex() >= c.index) return kBad;
    least = entry.getIndex() + 1;
  }
  return {};
}

Refusal judgeFinding(const State& state, const Case& c, schema::FindingRaise::Reader command) {
  const Id id = idOf(command.getAudit());
  if (const auto refusal = judgeAuditor(state, c, id)) return refusal;
  const Grant* grant = find(state.grants, find(state.audits, id)->grant);
  if (grant != nullptr && command.hasAmount() && stringOf(command.getAmount().getCurrency()) != grant->currency)
    return {"CURRENCY_MISMATCH", "the grant that is audited is of another currency"};
  if (c.rules < kVersionThree) return {};
  if (command.getMinutesAtRisk() < 0) return {"COUNT_ZERO", "its minutes at risk are below zero"};
  return judgeEvidence(c, command);
}

Refusal judgeOfFinding(const State& state, const Case& c, const Id& id) {
  const AuditFinding* finding = find(state.findings, id);
  return finding == nullptr ? kUnknownSubject : judgeAuditor(state, c, finding->audit);
}

Refusal judgeDismissal(const State& state, const Case& c, schema::FindingDismiss::Reader command) {
  if (const auto refusal = judgeOfFinding(state, c, idOf(command.getFinding()))) return refusal;
  return command.getReason() == schema::DismissalReason::NONE ? kReasonMissing : Refusal{};
}

Refusal judgeReport(const State& state, const Case& c, schema::AuditReport::Reader command) {
  const Id id = idOf(command.getAudit());
  if (const auto refusal = judgeAuditor(state, c, id)) return refusal;
  const bool open = std::ranges::any_of(find(state.audits, id)->findings, [&](const Id& finding) {
    return isIn(state, finding, "raised") || isIn(state, finding, "reopened");
  });
  return open ? Refusal{"FINDING_OPEN", "a finding of the audit was not answered"} : Refusal{};
}

void applyObligation(State& state, schema::Command::Reader command) {
  if (command.isObligationCreate()) {
    const auto created = command.getObligationCreate();
    const Id id = idOf(created.getObligation());
    const Id grant = idOf(created.getGrant());
    state.obligations.try_emplace(id, Obligation{grant, created.getKind(), created.getDue()});
    if (grant != Id{}) state.obligations_of[grant].push_back(id);
  }
  if (command.isObligationExtend()) {
    const auto extended = command.getObligationExtend();
    if (Obligation* obligation = find(state.obligations, idOf(extended.getObligation())))
      obligation->due = extended.getDue();
  }
}

void applyIndicator(State& state, schema::Command::Reader command) {
  if (command.isIndicatorDefine()) {
    const auto defined = command.getIndicatorDefine();
    state.indicators.try_emplace(idOf(defined.getIndicator()), Indicator{defined.getBasis(), {}});
  }
  if (command.isTargetSet()) {
    const auto target = command.getTargetSet();
    if (Indicator* indicator = find(state.indicators, idOf(target.getIndicator())))
      indicator->targets.insert(target.getYear());
  }
}

// Under any version: who audited once is known to those that ask for it.
void rememberAuditor(State& state, const Case& c, const Id& id) {
  const AuditCase* audit = find(state.audits, id);
  if (audit == nullptr) return;
  c.signer().join(state.auditors_at[audit->organisation]);
  c.signer().join(state.auditors[audit->grant != Id{} ? audit->grant : audit->organisation]);
}

void rememberAuditorOf(State& state, const Case& c, const Id& id) {
  if (const AuditFinding* finding = find(state.findings, id)) rememberAuditor(state, c, finding->audit);
}

void applyAuditor(State& state, const Case& c, schema::Command::Reader command) {
  if (command.isAuditOpen()) rememberAuditor(state, c, idOf(command.getAuditOpen().getAudit()));
  if (command.isSampleDraw()) rememberAuditor(state, c, idOf(command.getSampleDraw().getAudit()));
  if (command.isFindingRaise()) rememberAuditor(state, c, idOf(command.getFindingRaise().getAudit()));
  if (command.isFindingClose()) rememberAuditorOf(state, c, idOf(command.getFindingClose().getFinding()));
  if (command.isFindingReopen()) rememberAuditorOf(state, c, idOf(command.getFindingReopen().getFinding()));
  if (command.isFindingDismiss()) rememberAuditorOf(state, c, idOf(command.getFindingDismiss().getFinding()));
  if (command.isAuditReport()) rememberAuditor(state, c, idOf(command.getAuditReport().getAudit()));
}

void applyAudit(State& state, const Case& c, schema::Command::Reader command) {
  if (command.isAuditOpen()) {
    const auto opened = command.getAuditOpen();
    const Id id = idOf(opened.getAudit());
    const Id grant = idOf(opened.getGrant());
    state.audits.try_emplace(id, AuditCase{idOf(opened.getOrganisation()), grant, {}, {}, c.index});
    state.audits_of[grant != Id{} ? grant : idOf(opened.getOrganisation())].push_back(id);
  }
  if (command.isSampleDraw()) {
    const auto drawn = command.getSampleDraw();
    if (AuditCase* audit = find(state.audits, idOf(drawn.getAudit()))) audit->samples.insert(stringOf(drawn.getWhat()));
  }
  if (command.isFindingRaise()) {
    const auto raised = command.getFindingRaise();
    const Id id = idOf(raised.getFinding());
    state.findings.try_emplace(id, AuditFinding{idOf(raised.getAudit()), raised.getSeverity()});
    if (AuditCase* audit = find(state.audits, idOf(raised.getAudit()))) audit->findings.push_back(id);
  }
}

// What hangs on a grant: its obligations, its audits; on an organisation its audits without a grant.
const std::vector<Id>& of(const IdMap<std::vector<Id>>& map, const Id& grant) {
  static const auto& none = *new std::vector<Id>;
  const auto* found = find(map, grant);
  return found == nullptr ? none : *found;
}

bool isGrave(const State& state, const Id& id) {
  const AuditFinding* finding = find(state.findings, id);
  return finding != nullptr && finding->severity >= schema::Severity::HIGH && !isIn(state, id, "closed") &&
         !isIn(state, id, "dismissed");
}

}  // namespace

Refusal judgeAccountability(const State& state, const Case& c, schema::Command::Reader command) {
  if (command.isObligationCreate()) return judgeObligation(state, command.getObligationCreate());
  if (command.isObligationExtend()) return judgeExtension(state, command.getObligationExtend());
  if (command.isReportAccept()) return judgeAcceptance(state, c, command.getReportAccept());
  if (command.isTargetSet()) return judgeTarget(state, command.getTargetSet());
  if (command.isActualReport()) return judgeActual(state, command.getActualReport());
  if (command.isAuditOpen()) return judgeOpening(state, c, command.getAuditOpen());
  if (command.isSampleDraw()) return judgeSample(state, c, command.getSampleDraw());
  if (command.isFindingRaise()) return judgeFinding(state, c, command.getFindingRaise());
  if (command.isFindingClose()) return judgeOfFinding(state, c, idOf(command.getFindingClose().getFinding()));
  if (command.isFindingReopen()) return judgeOfFinding(state, c, idOf(command.getFindingReopen().getFinding()));
  if (command.isFindingDismiss()) return judgeDismissal(state, c, command.getFindingDismiss());
  if (command.isAuditReport()) return judgeReport(state, c, command.getAuditReport());
  return {};
}

void applyAccountability(State& state, const Case& c, schema::Command::Reader command) {
  applyObligation(state, command);
  applyIndicator(state, command);
  applyAudit(state, c, command);
  applyAuditor(state, c, command);
}

std::int64_t yearlyReportsOf(const State& state, const Id& grant) {
  return std::ranges::count_if(of(state.obligations_of, grant), [&](const Id& id) {
    return find(state.obligations, id)->kind == schema::ReportKind::ANNUAL && isIn(state, id, "accepted");
  });
}

Refusal judgeReportsOf(const State& state, const Case& c, schema::TrancheApprove::Reader command) {
  if (c.rules < kReportsSince) return {};
  const std::int64_t day = gateDay(c, command.getOccurredAt());
  const bool overdue = std::ranges::any_of(of(state.obligations_of, idOf(command.getGrant())), [&](const Id& id) {
    const bool owed = isIn(state, id, "due") || isIn(state, id, "returned");
    return owed && reportDayOf(state, c, find(state.obligations, id)->due) < day;
  });
  return overdue ? Refusal{"REPORT_OVERDUE", "a report of the grant is overdue"} : Refusal{};
}

Refusal judgeSettled(const State& state, const Case& c, schema::GrantClose::Reader command) {
  if (c.rules < kReportsSince) return {};
  const Id grant = idOf(command.getGrant());
  const auto settled = [&](const Id& id) { return isIn(state, id, "accepted") || isIn(state, id, "waived"); };
  if (!std::ranges::all_of(of(state.obligations_of, grant), settled))
    return {"REPORT_OPEN", "a report of the grant is neither accepted nor waived"};
  const auto is_open = [&](const Id& audit) {
    return std::ranges::any_of(find(state.audits, audit)->findings, [&](const Id& id) { return isGrave(state, id); });
  };
  const Grant* closing = find(state.grants, grant);
  const bool of_grantee = closing != nullptr && c.rules >= kVersionThree &&
                          std::ranges::any_of(of(state.audits_of, closing->grantee), is_open);
  if (!of_grantee && std::ranges::none_of(of(state.audits_of, grant), is_open)) return {};
  return {"FINDING_OPEN", "a finding of high severity is neither closed nor dismissed"};
}

}  // namespace audit
