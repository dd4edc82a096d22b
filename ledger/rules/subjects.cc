#include "ledger/rules/subjects.h"

#include <algorithm>

#include "ledger/rules/refusal.h"

namespace ledger {
namespace {

Error unknown(const char* what, const SubjectId& id) {
  return refuse("UNKNOWN_SUBJECT",
                std::string(what) + " " + id.text() + " is not in the ledger: check the id, or record it first");
}

SubjectId asStream(const PersonId& person) {
  return SubjectId{person.bytes};
}

// Fills in what follows from one subject; each step goes from the particular to the general.
class Finder {
 public:
  Finder(const State& state, Kind kind) : state_(state), traits_(traitsOf(kind)) {}

  Result<void> programme(const SubjectId& id) {
    const auto* record = state_.programmes.find(id);
    if (record == nullptr) return unknown("programme", id);
    found[StreamRole::kProgramme] = id;
    return {};
  }
  Result<void> organisation(const SubjectId& id) {
    const auto* record = state_.organisations.find(id);
    if (record == nullptr) return unknown("organisation", id);
    found[StreamRole::kOrganisation] = id;
    return {};
  }
  // Of a grant or contract: an organisation, though the entry stands in its stream as funder or grantee.
  Result<void> side(const SubjectId& id) {
    return state_.organisations.has(id) ? Result<void>() : unknown("organisation", id);
  }
  Result<void> human(const SubjectId& id) {
    return state_.persons.has(PersonId{id.bytes}) ? Result<void>() : unknown("person", id);
  }
  Result<void> office(const SubjectId& id) {
    if (!state_.offices.has(id)) return unknown("office", id);
    found[StreamRole::kOffice] = id;
    return {};
  }
  Result<void> person(const PersonId& id) {
    if (!state_.persons.has(id)) return unknown("person", asStream(id));
    found[StreamRole::kPerson] = asStream(id);
    return {};
  }
  Result<void> project(const SubjectId& id) {
    const auto* record = state_.projects.find(id);
    if (record == nullptr) return unknown("project", id);
    found[StreamRole::kProject] = id;
    found[StreamRole::kProgramme] = record->programme;
    found[StreamRole::kOrganisation] = record->organisation;
    found.setRegion(record->region);
    return {};
  }
  Result<void> activity(const SubjectId& id) {
    const auto* record = state_.activities.find(id);
    if (record == nullptr) return unknown("activity", id);
    found[StreamRole::kActivity] = id;
    return project(record->project);
  }
  Result<void> shift(const SubjectId& id) {
    const auto* record = state_.shifts.find(id);
    if (record == nullptr) return unknown("shift", id);
    found[StreamRole::kShift] = id;
    return activity(record->activity);
  }
  Result<void> hours(const SubjectId& id) {
    const auto* record = state_.hours.find(id);
    if (record == nullptr) return unknown("hours entry", id);
    found[StreamRole::kHours] = id;
    found[StreamRole::kVolunteer] = asStream(record->volunteer);
    return activity(record->activity);
  }
  Result<void> grant(const SubjectId& id) {
    const auto* record = state_.grants.find(id);
    if (record == nullptr) return unknown("grant", id);
    found[StreamRole::kGrant] = id;
    found[StreamRole::kFunder] = record->funder;
    found[StreamRole::kGrantee] = record->grantee;
    found[StreamRole::kProgramme] = record->programme;
    found.setRegion(record->region);
    return {};
  }
  Result<void> award(const SubjectId& id) {
    const auto* record = state_.awards.find(id);
    if (record == nullptr) return unknown("award", id);
    found[StreamRole::kAward] = id;
    found[StreamRole::kNominee] = asStream(record->nominee);
    found[StreamRole::kOrganisation] = record->organisation;
    return {};
  }

  Result<void> operator()(const LedgerFound&) { return {}; }
  Result<void> operator()(const Endorse&) { return {}; }
  Result<void> operator()(const KeyRegister& c) { return person(c.person); }
  Result<void> operator()(const KeyRotate& c) { return person(c.person); }
  Result<void> operator()(const KeyRevoke& c) { return person(c.person); }
  Result<void> operator()(const PersonErase& c) { return person(c.person); }
  Result<void> operator()(const VaultAccessHash&) { return {}; }
  Result<void> operator()(const RoleGrant& c) { return role(c.person, c.scope); }
  Result<void> operator()(const RoleRevoke& c) { return role(c.person, c.scope); }
  Result<void> operator()(const PolicyPublish& c) {
    ASAR_TRY(mentioned(StreamRole::kBasis, c.legal_basis));
    found[StreamRole::kPolicy] = c.policy;
    return {};
  }
  Result<void> operator()(const OfficeEstablish& c) {
    found[StreamRole::kOffice] = c.office;
    found.setRegion(c.region);
    return {};
  }
  Result<void> operator()(const OrganisationRegister& c) {
    ASAR_TRY(office(c.office));
    found[StreamRole::kOrganisation] = c.organisation;
    found.setRegion(c.region);
    return {};
  }
  Result<void> operator()(const PersonRegister& c) {
    ASAR_TRY(office(c.office));
    found[StreamRole::kPerson] = asStream(c.person);
    found.setRegion(c.region);
    return {};
  }
  Result<void> operator()(const ProgrammeDefine& c) {
    ASAR_TRY(mentioned(StreamRole::kMeasure, c.measure));
    ASAR_TRY(office(c.office));
    found[StreamRole::kProgramme] = c.programme;
    return {};
  }
  Result<void> operator()(const ProjectStart& c) {
    ASAR_TRY(programme(c.programme));
    ASAR_TRY(organisation(c.organisation));
    found[StreamRole::kProject] = c.project;
    found.setRegion(c.region);
    return {};
  }
  Result<void> operator()(const ActivitySchedule& c) {
    found[StreamRole::kActivity] = c.activity;
    return project(c.project);
  }
  Result<void> operator()(const ShiftOpen& c) {
    found[StreamRole::kShift] = c.shift;
    return activity(c.activity);
  }
  Result<void> operator()(const AttendanceSummarise& c) { return shift(c.shift); }
  Result<void> operator()(const HoursClaim& c) {
    ASAR_TRY(mentioned(StreamRole::kEmployment, c.employment));
    if (!state_.persons.has(c.volunteer)) return unknown("volunteer", asStream(c.volunteer));
    found[StreamRole::kHours] = c.hours;
    found[StreamRole::kVolunteer] = asStream(c.volunteer);
    return activity(c.activity);
  }
  Result<void> operator()(const GrantAward& c) {
    ASAR_TRY(organisation(c.funder));
    ASAR_TRY(organisation(c.grantee));
    ASAR_TRY(programme(c.programme));
    found[StreamRole::kOrganisation] = {};
    found[StreamRole::kGrant] = c.grant;
    found[StreamRole::kFunder] = c.funder;
    found[StreamRole::kGrantee] = c.grantee;
    found.setRegion(c.region);
    return {};
  }
  Result<void> operator()(const AwardNominate& c) {
    ASAR_TRY(organisation(c.organisation));
    if (!state_.persons.has(c.nominee)) return unknown("nominee", asStream(c.nominee));
    found[StreamRole::kAward] = c.award;
    found[StreamRole::kNominee] = asStream(c.nominee);
    return {};
  }
  Result<void> operator()(const AwardConfer& c) { return award(c.award); }
  Result<void> operator()(const AwardRevoke& c) { return award(c.award); }
  Result<void> operator()(const ImportRecord& c) {
    ASAR_TRY(mentioned(StreamRole::kSystem, c.system));
    found[StreamRole::kBatch] = c.batch;
    return {};
  }
  Result<void> operator()(const ImportVoid& c) {
    if (!state_.batches.has(c.batch)) return unknown("import batch", c.batch);
    found[StreamRole::kBatch] = c.batch;
    return {};
  }
  // A later kind names its subjects by the names of their streams; any other is about an hours entry or a grant.
  template <class Body>
  Result<void> operator()(const Body& c) {
    if constexpr (kIsLaterKind<Body>) {
      return named(c);
    } else if constexpr (requires { c.hours; }) {
      return hours(c.hours);
    } else {
      return grant(c.grant);
    }
  }

  Subjects found;

 private:
  Result<void> role(const PersonId& who, const SubjectId& scope) {
    ASAR_TRY(person(who));
    if (!scope.isNone() && !state_.organisations.has(scope) && !state_.offices.has(scope))
      return unknown("scope", scope);
    found[StreamRole::kScope] = scope;
    if (state_.organisations.has(scope)) found[StreamRole::kOrganisation] = scope;
    return {};
  }

  // By a command of the first version: the entry does not stand in the streams of what it only mentions.
  Result<void> mentioned(StreamRole role, const SubjectId& id) {
    auto exists = id.isNone() ? Result<void>() : existing(role, id);
    found = {};
    return exists;
  }

  // What its subjects belong to comes first, so that what the command itself names is preferred.
  template <class Body>
  Result<void> named(const Body& c) {
    Result<void> result;
    const auto visit = [&](StreamRole role, const SubjectId& id) {
      if (result && !id.isNone() && !isNew(role)) result = existing(role, id);
    };
    eachMention(c, visit);
    found = {};  // an entry does not stand in the streams of what its command only mentions
    eachSubject(c, visit);
    if (!result) return result;
    eachSubject(c, [&](StreamRole role, const SubjectId& id) {
      if (!id.isNone()) found[role] = id;
    });
    if constexpr (requires { c.region; }) found.setRegion(c.region);
    return {};
  }
  bool isNew(StreamRole role) const { return traits_.opens() && role == traits_.streams.front(); }

  Result<void> existing(StreamRole role, const SubjectId& id) {
    using Find = Result<void> (Finder::*)(const SubjectId&);
    static constexpr std::pair<StreamRole, Find> kOfFirstVersion[] = {
        {StreamRole::kOffice, &Finder::office},       {StreamRole::kOrganisation, &Finder::organisation},
        {StreamRole::kProgramme, &Finder::programme}, {StreamRole::kProject, &Finder::project},
        {StreamRole::kActivity, &Finder::activity},   {StreamRole::kShift, &Finder::shift},
        {StreamRole::kHours, &Finder::hours},         {StreamRole::kGrant, &Finder::grant},
        {StreamRole::kAward, &Finder::award},         {StreamRole::kFunder, &Finder::side},
        {StreamRole::kGrantee, &Finder::side},        {StreamRole::kPerson, &Finder::human},
        {StreamRole::kVolunteer, &Finder::human},     {StreamRole::kNominee, &Finder::human},
    };
    const auto* const find = std::ranges::find(kOfFirstVersion, role, &std::pair<StreamRole, Find>::first);
    if (find != std::end(kOfFirstVersion)) return (this->*find->second)(id);
    const auto* subject = state_.lives.find(id);
    if (subject == nullptr || subject->role != role) return unknown(std::string(nameOf(role)).c_str(), id);
    for (const auto& [belongs, stream] : subject->belongs) found[belongs] = stream;
    return {};
  }

  const State& state_;
  const KindTraits& traits_;
};

}  // namespace

Result<Subjects> subjectsOf(const State& state, const Command& command) {
  Finder finder(state, kindOf(command));
  ASAR_TRY(visit(finder, command.body));
  return finder.found;
}

std::vector<StreamVersion> streamsOf(const State& state, Kind kind, const Subjects& subjects) {
  std::vector<StreamVersion> streams;
  for (const StreamRole role : traitsOf(kind).streams) {
    const SubjectId& stream = subjects[role];
    if (stream.isNone() || std::ranges::find(streams, stream, &StreamVersion::stream) != streams.end()) continue;
    const auto* record = state.streams.find(stream);
    streams.push_back(record == nullptr ? StreamVersion{stream, 1, 0}
                                        : StreamVersion{stream, record->version + 1, record->last});
  }
  return streams;
}

void enterStreams(State& state, const std::vector<StreamVersion>& streams, Position index) {
  for (const StreamVersion& entered : streams)
    state.streams.edit(entered.stream) = StreamRecord{entered.version, index};
}

}  // namespace ledger
