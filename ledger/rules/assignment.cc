#include "ledger/rules/assignment.h"

#include <algorithm>

#include "ledger/rules/directory.h"
#include "ledger/rules/hours.h"
#include "ledger/rules/profiles.h"
#include "ledger/rules/refusal.h"

namespace ledger {
namespace {

// What is remembered of its stipend; nullptr where it has none.
StipendRecord* stipendOf(State& state, const SubjectId& assignment) {
  for (const auto& [role, id] : state.lives.find(assignment)->belongs) {
    const PersonId person{id.bytes};
    if (role != StreamRole::kPerson || !state.stipends.has(person)) continue;
    for (StipendRecord& one : state.stipends.edit(person)) {
      if (one.assignment == assignment) return &one;
    }
  }
  return nullptr;
}

void endStipend(State& state, const SubjectId& assignment, const Instant& at) {
  if (StipendRecord* stipend = stipendOf(state, assignment))
    stipend->days.to = std::min(stipend->days.to, at.civilDay());
}

}  // namespace

Result<void> checkUnpaid(const State& state, const HoursClaim& command, const Context& context) {
  if (context.rules < kRules3 || context.imported() || command.time_basis != TimeBasis::kUnpaid) return {};
  const SubjectId organisation = organisationOf(state, command.activity);
  const CivilDay day = command.occurred_at.civilDay();
  Result<void> result;
  eachProfile(state, command.volunteer, [&](const PersonId& profile) {
    const auto* stipends = state.stipends.find(profile);
    if (stipends == nullptr) return;
    for (const StipendRecord& one : *stipends) {
      if (!one.started || one.organisation != organisation || !one.days.cover(day)) continue;
      result = refuse("STIPENDED_SERVICE", "on " + dayText(day) + " the volunteer has a stipend of the assignment " +
                                               one.assignment.text() + ", from " + dayText(one.days.from) + " to " +
                                               dayText(one.days.to) + ": claim the hours as stipended");
    }
  });
  return result;
}

Result<Decision> judge(const State& state, const AssignmentExtend& command, const Context&) {
  ASAR_TRY(checkLater(command.until, *state.last_days.find(command.assignment)));
  return Decision{};
}

void evolve(State& state, const AssignmentOffer& command, const Context&) {
  state.last_days.edit(command.assignment) = command.to;
  if (!command.stipend) return;
  state.stipends.edit(command.person)
      .push_back({command.assignment, command.organisation, {command.from, command.to}, /*started=*/false});
}

void evolve(State& state, const AssignmentStart& command, const Context&) {
  StipendRecord* stipend = stipendOf(state, command.assignment);
  if (stipend == nullptr) return;
  stipend->started = true;
  stipend->days.from = command.occurred_at.civilDay();
}

void evolve(State& state, const AssignmentExtend& command, const Context&) {
  state.last_days.edit(command.assignment) = command.until;
  if (StipendRecord* stipend = stipendOf(state, command.assignment)) stipend->days.to = command.until;
}

void evolve(State& state, const AssignmentComplete& command, const Context&) {
  endStipend(state, command.assignment, command.occurred_at);
}

void evolve(State& state, const AssignmentTerminate& command, const Context&) {
  endStipend(state, command.assignment, command.occurred_at);
}

}  // namespace ledger
