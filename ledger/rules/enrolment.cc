#include "ledger/rules/enrolment.h"

#include "ledger/base/limits.h"
#include "ledger/rules/acting.h"
#include "ledger/rules/refusal.h"

namespace ledger {
namespace {

Result<void> checkTimes(const EnrolmentRecord& offer, UtcMs now) {
  const UtcMs from = offer.offered_at + (offer.recovers ? limits::kRecoveryWait : 0);
  if (now < from) {
    return refuse("TICKET_EARLY", "a ticket after a loss counts from " + Instant{from, 0}.text() +
                                      " on, so that the person can cancel it until then");
  }
  if (now <= from + limits::kTicketWithin) return {};
  return refuse("TICKET_EXPIRED", "the ticket counted until " + Instant{from + limits::kTicketWithin, 0}.text() +
                                      ": ask for another one");
}

bool hadKey(const State& state, const PersonId& person) {
  return state.persons.find(person)->has_key;
}

}  // namespace

Result<void> checkTicket(const State& state, const KeyRegister& command, const Context& context) {
  if (command.enrolment.isNone() && command.ticket.isZero()) return {};
  if (command.enrolment.isNone() || command.ticket.isZero())
    return refuse("TICKET_WRONG", "a ticket goes with the enrolment it was made for: name both or neither");
  const auto* offer = state.enrolments.find(command.enrolment);
  if (offer == nullptr)
    return refuse("UNKNOWN_SUBJECT", "enrolment " + command.enrolment.text() + " is not in the ledger: check the id");
  if (offer->person != command.person || sha256(command.ticket.view()) != offer->ticket_hash) {
    return refuse("TICKET_WRONG", "the enrolment " + command.enrolment.text() +
                                      " is of another person, or was made for another ticket");
  }
  if (context.key != command.key || context.person != command.person)
    return refuse("KEY_OF_OTHER_PERSON", "who registers a key by a ticket signs with that very key");
  if (!offer->recovers && hadKey(state, command.person)) {
    return refuse("WRONG_STATE", "person " + command.person.text() +
                                     " has had a key since the ticket was offered: it was for her first one");
  }
  return checkTimes(*offer, context.recorded_at);
}

Result<Decision> judge(const State& state, const EnrolmentOffer& command, const Context&) {
  if (!hadKey(state, command.person)) return Decision{};
  return refuse("WRONG_STATE",
                "person " + command.person.text() +
                    " has had a key: offer a recovery where it is lost, else she registers further ones");
}

void evolve(State& state, const EnrolmentOffer& command, const Context& context) {
  state.enrolments.edit(command.enrolment) =
      EnrolmentRecord{command.person, command.ticket_hash, context.recorded_at, /*recovers=*/false};
}

Result<Decision> judge(const State& state, const KeyRecoveryOffer& command, const Context& context) {
  if (!hadKey(state, command.person))
    return refuse("WRONG_STATE", "person " + command.person.text() + " never had a key: offer an enrolment");
  if (!isActing(context, command.person)) return Decision{};
  return refuse("SAME_PERSON", "nobody offers a recovery to themselves: two other persons make sure who it is");
}

void evolve(State& state, const KeyRecoveryOffer& command, const Context& context) {
  state.enrolments.edit(command.enrolment) =
      EnrolmentRecord{command.person, command.ticket_hash, context.recorded_at, /*recovers=*/true};
}

}  // namespace ledger
