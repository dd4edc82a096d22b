#include "audit/replay_scores.h"

#include <algorithm>

#include "audit/voices.h"

namespace audit {
namespace {

Refusal judgeExpert(const State& state, const Case& c, const Application& application) {
  const Call* call = find(state.calls, application.call);
  if (call != nullptr && call->experts.contains(c.person)) return {};
  return {"NOT_AN_EXPERT", "the signer was not drawn as an expert of the call"};
}

bool isRelated(const State& state, const Id& person, const Id& organisation, std::int64_t day) {
  const auto found = state.related.find({person, organisation});
  return found != state.related.end() &&
         std::ranges::any_of(found->second, [&](const Days& days) { return days.cover(day); });
}

bool hasConflict(const State& state, const Case& c, const Application& application, std::int64_t day) {
  if (c.rules >= kVersionThree && c.signer().meets(application.submitter)) return true;
  return application.aside.contains(c.person) ||
         holds(state, c.person, schema::Role::OFFICER, application.organisation, c.recorded_at) ||
         isRelated(state, c.person, application.organisation, day);
}

Refusal judgePoints(const Call& call, schema::ScoreGive::Reader command) {
  const auto criterion = call.criteria.find(stringOf(command.getCriterion()));
  if (criterion == call.criteria.end()) return {"CRITERION_UNKNOWN", "the call has no such criterion"};
  if (command.getPoints() <= criterion->second) return {};
  return {"POINTS_OVER_MAX", "more points than the criterion has"};
}

}  // namespace

Refusal judgeAside(const State& state, const Case& c, schema::ConflictDeclare::Reader command) {
  const Application* application = find(state.applications, idOf(command.getApplication()));
  return application == nullptr ? kUnknownSubject : judgeExpert(state, c, *application);
}

void applyAside(State& state, const Case& c, schema::ConflictDeclare::Reader command) {
  if (Application* application = find(state.applications, idOf(command.getApplication())))
    application->aside.insert(c.person);
}

Refusal judgeScore(const State& state, const Case& c, schema::ScoreGive::Reader command) {
  const Application* application = find(state.applications, idOf(command.getApplication()));
  if (application == nullptr) return kUnknownSubject;
  if (const auto refusal = judgeExpert(state, c, *application)) return refusal;
  if (hasConflict(state, c, *application, civilDay(Moment::of(command.getOccurredAt()))))
    return {"CONFLICT_OF_INTEREST",
            "the expert stands aside, submitted it, or is an officer or a related party of the applicant"};
  if (const auto refusal = judgePoints(*find(state.calls, application->call), command)) return refusal;
  if (!application->scores.contains({c.person, stringOf(command.getCriterion())})) return {};
  return {"SCORE_TAKEN", "the expert scored the application by that criterion before"};
}

void applyScore(State& state, const Case& c, schema::ScoreGive::Reader command) {
  Application* application = find(state.applications, idOf(command.getApplication()));
  if (application == nullptr) return;
  application->scorers.insert(c.person);
  application->scores.emplace(c.person, stringOf(command.getCriterion()));
}

bool isScored(const Call& call, const Application& application) {
  std::set<std::string> scored;
  for (const auto& [expert, criterion] : application.scores) {
    if (!application.aside.contains(expert)) scored.insert(criterion);
  }
  return std::ranges::all_of(call.criteria, [&](const auto& one) { return scored.contains(one.first); });
}

}  // namespace audit
