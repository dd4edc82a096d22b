#include "audit/replay/scores.h"

#include <algorithm>

#include "audit/replay/profiles.h"
#include "audit/replay/voices.h"

namespace audit {
namespace {

Refusal judgeExpert(const State& state, const Case& c, const Application& application) {
  const Call* call = find(state.calls, application.call);
  if (call != nullptr && call->experts.contains(c.person)) return {};
  return {"NOT_AN_EXPERT", "the signer was not drawn as an expert of the call"};
}

// By what anyone declared, of any profile of hers.
bool isRelated(const State& state, const Id& person, const Id& organisation, const ScoreDays& on) {
  return std::ranges::any_of(profilesOf(state, person), [&](const Id& profile) {
    const auto found = state.related.find({profile, organisation});
    return found != state.related.end() && std::ranges::any_of(found->second, [&](const Days& days) {
             return days.cover(on.said) || days.cover(on.recorded);
           });
  });
}

bool standsAside(const State& state, const Application& application, const Id& expert) {
  return std::ranges::any_of(profilesOf(state, expert),
                             [&](const Id& profile) { return application.aside.contains(profile); });
}

ScoreDays scoreDaysOf(const Case& c, schema::ScoreGive::Reader command) {
  return {civilDay(Moment::of(command.getOccurredAt())), gateDay(c, command.getOccurredAt())};
}

bool hasConflict(const State& state, const Case& c, const Application& application, const ScoreDays& on) {
  if (c.rules >= kVersionThree && c.signer().meets(application.submitter)) return true;
  return standsAside(state, application, c.person) || isRelated(state, c.person, application.organisation, on) ||
         c.signer().any([&](const Id& person) {
           return holds(state, c, person, schema::Role::OFFICER, application.organisation);
         });
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
  if (hasConflict(state, c, *application, scoreDaysOf(c, command)))
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
  application->scores.try_emplace({c.person, stringOf(command.getCriterion())}, scoreDaysOf(c, command));
}

bool isScored(const State& state, const Call& call, const Application& application) {
  std::set<std::string> scored;
  for (const auto& [score, days] : application.scores) {
    const auto& [expert, criterion] = score;
    if (!standsAside(state, application, expert) && !isRelated(state, expert, application.organisation, days))
      scored.insert(criterion);
  }
  return std::ranges::all_of(call.criteria, [&](const auto& one) { return scored.contains(one.first); });
}

}  // namespace audit
