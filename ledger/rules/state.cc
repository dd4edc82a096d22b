#include "ledger/rules/state.h"

namespace ledger {
namespace {

// Every table, so that none is forgotten when a change settles or is discarded.
template <class Visit>
void eachTable(State& s, Visit visit) {
  visit(s.persons);
  visit(s.keys);
  visit(s.roles);
  visit(s.offices);
  visit(s.organisations);
  visit(s.programmes);
  visit(s.projects);
  visit(s.proposed_projects);
  visit(s.activities);
  visit(s.shifts);
  visit(s.hours);
  visit(s.days);
  visit(s.newest_hours);
  visit(s.begun);
  visit(s.intervals);
  visit(s.paid_weeks);
  visit(s.attestations);
  visit(s.grants);
  visit(s.newest_grants);
  visit(s.awarded);
  visit(s.disbursements);
  visit(s.expenditures);
  visit(s.refunds);
  visit(s.demands);
  visit(s.awards);
  visit(s.batches);
  visit(s.lives);
  visit(s.campaigns);
  visit(s.related);
  visit(s.signups);
  visit(s.trainings);
  visit(s.last_days);
  visit(s.stipends);
  visit(s.employments);
  visit(s.calls);
  visit(s.panels);
  visit(s.applications);
  visit(s.portions);
  visit(s.obligations);
  visit(s.watched);
  visit(s.high_findings);
  visit(s.indicators);
  visit(s.audits);
  visit(s.auditors);
  visit(s.organisation_auditors);
  visit(s.findings);
  visit(s.distinctions);
  visit(s.rounds);
  visit(s.open_rounds);
  visit(s.bars);
  visit(s.guardianships);
  visit(s.absorbed_by);
  visit(s.absorbed);
  visit(s.deployments);
  visit(s.credits);
  visit(s.credits_of);
  visit(s.ids);
  visit(s.claimed);
  visit(s.proposals);
  visit(s.streams);
  visit(s.submissions);
  visit(s.erased);
  visit(s.replaced);
  visit(s.delegations);
  visit(s.delegated);
  visit(s.enrolments);
  visit(s.closed_periods);
}

}  // namespace

LedgerRecord& State::editLedger() {
  if (!pending_ledger_) pending_ledger_ = ledger_;
  return *pending_ledger_;
}

void State::settle() {
  eachTable(*this, [](auto& table) { table.settle(); });
  if (pending_ledger_) ledger_ = std::move(*pending_ledger_);
  pending_ledger_.reset();
}

void State::discard() {
  eachTable(*this, [](auto& table) { table.discard(); });
  pending_ledger_.reset();
}

}  // namespace ledger
