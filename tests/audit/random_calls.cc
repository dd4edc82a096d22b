// Calls led to their awards, at random: mostly the next right step of one of them, now and then one that comes too soon
// or from somebody who may not.
#include <algorithm>

#include "ledger/base/limits.h"
#include "tests/audit/random_history.h"

namespace audit::tests {

using namespace ledger;  // every command and code of the catalogue

namespace {

constexpr const char* kCriteria[] = {"need", "plan"};
constexpr std::uint16_t kPointsMost = 5;

Money tenge(std::int64_t minor) {
  return {minor, *Currency::parse("KZT")};
}

// The same step of the same call, which waits for its second person.
bool isSameStep(const CommandBody& proposed, const CommandBody& wanted) {
  if (proposed.kind() != wanted.kind()) return false;
  if (const auto* c = wanted.as<CallPublish>()) return proposed.get<CallPublish>().number == c->number;
  if (const auto* c = wanted.as<CallClose>()) return proposed.get<CallClose>().call == c->call;
  if (const auto* c = wanted.as<ExpertsName>()) return proposed.get<ExpertsName>().call == c->call;
  if (const auto* c = wanted.as<GrantAward>()) return proposed.get<GrantAward>().application == c->application;
  return false;
}

}  // namespace

// Some in the year before, whose classes and indices count then.
CommandBody RandomHistory::publicationOfCall() {
  const GrantClass classes[] = {GrantClass::kShort, GrantClass::kMedium, GrantClass::kOther};
  const CivilDay today = world.now().civilDay();
  CallPublish call;
  call.call = world.subject();
  call.number = "L-" + std::to_string(called_.size());
  call.programme = world.programme;
  call.funder = world.funder;
  call.grant_class = classes[below(3)];
  call.budget = tenge(60);
  call.names = {"a", "b", "c"};
  for (const char* criterion : kCriteria) call.criteria.push_back({criterion, kPointsMost});
  call.from = today - 20;
  call.to = today + (chance(95) ? 9 : 0);
  call.document = world.digest();
  call.occurred_at = chance(50) ? world.now() : world.ago(15 * limits::kMinutesPerDay);
  return call;
}

bool RandomHistory::isScored(const Called& about) {
  return std::ranges::all_of(kCriteria, [&](const std::string& criterion) {
    return std::ranges::any_of(about.scores, [&](const auto& score) {
      return score.second == criterion && std::ranges::find(about.aside, score.first) == about.aside.end();
    });
  });
}

CommandBody RandomHistory::scoringOf(const Called& about) {
  if (chance(6)) return ConflictDeclare{world.subject(), about.application, recent()};
  if (chance(6)) {
    const CivilDay today = world.now().civilDay();
    return RelatedPartyDeclare{world.subject(),
                               about.experts.empty() ? one(people_).person : one(about.experts).person,
                               about.organisation,
                               Relation::kFamily,
                               today - static_cast<CivilDay>(below(3)),
                               chance(30) ? 0 : today + 1 - static_cast<CivilDay>(below(2))};
  }
  return ScoreGive{world.subject(), about.application, kCriteria[below(2)],
                   static_cast<std::uint16_t>(below(kPointsMost + 1)), lately()};
}

CommandBody RandomHistory::awardOf(const Called& about) {
  auto award = *funding().as<GrantAward>();
  award.grantee = about.organisation;
  award.grant_class = chance(94) ? about.call.grant_class : GrantClass::kLong;
  award.amount = tenge(chance(85) ? 40 : 10 + static_cast<std::int64_t>(below(32)));
  award.application = about.application;
  award.occurred_at = recent();
  return award;
}

CommandBody RandomHistory::nextOf(const Called& about) {
  if (about.application == SubjectId{})
    return ApplicationSubmit{
        world.subject(), about.call.call, chance(80) ? world.grantee : other_funder_, tenge(40), {}, {},
        world.digest(),  lately()};
  if (!about.admitted) return ApplicationAdmit{about.application, recent()};
  // Others are named, too, should those drawn all have a conflict.
  if (about.panel == SubjectId{} || (!isScored(about) && chance(8))) {
    // Of those whose keys stay.
    std::vector<Expert> candidates{{people_[below(appointed_)].person}, {people_[below(appointed_)].person}};
    std::ranges::sort(candidates, {}, &Expert::person);
    return ExpertsName{world.subject(), about.call.call, candidates, static_cast<std::uint16_t>(1 + below(2)),
                       recent()};
  }
  if (about.experts.empty()) return drawOf(about.panel);
  if (!isScored(about) && chance(85)) return scoringOf(about);
  if (!about.closed && chance(85)) return CallClose{about.call.call, recent()};
  return chance(95) ? awardOf(about) : scoringOf(about);
}

CommandBody RandomHistory::ofCalls() {
  std::vector<const Called*> open;
  for (const Called& one : called_) {
    if (!one.ended) open.push_back(&one);
  }
  if (open.empty() || chance(4)) return publicationOfCall();
  return nextOf(chance(60) ? *open.front() : *one(open));
}

// Said by an expert, where it is an expert's to say.
Attempt RandomHistory::calling() {
  const CommandBody body = ofCalls();
  for (const Proposal& proposal : proposals_) {
    if (chance(85) && isSameStep(proposal.body, body)) return endorsing(proposal);
  }
  const Actor* actor = &anybody(body);
  const auto* score = body.as<ScoreGive>();
  const auto* conflict = body.as<ConflictDeclare>();
  if ((score != nullptr || conflict != nullptr) && chance(90)) {
    const SubjectId application = score != nullptr ? score->application : conflict->application;
    const auto about = std::ranges::find(called_, application, &Called::application);
    const PersonId expert =
        about == called_.end() || about->experts.empty() ? actor->person : one(about->experts).person;
    const auto found = std::ranges::find(people_, expert, &Actor::person);
    if (found != people_.end()) actor = &*found;
  }
  return {world.sign(*actor, {body, traitsOf(body.kind()).visibility}), {body}, actor->person, {kRulesVersion}};
}

// What took effect, as far as the next steps need it.
void RandomHistory::rememberCalls(const CommandBody& body, const PersonId& person) {
  if (const auto* c = body.as<CallPublish>(); c != nullptr && c->number.starts_with("L-")) {
    called_.emplace_back();
    called_.back().call = *c;
  }
  for (Called& about : called_) {
    const SubjectId& call = about.call.call;
    const auto answers = [&](const SubjectId& application) {
      return application != SubjectId{} && application == about.application;
    };
    if (const auto* c = body.as<ApplicationSubmit>(); c != nullptr && c->call == call) {
      about.application = c->application;
      about.organisation = c->organisation;
    }
    if (const auto* c = body.as<ExpertsName>(); c != nullptr && c->call == call) {
      about.panel = c->panel;
      about.experts.clear();
    }
    if (const auto* c = body.as<ExpertsDraw>(); c != nullptr && c->panel == about.panel) about.experts = c->experts;
    if (const auto* c = body.as<CallClose>(); c != nullptr && c->call == call) about.closed = true;
    if (const auto* c = body.as<ApplicationAdmit>(); c != nullptr && answers(c->application)) about.admitted = true;
    if (const auto* c = body.as<ConflictDeclare>(); c != nullptr && answers(c->application))
      about.aside.push_back(person);
    if (const auto* c = body.as<RelatedPartyDeclare>(); c != nullptr && c->organisation == about.organisation)
      about.aside.push_back(c->person);
    if (const auto* c = body.as<ScoreGive>(); c != nullptr && answers(c->application))
      about.scores.emplace_back(person, c->criterion);
    if (const auto* c = body.as<GrantAward>(); c != nullptr && answers(c->application)) about.ended = true;
    if (const auto* c = body.as<ApplicationDecline>(); c != nullptr && answers(c->application)) about.ended = true;
    if (const auto* c = body.as<ApplicationWithdraw>(); c != nullptr && answers(c->application)) about.ended = true;
    // It takes no application any more.
    about.ended = about.ended || (about.closed && about.application == SubjectId{});
  }
}

}  // namespace audit::tests
