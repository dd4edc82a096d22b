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
  explicit Finder(const State& state) : state_(state) {}

  Result<void> programme(const SubjectId& id) {
    const auto* record = state_.programmes.find(id);
    if (record == nullptr) return unknown("programme", id);
    found.programme = id;
    return {};
  }
  Result<void> organisation(const SubjectId& id) {
    const auto* record = state_.organisations.find(id);
    if (record == nullptr) return unknown("organisation", id);
    found.organisation = id;
    return {};
  }
  Result<void> office(const SubjectId& id) {
    if (!state_.offices.has(id)) return unknown("office", id);
    found.office = id;
    return {};
  }
  Result<void> person(const PersonId& id) {
    if (!state_.persons.has(id)) return unknown("person", asStream(id));
    found.person = id;
    return {};
  }
  Result<void> project(const SubjectId& id) {
    const auto* record = state_.projects.find(id);
    if (record == nullptr) return unknown("project", id);
    found.project = id;
    found.programme = record->programme;
    found.organisation = record->organisation;
    found.region = record->region;
    return {};
  }
  Result<void> activity(const SubjectId& id) {
    const auto* record = state_.activities.find(id);
    if (record == nullptr) return unknown("activity", id);
    found.activity = id;
    return project(record->project);
  }
  Result<void> shift(const SubjectId& id) {
    const auto* record = state_.shifts.find(id);
    if (record == nullptr) return unknown("shift", id);
    found.shift = id;
    return activity(record->activity);
  }
  Result<void> hours(const SubjectId& id) {
    const auto* record = state_.hours.find(id);
    if (record == nullptr) return unknown("hours entry", id);
    found.hours = id;
    found.volunteer = record->volunteer;
    return activity(record->activity);
  }
  Result<void> grant(const SubjectId& id) {
    const auto* record = state_.grants.find(id);
    if (record == nullptr) return unknown("grant", id);
    found.grant = id;
    found.funder = record->funder;
    found.grantee = record->grantee;
    found.programme = record->programme;
    found.region = record->region;
    return {};
  }
  Result<void> award(const SubjectId& id) {
    const auto* record = state_.awards.find(id);
    if (record == nullptr) return unknown("award", id);
    found.award = id;
    found.nominee = record->nominee;
    found.organisation = record->organisation;
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
    found.policy = c.policy;
    return {};
  }
  Result<void> operator()(const OfficeEstablish& c) {
    found.office = c.office;
    found.region = c.region;
    return {};
  }
  Result<void> operator()(const OrganisationRegister& c) {
    ASAR_TRY(office(c.office));
    found.organisation = c.organisation;
    found.region = c.region;
    return {};
  }
  Result<void> operator()(const PersonRegister& c) {
    ASAR_TRY(office(c.office));
    found.person = c.person;
    found.region = c.region;
    return {};
  }
  Result<void> operator()(const ProgrammeDefine& c) {
    ASAR_TRY(office(c.office));
    found.programme = c.programme;
    return {};
  }
  Result<void> operator()(const ProjectStart& c) {
    ASAR_TRY(programme(c.programme));
    ASAR_TRY(organisation(c.organisation));
    found.project = c.project;
    found.region = c.region;
    return {};
  }
  Result<void> operator()(const ActivitySchedule& c) {
    found.activity = c.activity;
    return project(c.project);
  }
  Result<void> operator()(const ShiftOpen& c) {
    found.shift = c.shift;
    return activity(c.activity);
  }
  Result<void> operator()(const AttendanceSummarise& c) { return shift(c.shift); }
  Result<void> operator()(const HoursClaim& c) {
    if (!state_.persons.has(c.volunteer)) return unknown("volunteer", asStream(c.volunteer));
    found.hours = c.hours;
    found.volunteer = c.volunteer;
    return activity(c.activity);
  }
  Result<void> operator()(const GrantAward& c) {
    ASAR_TRY(organisation(c.funder));
    ASAR_TRY(organisation(c.grantee));
    ASAR_TRY(programme(c.programme));
    found.organisation = {};
    found.grant = c.grant;
    found.funder = c.funder;
    found.grantee = c.grantee;
    found.region = c.region;
    return {};
  }
  Result<void> operator()(const AwardNominate& c) {
    ASAR_TRY(organisation(c.organisation));
    if (!state_.persons.has(c.nominee)) return unknown("nominee", asStream(c.nominee));
    found.award = c.award;
    found.nominee = c.nominee;
    return {};
  }
  Result<void> operator()(const AwardConfer& c) { return award(c.award); }
  Result<void> operator()(const AwardRevoke& c) { return award(c.award); }
  Result<void> operator()(const ImportRecord& c) {
    found.batch = c.batch;
    return {};
  }
  Result<void> operator()(const ImportVoid& c) {
    if (!state_.batches.has(c.batch)) return unknown("import batch", c.batch);
    found.batch = c.batch;
    return {};
  }
  // What is left is about an hours entry or a grant that exists.
  template <class Body>
  Result<void> operator()(const Body& c) {
    if constexpr (requires { c.hours; }) {
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
    found.scope = scope;
    if (state_.organisations.has(scope)) found.organisation = scope;
    return {};
  }

  const State& state_;
};

}  // namespace

SubjectId Subjects::stream(StreamRole role) const {
  switch (role) {
    case StreamRole::kPerson:
      return asStream(person);
    case StreamRole::kVolunteer:
      return asStream(volunteer);
    case StreamRole::kNominee:
      return asStream(nominee);
    case StreamRole::kScope:
      return scope;
    case StreamRole::kPolicy:
      return policy;
    case StreamRole::kOffice:
      return office;
    case StreamRole::kRegion:
      return regionStream(region);
    case StreamRole::kOrganisation:
      return organisation;
    case StreamRole::kProgramme:
      return programme;
    case StreamRole::kProject:
      return project;
    case StreamRole::kActivity:
      return activity;
    case StreamRole::kShift:
      return shift;
    case StreamRole::kHours:
      return hours;
    case StreamRole::kGrant:
      return grant;
    case StreamRole::kFunder:
      return funder;
    case StreamRole::kGrantee:
      return grantee;
    case StreamRole::kAward:
      return award;
    case StreamRole::kBatch:
      return batch;
  }
  return {};
}

Result<Subjects> subjectsOf(const State& state, const Command& command) {
  Finder finder(state);
  ASAR_TRY(std::visit(finder, command.body));
  return std::move(finder.found);
}

std::vector<StreamVersion> streamsOf(const State& state, Kind kind, const Subjects& subjects) {
  std::vector<StreamVersion> streams;
  for (const StreamRole role : traitsOf(kind).streams) {
    const SubjectId stream = subjects.stream(role);
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
