// Any later kind, made from its example: the ids are of subjects that are there, the rest is near to what is right.
#include "ledger/base/ids.h"
#include "ledger/event/describe.h"
#include "ledger/event/json.h"
#include "ledger/rules/draw.h"
#include "ledger/rules/lifecycle.h"
#include "tests/audit/random_history.h"

namespace audit::tests {

using namespace ledger;

namespace {

constexpr auto kFirstOfThem = static_cast<std::size_t>(Kind::kConsentGive);

std::optional<StreamRole> roleOf(std::string_view field) {
  // Fields that name a subject though not by the name of its stream.
  if (field == "guardian" || field == "absorbed") return StreamRole::kPerson;
  if (field == "donor" || field == "within" || field == "insurer") return StreamRole::kOrganisation;
  if (field == "subject") return StreamRole::kProject;
  for (std::uint16_t i = 0; i < kEnumerants<StreamRole>; ++i) {
    if (nameOf(static_cast<StreamRole>(i)) == field && field != "region") return static_cast<StreamRole>(i);
  }
  return std::nullopt;
}

// Of a role that some kind opens, and none of the first version.
bool isOfLaterKind(StreamRole role) {
  bool later = false;
  for (std::size_t i = 0; i < kKinds; ++i) {
    const KindTraits& traits = traitsOf(static_cast<Kind>(i));
    if (!traits.opens() || traits.streams.front() != role) continue;
    if (traits.since == 0) return false;
    later = true;
  }
  return later;
}

bool isOneOf(std::string_view word, std::initializer_list<std::string_view> words) {
  return std::ranges::find(words, word) != words.end();
}

}  // namespace

// One that fits, most of the time.
SubjectId RandomHistory::anySubject(StreamRole role) {
  if (chance(4)) return life(role);
  const SubjectId person{one(people_).person.bytes};
  const SubjectId volunteer{one(volunteers_).bytes};
  const std::map<StreamRole, SubjectId> of_first_version = {
      {StreamRole::kOffice, world.office},
      {StreamRole::kOrganisation, chance(70) ? world.grantee : world.funder},
      {StreamRole::kFunder, chance(80) ? world.funder : other_funder_},
      {StreamRole::kGrantee, world.grantee},
      {StreamRole::kProgramme, chance(95) ? world.programme : life(StreamRole::kProgramme)},
      {StreamRole::kProject, chance(95) ? world.project : life(StreamRole::kProject)},
      {StreamRole::kPerson, person},
      {StreamRole::kVolunteer, volunteer},
      {StreamRole::kNominee, volunteer},
      {StreamRole::kActivity, known(activities_)},
      {StreamRole::kShift, known(shifts_)},
      {StreamRole::kGrant, spender().grant},
      {StreamRole::kAward, known(awards_)},
  };
  const auto found = of_first_version.find(role);
  return found == of_first_version.end() ? life(role) : found->second;
}

JsonValue RandomHistory::anyValue(StreamRole opened, const std::string& field, const JsonValue& example) {
  const CivilDay today = world.now().civilDay();
  const auto near = [&] { return dayText(today + static_cast<CivilDay>(below(9)) - 3); };
  const bool is_id = example.text() != nullptr && parseIdText(*example.text()).ok();
  if (const auto role = roleOf(field); role && is_id)
    return (*role == opened && chance(98) ? world.subject() : anySubject(*role)).text();
  if (field == "occurredAt") return (chance(85) ? world.now() : when()).text();
  if (field == "from") return dayText(today - static_cast<CivilDay>(below(6)));
  if (field == "to" || field == "due") return near();
  if (field == "until" && example.text()->size() == 10) return near();
  if (field == "ageBasis") return "declared";  // nothing stands in a vault here
  if (field == "amount" || field == "budget" || field == "value") {
    if (example.fields() == nullptr) return example;
    return JsonValue::Fields{{"minor", static_cast<std::int64_t>(below(field == "budget" ? 60 : 30))},
                             {"currency", chance(97) ? "KZT" : "USD"}};
  }
  if (field == "documentHash") return document().hex();
  if (field == "code" && opened == StreamRole::kDistinction)
    return chance(15) ? "medal" : "c" + std::to_string(below(4));
  if (field == "appealUntil") return near();
  if (field == "criterion") return "taza-alem";  // that of every call
  if (isOneOf(field, {"code", "number", "externalId", "what"}) && example.text() != nullptr)
    return "c" + std::to_string(below(40));
  if (field == "severity") return chance(50) ? "high" : "low";
  if (field == "entries" && example.list() != nullptr) {
    const auto index = [&] { return JsonValue(JsonValue::Fields{{"index", static_cast<std::int64_t>(below(40))}}); };
    return JsonValue::List{index(), index()};
  }
  if (field == "donorKind") return chance(60) ? "organisation" : "anonymous";
  if (example.integer() != nullptr) return static_cast<std::int64_t>(below(field == "minutes" ? 90 : 4));
  if (field == "lines") return JsonValue::List{};
  return example;
}

// What the seed of that panel draws, most of the time.
CommandBody RandomHistory::drawOf(const SubjectId& panel) {
  ExpertsDraw draw{panel, world.digest(), {}, recent()};
  world.front().inspect([&](const State& state) {
    const auto* named = state.panels.find(panel);
    if (named == nullptr) return;
    if (chance(95)) draw.seed = named->seed;
    draw.experts = drawExperts(draw.seed, named->candidates, named->drawn);
  });
  return draw;
}

// Whether there is a subject for each field that names one of a later kind.
bool RandomHistory::isPossible(Kind kind) {
  const KindTraits& traits = traitsOf(kind);
  const JsonValue example = exampleOf(kind);
  return std::ranges::all_of(*example.fields(), [&](const JsonValue::Field& field) {
    const auto role = roleOf(field.first);
    const bool opened = role && traits.opens() && *role == traits.streams.front();
    return !role || opened || !isOfLaterKind(*role) || lives_.contains(*role);
  });
}

// A kind that leads on a subject which is in the right state for it, and that subject; most of the time.
std::pair<Kind, std::optional<SubjectId>> RandomHistory::laterKind() {
  std::map<Kind, std::vector<SubjectId>> ready;
  if (chance(50)) {
    auto subjects = lives_;
    for (const StreamRole role : {StreamRole::kPerson, StreamRole::kOrganisation, StreamRole::kProject,
                                  StreamRole::kActivity, StreamRole::kShift, StreamRole::kAward})
      subjects[role].push_back(anySubject(role));  // beside proposed projects
    world.front().inspect([&](const State& state) {
      for (std::size_t i = kFirstOfThem; i < kKinds; ++i) {
        const KindTraits& traits = traitsOf(static_cast<Kind>(i));
        if (traits.from.empty()) continue;
        const StreamRole role = traits.streams.front();
        for (const SubjectId& id : subjects[role]) {
          const auto now = stateOf(state, role, id);
          if (now && std::ranges::find(traits.from, *now) != traits.from.end())
            ready[static_cast<Kind>(i)].push_back(id);
        }
      }
    });
  }
  // What ends the work of everybody is rare.
  for (const Kind end :
       {Kind::kOrganisationDeactivate, Kind::kProjectSuspend, Kind::kProjectComplete, Kind::kProjectCancel,
        Kind::kPersonSuspend, Kind::kPersonExclude, Kind::kProfilesMerge, Kind::kActivityCancel, Kind::kProgrammeRetire,
        Kind::kDistinctionRetire, Kind::kExternalSystemRetire}) {
    if (chance(93)) ready.erase(end);
  }
  if (ready.empty()) {
    auto kind = static_cast<Kind>(kFirstOfThem + below(kKinds - kFirstOfThem));
    for (int i = 0; i < 30 && (!isPossible(kind) || !traitsOf(kind).opens()); ++i)
      kind = static_cast<Kind>(kFirstOfThem + below(kKinds - kFirstOfThem));
    return {kind, std::nullopt};
  }
  const auto& [kind, subjects] = *std::next(ready.begin(), static_cast<std::ptrdiff_t>(below(ready.size())));
  return {kind, one(subjects)};
}

// By any method, from a place that may be none.
template <class Check>
void RandomHistory::sayWhere(Check& check) {
  check.method = static_cast<CheckMethod>(below(kEnumerants<CheckMethod>));
  if (chance(70)) check.place = chance(95) ? "710000000" : "71";
  if (chance(50)) check.device_hash = world.digest();
}

CommandBody RandomHistory::ofLaterKind() {
  const auto [kind, subject] = laterKind();
  const KindTraits& traits = traitsOf(kind);
  if (kind == Kind::kExpertsDraw) return drawOf(subject ? *subject : anySubject(StreamRole::kPanel));
  if (kind == Kind::kExpertsName) {
    std::vector<Expert> candidates{{one(people_).person}, {one(people_).person}};
    if (chance(95)) std::ranges::sort(candidates, {}, &Expert::person);
    return ExpertsName{world.subject(), anySubject(StreamRole::kCall), candidates,
                       static_cast<std::uint16_t>(1 + below(2)), recent()};
  }
  JsonValue::Fields fields;
  const StreamRole opened = traits.opens() ? traits.streams.front() : StreamRole::kRegion;
  const JsonValue example = exampleOf(kind);
  for (const auto& [name, value] : *example.fields()) {
    const bool is_subject = subject && name == nameOf(traits.streams.front());
    fields.emplace_back(name, name == "command" ? value
                              : is_subject      ? JsonValue(subject->text())
                                                : anyValue(opened, name, value));
  }
  const auto command = commandFromJson(JsonValue(fields), world.random());
  ASAR_CHECK(command.ok());
  CommandBody body = command->body;
  if (kind == Kind::kCheckIn) sayWhere(body.edit<CheckIn>());
  if (kind == Kind::kCheckOut) sayWhere(body.edit<CheckOut>());
  return body;
}

}  // namespace audit::tests
