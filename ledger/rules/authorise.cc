#include "ledger/rules/authorise.h"

#include "ledger/rules/acting.h"
#include "ledger/rules/amending.h"
#include "ledger/rules/period.h"
#include "ledger/rules/refusal.h"
#include "ledger/rules/roles.h"

namespace ledger {
namespace {

constexpr Role kClerk[] = {Role::kClerk};
constexpr Role kOfficer[] = {Role::kOfficer};
constexpr Role kAuthority[] = {Role::kAuthority};
constexpr Role kFunder[] = {Role::kFunder};

// One command and what is known about it.
struct Asked {
  const State& state;
  const Command& command;
  const Permission& permission;
  const Subjects& subjects;
  const Context& context;

  Kind kind() const { return permission.kind; }
};

// Granting and revoking: an officer alone for coordinators, two authorities for the rest.
std::optional<Role> changedRole(const Command& command) {
  if (const auto* grant = command.body.as<RoleGrant>()) return grant->role;
  if (const auto* revoke = command.body.as<RoleRevoke>()) return revoke->role;
  return std::nullopt;
}

Wanted inPersonsOffice(const Asked& asked) {
  const auto* person = asked.state.persons.find(asked.subjects.person(StreamRole::kPerson));
  return {asked.permission.roles, person == nullptr ? SubjectId{} : person->office, {}};
}

// What the row of the command asks for.
Wanted wantedOf(const Asked& asked) {
  const auto& [state, command, permission, subjects, context] = asked;
  const auto changed = changedRole(command);
  if (changed && *changed != Role::kCoordinator) return {kAuthority, {}, {}};
  switch (permission.scope) {
    case ScopeOf::kLedger:
      return {permission.roles, {}, {}};
    case ScopeOf::kAnyOffice:
      return {{}, {}, permission.roles};
    case ScopeOf::kOffice:
      return {permission.roles, subjects[StreamRole::kOffice], {}};
    case ScopeOf::kPersonsOffice:
      return inPersonsOffice(asked);
    case ScopeOf::kPersonsOfficeOrAnyOrganisation: {
      // No coordinator has an office as scope, no clerk an organisation: the last role of the row is held anywhere.
      Wanted wanted = inPersonsOffice(asked);
      wanted.anywhere = wanted.roles.last(1);
      wanted.roles = wanted.roles.first(wanted.roles.size() - 1);
      return wanted;
    }
    case ScopeOf::kOrganisationsOffice: {
      const auto* organisation = state.organisations.find(subjects[StreamRole::kOrganisation]);
      return {permission.roles, organisation == nullptr ? SubjectId{} : organisation->office, {}};
    }
    case ScopeOf::kOrganisation:
      return {permission.roles, subjects[StreamRole::kOrganisation], {}};
    case ScopeOf::kFunder:
      return {permission.roles, subjects[StreamRole::kFunder], {}};
    case ScopeOf::kGrantee:
      return {permission.roles, subjects[StreamRole::kGrantee], {}};
  }
  return {};
}

Error roleMissing(const Permission& permission, const PersonId& person) {
  std::string roles;
  for (const Role role : permission.roles) roles += (roles.empty() ? "" : " or ") + std::string(nameOf(role));
  if (permission.self != Self::kNone) roles = "the person concerned" + (roles.empty() ? "" : ", " + roles);
  return refuse("ROLE_MISSING", std::string(traitsOf(permission.kind).command) + " may be sent by " + roles +
                                    " of that scope; person " + person.text() + " is not");
}

bool isSelf(const Asked& asked) {
  const PersonId& person = asked.context.person;
  switch (asked.permission.self) {
    case Self::kNone:
      return false;
    case Self::kPerson:
      return person == asked.subjects.person(StreamRole::kPerson);
    case Self::kVolunteer:
      return person == asked.subjects.person(StreamRole::kVolunteer);
    case Self::kNominee:
      return person == asked.subjects.person(StreamRole::kNominee);
    case Self::kAnyone:
      return true;
  }
  return false;
}

// The founding has signers of its own; who has a ticket needs no role.
bool asksForNobody(const Command& command) {
  const auto* registration = command.body.as<KeyRegister>();
  return command.body.is<LedgerFound>() || (registration != nullptr && !registration->enrolment.isNone());
}

bool minutesRise(const State& state, const Command& command) {
  const auto* correction = command.body.as<HoursCorrect>();
  if (correction == nullptr) return false;
  const auto* hours = state.hours.find(correction->hours);
  return hours != nullptr && correction->minutes > hours->standing;
}

bool virementOverLimit(const State& state, const Command& command) {
  const auto* virement = command.body.as<BudgetVire>();
  return virement != nullptr && virementLimit(state, *virement).over;
}

// The second person whom the row of the command asks for, once its asker stands there as this role.
std::optional<Wanted> rowsSecond(const Asked& asked, std::optional<Role> asker) {
  if (changedRole(asked.command)) {
    if (asker != Role::kAuthority) return std::nullopt;
    return Wanted{kAuthority, {}, {}};
  }
  if (!asker) return std::nullopt;
  switch (asked.permission.second) {
    case Second::kNone:
      return std::nullopt;
    case Second::kSameRole:
      return wantedOf(asked);
    case Second::kAuthority:
      return Wanted{kAuthority, {}, {}};
    case Second::kGranteesOfficer:
      return Wanted{kOfficer, asked.subjects[StreamRole::kGrantee], {}};
    case Second::kWhereMinutesRise:
      if (!minutesRise(asked.state, asked.command)) return std::nullopt;
      return wantedOf(asked);
    case Second::kFunderOverLimit:
      if (!virementOverLimit(asked.state, asked.command)) return std::nullopt;
      return Wanted{kFunder, asked.subjects[StreamRole::kFunder], {}};
  }
  return std::nullopt;
}

// The second person whom a fact needs because it comes late or in a closed period.
std::optional<Wanted> latesSecond(const Asked& asked) {
  if (asked.context.rules < kRules3) return std::nullopt;
  const Wanted any_clerk{{}, {}, kClerk};
  if (comesLate(asked.state, asked.command, asked.context)) return any_clerk;
  if (!closedDayOf(asked.state, asked.command, asked.subjects)) return std::nullopt;
  return asked.kind() == Kind::kHoursClaim ? any_clerk : wantedOf(asked);
}

Result<Authorisation> authoriseImport(const Asked& asked) {
  if (!holdsRole(asked.state, asked.context.person, Role::kImporter, {}, asked.context))
    return roleMissing(asked.permission, asked.context.person);
  const std::string command(traitsOf(asked.kind()).command);
  if (!traitsOf(asked.kind()).importable)
    return refuse("NOT_IMPORTABLE", command + " cannot be imported: send it under an own signature");
  if (asked.context.rules < kRules3) return Authorisation{};
  const auto closed = closedDayOf(asked.state, asked.command, asked.subjects);
  if (!closed) return Authorisation{};
  return refuse("PERIOD_CLOSED", dayText(*closed) + " lies in a closed period of the organisation: " + command +
                                     " is not imported any more, send it under an own signature with a second person");
}

Result<void> checkAssurance(const Asked& asked, bool self) {
  if (asked.kind() != Kind::kHoursClaim) return {};
  const Assurance assurance = asked.context.assurance;
  const bool fits =
      self ? assurance == Assurance::kSelf || assurance == Assurance::kWeb : assurance == Assurance::kAssisted;
  if (fits) return {};
  return refuse("ASSURANCE_MISMATCH",
                "a claim by the volunteer is 'self' or 'web', one by a clerk is 'assisted'; this one says '" +
                    std::string(nameOf(assurance)) + "'");
}

// The second person is there: she fits, and nobody is on both sides.
Result<Authorisation> authoriseSecond(const Asked& asked, const std::optional<Wanted>& second) {
  const Context& context = asked.context;
  if (!second) return refuse("PROPOSAL_CLOSED", "this command needs no second person any more: send it again");
  const auto standing = standingOf(asked.state, *context.endorser, *second, context);
  if (!standing) {
    return refuse("ROLE_MISSING", "person " + context.endorser->text() + " does not hold the role that may endorse " +
                                      std::string(traitsOf(asked.kind()).command));
  }
  ASAR_TRY(checkTwoSides(asked.state, askerOf(context), {*context.endorser, standing->acting_for}));
  return Authorisation{false, context.acting_for, standing->acting_for};
}

}  // namespace

Result<Authorisation> authorise(const State& state, const Command& command, const Subjects& subjects,
                                const Context& context) {
  const Asked asked{state, command, permissionOf(kindOf(command)), subjects, context};
  if (context.imported()) return authoriseImport(asked);
  const bool self = isSelf(asked);
  std::optional<Standing> standing;
  if (!self && !asksForNobody(command)) {
    standing = context.endorser ? standingAsThen(state, askerOf(context), wantedOf(asked), context)
                                : standingOf(state, context.person, wantedOf(asked), context);
    if (!standing) return roleMissing(asked.permission, context.person);
  }
  ASAR_TRY(checkAssurance(asked, self));
  auto second = rowsSecond(asked, standing ? std::optional(standing->role) : std::nullopt);
  if (!second) second = latesSecond(asked);
  if (context.endorser) return authoriseSecond(asked, second);
  return Authorisation{second.has_value(), standing ? standing->acting_for : PersonId{}, {}};
}

Context withPersonsActedFor(const State& state, const Command& command, const Context& context) {
  const bool delegated =
      state.delegated.has(context.person) || (context.endorser && state.delegated.has(*context.endorser));
  if (!delegated) return context;
  const auto subjects = subjectsOf(state, command);
  ASAR_CHECK(subjects.ok());
  const auto authorisation = authorise(state, command, *subjects, context);
  ASAR_CHECK(authorisation.ok());
  Context acting = context;
  acting.acting_for = authorisation->acting_for;
  acting.endorser_for = authorisation->endorser_for;
  return acting;
}

}  // namespace ledger
