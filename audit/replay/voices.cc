#include "audit/replay/voices.h"

#include "audit/replay/later_kinds.h"
#include "audit/replay/periods.h"
#include "audit/replay/speakers.h"
#include "audit/replay/visit.h"

namespace audit {
namespace {

using schema::Role;

Voice alone(bool may) {
  return may ? Voice::kAlone : Voice::kNone;
}
Voice second(bool may) {
  return may ? Voice::kWithSecond : Voice::kNone;
}

// The grant a money command is about, or one that nobody has a role in.
const Grant& grantOf(const State& state, capnp::Data::Reader id) {
  static const Grant& none = *new Grant;
  const Grant* grant = find(state.grants, idOf(id));
  return grant != nullptr ? *grant : none;
}

bool risesMinutes(const State& state, schema::HoursCorrect::Reader command) {
  const Hours* hours = find(state.hours, idOf(command.getHours()));
  return hours != nullptr && command.getMinutes() > hours->standing;
}

// One person before the table: what this person's roles allow.
class Table {
 public:
  Table(const State& state, const Case& c, const Bearer& bearer)
      : state_(state), case_(c), bearer_(bearer), person_(bearer.person()) {}

  Voice operator()(schema::LedgerFound::Reader) const { return Voice::kNone; }
  Voice operator()(schema::Endorse::Reader) const { return Voice::kNone; }

  Voice operator()(schema::OfficeEstablish::Reader) const { return second(has(Role::AUTHORITY)); }
  Voice operator()(schema::ProgrammeDefine::Reader) const { return second(has(Role::AUTHORITY)); }
  Voice operator()(schema::PolicyPublish::Reader) const { return second(has(Role::AUTHORITY)); }
  Voice operator()(schema::AwardConfer::Reader) const { return second(has(Role::AUTHORITY)); }
  Voice operator()(schema::AwardRevoke::Reader) const { return second(has(Role::AUTHORITY)); }

  Voice operator()(schema::RoleGrant::Reader c) const { return role(c.getRole(), idOf(c.getScope())); }
  Voice operator()(schema::RoleRevoke::Reader c) const { return role(c.getRole(), idOf(c.getScope())); }
  Voice operator()(schema::KeyRegister::Reader c) const {
    const Person* person = find(state_.persons, idOf(c.getPerson()));
    if (person == nullptr) return Voice::kNone;
    // Whoever has the ticket needs no office.
    if (case_.rules >= kVersionThree && c.hasEnrolment()) return Voice::kAlone;
    if (person->keys != 0) return alone(person_ == idOf(c.getPerson()));
    return alone(hasIn(Role::CLERK, person->office) || has(Role::AUTHORITY));
  }
  Voice operator()(schema::KeyRotate::Reader c) const {
    return alone(person_ == idOf(c.getPerson()) && case_.key == fixed<32>(c.getOldKey()));
  }
  Voice operator()(schema::KeyRevoke::Reader c) const {
    if (person_ == idOf(c.getPerson())) return Voice::kAlone;
    return second(has(Role::AUTHORITY));
  }
  Voice operator()(schema::PersonErase::Reader c) const {
    return person_ == idOf(c.getPerson()) ? Voice::kAlone : second(mayErase(c.getPerson()));
  }
  Voice operator()(schema::VaultAccessHash::Reader) const { return alone(has(Role::OPERATOR)); }
  Voice operator()(schema::OrganisationRegister::Reader c) const { return alone(hasIn(Role::CLERK, c.getOffice())); }
  Voice operator()(schema::PersonRegister::Reader c) const {
    return alone(hasIn(Role::CLERK, c.getOffice()) || has(Role::AUTHORITY));
  }

  Voice operator()(schema::ProjectStart::Reader c) const { return alone(hasIn(Role::OFFICER, c.getOrganisation())); }
  Voice operator()(schema::ActivitySchedule::Reader c) const {
    const Project* project = find(state_.projects, idOf(c.getProject()));
    return alone(project != nullptr && field(project->organisation));
  }
  Voice operator()(schema::ShiftOpen::Reader c) const {
    return alone(field(organisationOfActivity(state_, idOf(c.getActivity()))));
  }
  Voice operator()(schema::AttendanceSummarise::Reader c) const {
    return alone(field(organisationOfShift(state_, idOf(c.getShift()))));
  }

  Voice operator()(schema::HoursClaim::Reader c) const {
    const bool volunteer = person_ == idOf(c.getVolunteer());
    // Nobody assists himself, clerk or not.
    if (case_.assurance == schema::Assurance::ASSISTED) return alone(!volunteer && anywhere(Role::CLERK));
    return alone(volunteer);
  }
  Voice operator()(schema::HoursConfirm::Reader c) const { return alone(isVolunteer(c.getHours())); }
  Voice operator()(schema::HoursAttest::Reader c) const {
    return alone(field(organisationOfHours(state_, idOf(c.getHours()))));
  }
  Voice operator()(schema::HoursReject::Reader c) const {
    return alone(field(organisationOfHours(state_, idOf(c.getHours()))));
  }
  Voice operator()(schema::HoursDispute::Reader c) const {
    return alone(isVolunteer(c.getHours()) || has(Role::AUDITOR));
  }
  Voice operator()(schema::HoursResolve::Reader c) const { return alone(has(Role::AUDITOR) || attestor(c.getHours())); }
  Voice operator()(schema::HoursCorrect::Reader c) const {
    return risesMinutes(state_, c) ? second(attestor(c.getHours())) : alone(attestor(c.getHours()));
  }
  Voice operator()(schema::HoursVoid::Reader c) const { return alone(attestor(c.getHours())); }

  Voice operator()(schema::GrantAward::Reader c) const { return second(hasIn(Role::FUNDER, c.getFunder())); }
  Voice operator()(schema::TrancheApprove::Reader c) const { return second(ofFunder(Role::FUNDER, c.getGrant())); }
  Voice operator()(schema::GrantClose::Reader c) const { return second(ofFunder(Role::FUNDER, c.getGrant())); }
  Voice operator()(schema::AgreementSign::Reader c) const { return second(ofFunder(Role::FUNDER, c.getGrant())); }
  Voice operator()(schema::TrancheDisburse::Reader c) const { return alone(ofFunder(Role::PAYER, c.getGrant())); }
  Voice operator()(schema::DisbursementReverse::Reader c) const { return alone(ofFunder(Role::PAYER, c.getGrant())); }
  Voice operator()(schema::RefundReceive::Reader c) const { return alone(ofFunder(Role::PAYER, c.getGrant())); }
  Voice operator()(schema::DisbursementConfirm::Reader c) const { return alone(ofGrantee(c.getGrant())); }
  Voice operator()(schema::ExpenditureRecord::Reader c) const { return alone(ofGrantee(c.getGrant())); }
  Voice operator()(schema::ExpenditureReverse::Reader c) const { return alone(ofGrantee(c.getGrant())); }
  Voice operator()(schema::InterestRecord::Reader c) const { return alone(ofGrantee(c.getGrant())); }
  Voice operator()(schema::RefundSend::Reader c) const { return alone(ofGrantee(c.getGrant())); }
  Voice operator()(schema::ExpenditureVerify::Reader c) const { return alone(ofFunder(Role::VERIFIER, c.getGrant())); }
  Voice operator()(schema::ExpenditureQuery::Reader c) const { return alone(ofFunder(Role::VERIFIER, c.getGrant())); }
  Voice operator()(schema::ExpenditureDisallow::Reader c) const {
    return alone(ofFunder(Role::VERIFIER, c.getGrant()));
  }

  Voice operator()(schema::AwardNominate::Reader c) const { return alone(hasIn(Role::OFFICER, c.getOrganisation())); }
  Voice operator()(schema::ImportRecord::Reader) const { return alone(has(Role::IMPORTER)); }
  Voice operator()(schema::ImportVoid::Reader) const { return alone(has(Role::IMPORTER)); }

  bool ofGrantee(capnp::Data::Reader grant) const { return hasIn(Role::OFFICER, grantOf(state_, grant).grantee); }
  bool mayErase(capnp::Data::Reader person) const {
    const Person* known = find(state_.persons, idOf(person));
    return known != nullptr && (hasIn(Role::CLERK, known->office) || has(Role::AUTHORITY));
  }
  bool has(Role role) const { return bearer_.has(role); }

 private:
  bool hasIn(Role role, const Id& scope) const { return bearer_.has(role, scope); }
  bool hasIn(Role role, capnp::Data::Reader scope) const { return hasIn(role, idOf(scope)); }
  bool anywhere(Role role) const { return bearer_.hasSomewhere(role); }
  bool ofFunder(Role role, capnp::Data::Reader grant) const { return hasIn(role, grantOf(state_, grant).funder); }
  bool field(const Id& organisation) const {
    return hasIn(Role::COORDINATOR, organisation) || hasIn(Role::ATTESTOR, organisation);
  }
  bool attestor(capnp::Data::Reader hours) const {
    return hasIn(Role::ATTESTOR, organisationOfHours(state_, idOf(hours)));
  }
  bool isVolunteer(capnp::Data::Reader id) const {
    const Hours* hours = find(state_.hours, idOf(id));
    return hours != nullptr && hours->volunteer == person_;
  }
  Voice role(Role granted, const Id& scope) const {
    if (granted == Role::COORDINATOR && hasIn(Role::OFFICER, scope)) return Voice::kAlone;
    return second(has(Role::AUTHORITY));
  }

  const State& state_;
  const Case& case_;
  const Bearer& bearer_;
  Id person_;
};

Voice voiceOf(const State& state, const Case& c, const Bearer& bearer, schema::Command::Reader command) {
  if (c.imported()) return alone(bearer.has(Role::IMPORTER));
  const Voice voice = isLater(command) ? voiceOfLater(state, bearer, command) : visit(command, Table(state, c, bearer));
  return voice == Voice::kAlone && asksSecond(state, c, command) ? Voice::kWithSecond : voice;
}

bool maySecond(const State& state, const Case& c, const Bearer& bearer, schema::Command::Reader command) {
  const Table table(state, c, bearer);
  // The one command whose second person comes from the other side.
  if (command.isAgreementSign()) return table.ofGrantee(command.getAgreementSign().getGrant());
  // A second person holds the role of the first; a person does not endorse what only its subject may do alone.
  if (command.isKeyRevoke()) return table.has(Role::AUTHORITY);
  if (command.isPersonErase()) return table.mayErase(command.getPersonErase().getPerson());
  if (command.isRoleGrant() || command.isRoleRevoke()) return table.has(Role::AUTHORITY);
  if (asksClerk(state, c, command)) return bearer.hasSomewhere(Role::CLERK);
  if (isLater(command)) return maySecondLater(state, bearer, command);
  return visit(command, table) != Voice::kNone;
}

}  // namespace

Id organisationOfActivity(const State& state, const Id& id) {
  const Activity* activity = find(state.activities, id);
  const Project* project = activity != nullptr ? find(state.projects, activity->project) : nullptr;
  return project != nullptr ? project->organisation : Id{};
}

Id organisationOfShift(const State& state, const Id& id) {
  const Shift* shift = find(state.shifts, id);
  return shift != nullptr ? organisationOfActivity(state, shift->activity) : Id{};
}

Id organisationOfHours(const State& state, const Id& id) {
  const Hours* hours = find(state.hours, id);
  return hours != nullptr ? organisationOfActivity(state, hours->activity) : Id{};
}

Speech voiceOf(const State& state, const Case& c, schema::Command::Reader command) {
  return speak(state, c, c.person, [&](const Bearer& bearer) { return voiceOf(state, c, bearer, command); });
}

Voice voiceAgain(const State& state, const Case& c, schema::Command::Reader command) {
  if (c.acts_for == Id{}) return voiceOf(state, c, Bearer(state, c, c.person), command);
  for (const Delegation* lent : delegationsTo(state, c, c.person)) {
    if (lent->person != c.acts_for) continue;
    const Voice voice = voiceOf(state, c, Bearer(state, c, c.person, lent), command);
    if (voice != Voice::kNone) return voice;
  }
  return Voice::kNone;
}

Speech secondOf(const State& state, const Case& c, schema::Command::Reader command) {
  return speak(state, c, *c.second, [&](const Bearer& bearer) { return second(maySecond(state, c, bearer, command)); });
}

bool speaksAsClerk(const State& state, const Case& c) {
  const auto say = [](const Bearer& bearer) { return alone(bearer.hasSomewhere(Role::CLERK)); };
  return speak(state, c, c.person, say).voice != Voice::kNone;
}

}  // namespace audit
