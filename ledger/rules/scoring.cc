#include "ledger/rules/scoring.h"

#include <algorithm>

#include "ledger/rules/acting.h"
#include "ledger/rules/draw.h"
#include "ledger/rules/grant_money.h"
#include "ledger/rules/lateness.h"
#include "ledger/rules/refusal.h"
#include "ledger/rules/roles.h"

namespace ledger {
namespace {

Result<void> checkExpert(const State& state, const ApplicationRecord& application, const PersonId& person) {
  if (contains(state.calls.find(application.call)->experts, person)) return {};
  return refuse("NOT_AN_EXPERT", "person " + person.text() + " was not drawn as an expert of this call");
}

// What keeps a person from scoring the application; nothing where she may.
const char* conflictOf(const State& state, const ScoreGive& command, const ApplicationRecord& application,
                       const PersonId& person, const Context& context) {
  if (contains(application.conflicts, person)) return " stood aside from this application";
  if (holdsRole(state, person, Role::kOfficer, application.organisation, context))
    return " is an officer of the applicant";
  if (context.rules >= kRules3 && application.applicant.includes(person)) return " submitted this application";
  const bool related = isRelated(state, person, application.organisation, command.occurred_at.civilDay()) ||
                       isRelated(state, person, application.organisation, context.gateDay(command.occurred_at));
  return related ? " is a related party of the applicant" : nullptr;
}

Result<void> checkFree(const State& state, const ScoreGive& command, const ApplicationRecord& application,
                       const Context& context) {
  for (const PersonId& person : actingPersons(context)) {
    const char* why = conflictOf(state, command, application, person, context);
    if (why != nullptr)
      return refuse("CONFLICT_OF_INTEREST", "person " + person.text() + why + ": another expert scores it");
  }
  return {};
}

ClaimedKey scoreKey(const ScoreGive& command, const PersonId& person) {
  return {Claimed::kScore, command.application.text() + ' ' + person.text() + ' ' + command.criterion};
}

}  // namespace

bool isRelated(const State& state, const PersonId& person, const SubjectId& organisation, CivilDay day) {
  const auto* related = state.related.find(person);
  return related != nullptr && std::ranges::any_of(*related, [&](const RelatedParty& one) {
           return one.organisation == organisation && one.days.cover(day);
         });
}

Result<Decision> judge(const State& state, const ExpertsName& command, const Context&) {
  for (const Expert& expert : command.candidates) {
    if (!state.persons.has(expert.person))
      return refuse("UNKNOWN_SUBJECT", "person " + expert.person.text() + " is not in the ledger: register them first");
  }
  const bool ascending = std::ranges::adjacent_find(command.candidates, [](const Expert& a, const Expert& b) {
                           return !(a.person < b.person);
                         }) == command.candidates.end();
  if (command.drawn >= 1 && command.drawn <= command.candidates.size() && ascending) return Decision{};
  return refuse("BAD_PANEL", std::to_string(command.drawn) + " are to be drawn of " +
                                 std::to_string(command.candidates.size()) +
                                 ": draw at least one, and name each candidate once, in the order of their ids");
}

void evolve(State& state, const ExpertsName& command, const Context& context) {
  state.panels.edit(command.panel) = {command.call, command.candidates, command.drawn, context.leaf};
}

Result<Decision> judge(const State& state, const ExpertsDraw& command, const Context&) {
  const PanelRecord& panel = *state.panels.find(command.panel);
  if (command.seed != panel.seed)
    return refuse("DRAW_DIFFERS",
                  "the seed is the leaf hash of the entry that named the candidates, " + panel.seed.hex());
  const auto drawn = drawExperts(panel.seed, panel.candidates, panel.drawn);
  if (command.experts == drawn) return Decision{};
  std::string names;
  for (const Expert& expert : drawn) names += (names.empty() ? "" : ", ") + expert.person.text();
  return refuse("DRAW_DIFFERS", "the draw gives " + names + ", in this order");
}

void evolve(State& state, const ExpertsDraw& command, const Context&) {
  CallRecord& call = state.calls.edit(state.panels.find(command.panel)->call);
  for (const Expert& expert : command.experts) addPerson(call.experts, expert.person);
}

Result<Decision> judge(const State& state, const ConflictDeclare& command, const Context& context) {
  ASAR_TRY(checkExpert(state, *state.applications.find(command.application), context.person));
  return Decision{};
}

void evolve(State& state, const ConflictDeclare& command, const Context& context) {
  addPerson(state.applications.edit(command.application).conflicts, context.person);
}

Result<Decision> judge(const State& state, const ScoreGive& command, const Context& context) {
  const ApplicationRecord& application = *state.applications.find(command.application);
  ASAR_TRY(checkExpert(state, application, context.person));
  ASAR_TRY(checkFree(state, command, application, context));
  const auto& criteria = state.calls.find(application.call)->criteria;
  const auto criterion = std::ranges::find(criteria, command.criterion, &Criterion::code);
  if (criterion == criteria.end()) return refuse("CRITERION_UNKNOWN", "the call has no criterion " + command.criterion);
  if (command.points > criterion->points) {
    return refuse("POINTS_OVER_MAX", "the criterion " + command.criterion + " gives at most " +
                                         std::to_string(criterion->points) + " points, not " +
                                         std::to_string(command.points));
  }
  if (!isClaimed(state, scoreKey(command, context.person)))
    return judgeAnswer(state, "scoring", command.application, command.occurred_at, context);
  return refuse("SCORE_TAKEN", "this expert scored the application by " + command.criterion + " already");
}

void evolve(State& state, const ScoreGive& command, const Context& context) {
  ApplicationRecord& application = state.applications.edit(command.application);
  addPerson(application.scorers, context.person);
  application.scores.push_back(
      {context.person, command.criterion, command.occurred_at.civilDay(), context.recordedDay(command.occurred_at)});
  state.claimed.edit(scoreKey(command, context.person)) = command.score;
}

}  // namespace ledger
