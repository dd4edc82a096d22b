// CallWorld — calls with their applications, experts and scores, and grants that answer them. Amounts are small, so
// that each bound is one off.
#pragma once

#include "tests/audit/world.h"

namespace audit::tests {

class CallWorld : public World {
 public:
  CallWorld();

  // Of class other, with a budget of 100; five points by each of the criteria need and plan.
  ledger::CallPublish publication();
  ledger::ApplicationSubmit applying(const ledger::SubjectId& call, std::int64_t minor);
  ledger::ScoreGive score(const ledger::SubjectId& application, const char* criterion, std::uint16_t points);
  ledger::GrantAward award(const ledger::SubjectId& application, std::int64_t minor);
  // Of a grant of 60 in two tranches of 30.
  ledger::AgreementSign agreement(const ledger::SubjectId& which);
  ledger::ExpenditureRecord spending(const ledger::SubjectId& which, std::int64_t minor);

  ledger::SubjectId published();
  // An application of 60 that is admitted.
  ledger::SubjectId admitted(const ledger::SubjectId& call);
  ledger::SubjectId admitted(const ledger::SubjectId& call, const Actor& applicant);
  // All of these serve.
  void draw(const ledger::SubjectId& call, const std::vector<Actor>& experts);
  void close(const ledger::SubjectId& call);
  // An application in a closed call, scored by that expert by both criteria.
  ledger::SubjectId decided(const Actor& expert);
  ledger::SubjectId decided(const Actor& expert, const Actor& applicant);
  // A grant of 60 under its agreement, awarded by funder_one and funder_two; on an application or on none.
  ledger::SubjectId granted(const ledger::SubjectId& application = {});
  // With its first tranche approved by them; and paid out by the payer, which is the disbursement.
  void approve(const ledger::SubjectId& which);
  ledger::SubjectId pay(const ledger::SubjectId& which);

  // Somebody new who holds that role; and holds it no more.
  Actor holding(ledger::Role role, const ledger::SubjectId& scope = {});
  void take(const Actor& actor, ledger::Role role, const ledger::SubjectId& scope = {});
  // Somebody new, to whom that role is delegated.
  Actor lent(const Actor& from, ledger::Role role);

  ledger::CivilDay today = 0;

 private:
  int numbers_ = 0;
};

}  // namespace audit::tests
