// Stage — the same small country twice: as a state of the ledger's rules, and as the reference model's scene.
//
// Shape    made once; each history starts from a copy. Persons wear one hat each, and some wear two that do not go
//          together.
// Units    histories begin on 2026-06-15 at noon, +05:00.
// Threads  one.
#pragma once

#include "ledger/base/clock.h"
#include "ledger/rules/decide.h"
#include "tests/reference/facts.h"

namespace reference {

inline constexpr std::int16_t kOffset = 300;  // +05:00, in minutes
// Of that civil day, at its minute.
ledger::Instant momentOf(const char* day, int minute, std::int16_t offset = kOffset);
ledger::CivilDay dayOf(const char* day);
// The context in which `person` says it.
ledger::Context contextOf(const ledger::PersonId& person, const ledger::CommandBody& body);

struct Stage {
  Stage();

  ledger::State state;
  Scene scene;
  ledger::UtcMs begins = momentOf("2026-06-15", 12 * 60).utc_ms;
  ledger::Position next = 1;

  std::vector<ledger::PersonId> volunteers, attestors, clerks, auditors, funders, payers, verifiers, officers, others;
  std::vector<ledger::PersonId> everybody;
  ledger::SubjectId office, organisation, elsewhere, fund, grantee, programme, project, far_project;
  // Of the whole project; of four hours; of another organisation.
  ledger::SubjectId activity, short_activity, far_activity;

 private:
  void found();
  void appoint();
  void schedule();
  void limit(const char* from, const char* to, const ledger::HoursLimits& limits);
  ledger::PersonId person(std::vector<ledger::PersonId>& kin,
                          const std::vector<std::pair<ledger::Role, ledger::SubjectId>>& roles,
                          ledger::UtcMs valid_to = 0);
  void say(const ledger::PersonId& person, const ledger::CommandBody& body);
  void sayByTwo(const ledger::CommandBody& body);
  ledger::SubjectId newId();

  // No seed of a history: those would draw the ids of this stage again.
  ledger::SeededRandom random_{0x7a6e'5ced'0000'0001};
  ledger::UtcMs now_ = momentOf("2026-01-01", 0).utc_ms;
  ledger::PersonId first_, second_, clerk_;
  ledger::Digest last_;
};

}  // namespace reference
