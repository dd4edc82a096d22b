#include "tests/sample/speakers.h"

#include <algorithm>

namespace sample {

using namespace ledger;

namespace {

Instant minutesFrom(const Instant& at, std::int64_t minutes) {
  return {at.utc_ms + minutes * kMsPerMinute, at.offset_minutes};
}

}  // namespace

void Speakers::week(std::size_t week) {
  if (week == 5) delegate(), actAsDeputy();
  if (week == 7) endDelegation();
  if (week == 8) closePeriod(), addToClosedPeriod();
  if (week == 9) enrol();
  if (week == 11) loseKey();
  if (week == 12) recoverKey();
  if (week == 13) growOlder();
}

const Actor& Speakers::volunteer() const {
  const auto& all = year_.cast_.volunteers;
  const auto one = std::ranges::find_if(
      all, [](const Volunteer& person) { return person.band == AgeBand::kFrom18to35 && !person.silent; });
  return (one == all.end() ? all.front() : *one).actor;
}

// The coordinator is away: the officer, who is none, does her work for three weeks.
void Speakers::delegate() {
  const CivilDay today = year_.now().civilDay();
  delegation_ = year_.newId();
  year_.submit(host().coordinator, {DelegationSet{delegation_, host().coordinator.person, host().officer.person,
                                                  Role::kCoordinator, host().id, today, today + 21, year_.now()}});
}

HoursClaim Speakers::claim(std::int64_t after_minutes) {
  HoursClaim claim;
  claim.hours = year_.newId();
  claim.volunteer = volunteer().person;
  claim.activity = activity_;
  claim.occurred_at = minutesFrom(began_, after_minutes);
  claim.until = minutesFrom(claim.occurred_at, 60);
  claim.minutes = Minutes{60};
  claim.role = "assistant";
  return claim;
}

void Speakers::actAsDeputy() {
  activity_ = year_.newId();
  began_ = minutesFrom(year_.now(), -180);
  year_.submit(host().officer, {ActivitySchedule{activity_, host().project, ActivityKind::kEvent,
                                                 std::string(kRegionTable[host().region].code.substr(3)) + "0000000",
                                                 began_, minutesFrom(began_, 360)}});
  const HoursClaim one = claim(0);
  year_.submit(volunteer(), {one});
  year_.submit(host().officer,
               {HoursAttest{one.hours, one.minutes, AttestationMethod::kPresent, HoursReason::kNone, year_.now()}});
}

void Speakers::endDelegation() {
  year_.submit(host().coordinator, {DelegationEnd{delegation_, year_.now()}});
}

void Speakers::closePeriod() {
  const CivilDay served = began_.civilDay();
  year_.submit(host().officer, {PeriodClose{year_.newId(), host().id, served, served, year_.document(), year_.now()}});
}

// An hour that was forgotten: late, so a clerk stands in for it, and two attestors for its minutes.
void Speakers::addToClosedPeriod() {
  HoursClaim forgotten = claim(90);
  forgotten.role = "guide";
  year_.submitByTwo(volunteer(), clerk(), {forgotten});
  year_.submitByTwo(
      host().attestor1, host().attestor2,
      {HoursAttest{forgotten.hours, forgotten.minutes, AttestationMethod::kPresent, HoursReason::kNone, year_.now()}});
}

Digest Speakers::newTicket() {
  Digest ticket;
  year_.random_.fill(ticket.bytes);
  return ticket;
}

KeyRegister Speakers::registration(const Actor& actor, const SubjectId& enrolment, const Digest& ticket) {
  KeyRegister command = year_.scribe_.registration(actor);
  command.enrolment = enrolment;
  command.ticket = ticket;
  return command;
}

void Speakers::enrol() {
  newcomer_ = tests::newActor(year_.random_);
  const Digest ticket = newTicket();
  const SubjectId enrolment = year_.newId();
  year_.submit(clerk(), {PersonRegister{newcomer_->person,
                                        year_.cast_.offices[host().region],
                                        std::string(kRegionTable[host().region].code),
                                        AgeBand::kFrom16to17,
                                        AgeBasis::kDeclared,
                                        {}}});
  year_.submit(host().coordinator, {EnrolmentOffer{enrolment, newcomer_->person, sha256(ticket.view())}});
  year_.submit(*newcomer_, {registration(*newcomer_, enrolment, ticket)});
}

// Somebody says she is the newcomer, who hears of it and stops it; then she loses her key indeed.
void Speakers::loseKey() {
  const auto offer = [&](const Digest& ticket) {
    recovery_ = year_.newId();
    year_.submitByTwo(clerk(), year_.cast_.authority1,
                      {KeyRecoveryOffer{recovery_, newcomer_->person, sha256(ticket.view()), year_.document()}});
  };
  offer(newTicket());
  year_.submit(*newcomer_, {KeyRecoveryCancel{recovery_, year_.now()}});
  recovery_ticket_ = newTicket();
  offer(recovery_ticket_);
}

void Speakers::recoverKey() {
  newcomer_->key = tests::newKey(year_.random_);
  year_.submit(*newcomer_, {registration(*newcomer_, recovery_, recovery_ticket_)});
}

void Speakers::growOlder() {
  year_.submit(clerk(), {AgeBandSet{newcomer_->person, AgeBand::kFrom18to35, AgeBasis::kDeclared, year_.now()}});
}

}  // namespace sample
