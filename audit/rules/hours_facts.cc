#include "audit/rules/hours_facts.h"

#include <algorithm>

#include "audit/replay/voices.h"

namespace audit {
namespace {

template <class Command>
std::int64_t hoursDayOf(Command command) {
  return civilDay(Moment::of(command.getOccurredAt()));
}

bool wasGuarded(const State& state, const Id& volunteer, std::int64_t day) {
  return std::ranges::any_of(listOf(state.guardianships_of, volunteer), [&](const Guardianship& one) {
    return isIn(state, one.id, "given") && one.days.cover(day);
  });
}

// The role of who attests, or of whom she acts for: held there now, and by the end of the service.
bool hasMandate(const State& state, const Case& c, const Hours& hours) {
  const Person* person = find(state.persons, c.acts_for != Id{} ? c.acts_for : c.person);
  if (person == nullptr) return false;
  const Id organisation = organisationOfActivity(state, hours.activity);
  return std::ranges::any_of(person->roles, [&](const RoleHeld& held) {
    const bool fits = held.role == schema::Role::ATTESTOR || held.role == schema::Role::COORDINATOR;
    const bool there = held.scope == Id{} || held.scope == organisation;
    return fits && there && held.counts(c.recorded_at) && held.since_ms <= hours.end().ms;
  });
}

template <class Command>
CheckFact checkOf(const Case& c, Command command) {
  CheckFact fact{c.index, Moment::of(command.getOccurredAt()), command.getMethod(), {}, stringOf(command.getPlace())};
  if (command.hasDeviceHash()) fact.device = fixed<32>(command.getDeviceHash());
  return fact;
}

template <class Fact>
Fact* hoursFactOf(std::vector<Fact>& facts, const IdMap<std::size_t>& places, const Id& id) {
  const std::size_t* place = find(places, id);
  return place == nullptr ? nullptr : &facts[*place];
}

}  // namespace

const ServedFact* HoursFacts::servedOf(const Id& hours) const {
  const std::size_t* place = find(served_at_, hours);
  return place == nullptr ? nullptr : &served[*place];
}

void HoursFacts::hear(const State& state, const Case& c, schema::Command::Reader command) {
  hearHours(state, c, command);
  hearShifts(state, c, command);
  hearProjects(c, command);
  hearPeople(c, command);
}

void HoursFacts::note(const State& state, const Case& c, schema::HoursClaim::Reader command) {
  ServedFact fact;
  fact.id = idOf(command.getHours());
  if (!served_at_.try_emplace(fact.id, served.size()).second) return;
  if (const Activity* activity = find(state.activities, idOf(command.getActivity()))) fact.project = activity->project;
  if (const Project* project = find(state.projects, fact.project)) fact.organisation = project->organisation;
  fact.index = c.index;
  fact.recorded_ms = c.recorded_at;
  fact.presence = command.getPresence();
  fact.guarded = wasGuarded(state, idOf(command.getVolunteer()), hoursDayOf(command));
  served.push_back(std::move(fact));
}

void HoursFacts::note(const State& state, const Case& c, schema::HoursAttest::Reader command) {
  ServedFact* fact = hoursFactOf(served, served_at_, idOf(command.getHours()));
  const Hours* hours = find(state.hours, idOf(command.getHours()));
  if (fact == nullptr || hours == nullptr) return;
  fact->attest = AttestFact{c.index,
                            c.signer(),
                            c.key,
                            command.getMinutes(),
                            command.getMethod(),
                            command.getReason(),
                            c.recorded_at,
                            hasMandate(state, c, *hours)};
}

void HoursFacts::hearHours(const State& state, const Case& c, schema::Command::Reader command) {
  if (command.isHoursClaim()) return note(state, c, command.getHoursClaim());
  if (command.isHoursAttest()) return note(state, c, command.getHoursAttest());
  if (command.isHoursCorrect()) {
    const auto one = command.getHoursCorrect();
    ServedFact* fact = hoursFactOf(served, served_at_, idOf(one.getHours()));
    const Hours* hours = find(state.hours, idOf(one.getHours()));
    if (fact != nullptr && hours != nullptr)
      fact->corrections.push_back({c.index, hours->standing, one.getMinutes(), one.getReason()});
    return;
  }
  if (command.isCreditGrant()) {
    const auto one = command.getCreditGrant();
    CreditFact fact{idOf(one.getCredit()),
                    idOf(one.getPerson()),
                    idOf(one.getOrganisation()),
                    idOf(one.getCreditPolicy()),
                    c.index,
                    one.getDay(),
                    {}};
    for (const auto use : one.getUsed()) fact.used.push_back({idOf(use.getHours()), use.getMinutes()});
    credits.push_back(std::move(fact));
  }
}

void HoursFacts::hearShifts(const State& state, const Case& c, schema::Command::Reader command) {
  if (command.isShiftOpen()) {
    const auto one = command.getShiftOpen();
    ShiftFact fact{idOf(one.getShift()),
                   idOf(one.getActivity()),
                   c.index,
                   stringOf(one.getRole()),
                   Moment::of(one.getStarts()),
                   Moment::of(one.getEnds()),
                   one.getMaxPeople(),
                   false};
    if (!shift_at_.try_emplace(fact.id, shifts.size()).second) return;
    shifts_of[fact.activity].push_back(shifts.size());
    shifts.push_back(std::move(fact));
    return;
  }
  if (command.isShiftClose()) {
    if (auto* fact = hoursFactOf(shifts, shift_at_, idOf(command.getShiftClose().getShift()))) fact->roster = true;
    return;
  }
  if (command.isShiftSignUp()) {
    const auto one = command.getShiftSignUp();
    const Shift* shift = find(state.shifts, idOf(one.getShift()));
    if (!signup_at_.try_emplace(idOf(one.getSignup()), signups.size()).second) return;
    signups.push_back({idOf(one.getSignup()), idOf(one.getShift()), shift == nullptr ? Id{} : shift->activity,
                       idOf(one.getVolunteer())});
    return;
  }
  if (command.isCheckIn()) {
    auto* fact = hoursFactOf(signups, signup_at_, idOf(command.getCheckIn().getSignup()));
    if (fact != nullptr) fact->in = checkOf(c, command.getCheckIn());
    return;
  }
  if (command.isCheckOut()) {
    auto* fact = hoursFactOf(signups, signup_at_, idOf(command.getCheckOut().getSignup()));
    if (fact != nullptr) fact->out = checkOf(c, command.getCheckOut());
  }
}

void HoursFacts::hearProjects(const Case& c, schema::Command::Reader command) {
  if (command.isActivitySchedule()) {
    const auto one = command.getActivitySchedule();
    activities.try_emplace(idOf(one.getActivity()), ActivityFact{c.index, stringOf(one.getPlace()), 0, {}});
    return;
  }
  if (command.isActivityHold()) {
    if (auto* fact = find(activities, idOf(command.getActivityHold().getActivity())))
      fact->people = command.getActivityHold().getPeople();
    return;
  }
  if (command.isActivityCancel()) {
    if (auto* fact = find(activities, idOf(command.getActivityCancel().getActivity()))) fact->cancelled = c.index;
    return;
  }
  if (command.isProjectStart()) {
    const auto one = command.getProjectStart();
    project_regions[idOf(one.getProject())] = stringOf(one.getRegion());
    return;
  }
  if (command.isOrganisationRegister()) {
    const auto one = command.getOrganisationRegister();
    regions.try_emplace(idOf(one.getOrganisation()), stringOf(one.getRegion()));
    return;
  }
  if (command.isProjectSuspend()) {
    const auto one = command.getProjectSuspend();
    suspended[idOf(one.getProject())].push_back({hoursDayOf(one), 0});
    return;
  }
  if (command.isProjectResume()) {
    const auto one = command.getProjectResume();
    auto& days = suspended[idOf(one.getProject())];
    if (days.empty()) return;
    // That day is worked again; a project that was resumed at once was suspended on no day.
    days.back().last = hoursDayOf(one) - 1;
    if (days.back().last < days.back().first) days.pop_back();
  }
}

void HoursFacts::note(const Case& c, const Id& person, capnp::List<schema::Commitment>::Reader commitments) {
  for (const auto one : commitments) committed[{one.getTag(), fixed<32>(one.getDigest())}].push_back({person, c.index});
}

void HoursFacts::end(IdMap<std::vector<PersonDays>>& list, const Id& id, std::int64_t day) {
  const Id* person = find(covered_, id);
  if (person == nullptr) return;
  for (PersonDays& one : list[*person]) {
    if (one.id == id) one.days.last = day;
  }
}

void HoursFacts::hearPeople(const Case& c, schema::Command::Reader command) {
  if (command.isPersonRegister()) {
    const auto one = command.getPersonRegister();
    return note(c, idOf(one.getPerson()), one.getCommitments());
  }
  if (command.isAgeBandSet())
    return note(c, idOf(command.getAgeBandSet().getPerson()), command.getAgeBandSet().getCommitments());
  if (command.isPersonCorrect())
    return note(c, idOf(command.getPersonCorrect().getPerson()), command.getPersonCorrect().getCommitments());
  if (command.isInsuranceAttach()) {
    const auto one = command.getInsuranceAttach();
    covered_.try_emplace(idOf(one.getCover()), idOf(one.getPerson()));
    insured[idOf(one.getPerson())].push_back({idOf(one.getCover()), c.index, {one.getFrom(), one.getTo()}, {}});
    return;
  }
  if (command.isInsuranceEnd())
    return end(insured, idOf(command.getInsuranceEnd().getCover()), hoursDayOf(command.getInsuranceEnd()));
  if (command.isAssignmentOffer()) {
    const auto one = command.getAssignmentOffer();
    stays[idOf(one.getPerson())].push_back(
        {idOf(one.getAssignment()), c.index, {one.getFrom(), one.getTo()}, stringOf(one.getCountry())});
    return;
  }
  if (command.isKeyRevoke()) {
    const auto one = command.getKeyRevoke();
    if (one.getCompromisedSince() != 0)
      compromised.try_emplace(fixed<32>(one.getKey()), c.index, one.getCompromisedSince());
  }
}

}  // namespace audit
