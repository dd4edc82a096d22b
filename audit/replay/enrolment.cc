#include "audit/replay/enrolment.h"

#include "audit/base/sha256.h"

namespace audit {
namespace {

constexpr std::int64_t kCountsForMs = 14 * kDayMs;
constexpr std::int64_t kRecoveryWaitsMs = 3 * kDayMs;

Refusal judgeTime(const Case& c, const Enrolment& offer) {
  const std::int64_t from = saturated(offer.since_ms, offer.recovery ? kRecoveryWaitsMs : 0);
  if (c.recorded_at < from) return {"TICKET_EARLY", "72 hours have not passed since the recovery was offered"};
  if (c.recorded_at > saturated(from, kCountsForMs)) return {"TICKET_EXPIRED", "the ticket counted for 14 days"};
  return {};
}

Refusal judgeOffer(const State& state, const Id& id, bool had_key) {
  const Person* person = find(state.persons, id);
  if (person == nullptr) return kUnknownSubject;
  return (person->keys != 0) == had_key ? Refusal{} : kWrongState;
}

void addOffer(State& state, const Id& id, const Enrolment& offer) {
  state.enrolments.try_emplace(id, offer);
}

}  // namespace

Refusal judgeTicket(const State& state, const Case& c, schema::KeyRegister::Reader command) {
  constexpr Refusal kWrong{"TICKET_WRONG", "it is not the ticket of an enrolment of that person"};
  if (command.hasEnrolment() != command.hasTicket()) return kWrong;
  if (!command.hasEnrolment()) return {};
  const Enrolment* offer = find(state.enrolments, idOf(command.getEnrolment()));
  if (offer == nullptr) return kUnknownSubject;
  if (offer->person != idOf(command.getPerson()) || sha256(command.getTicket()) != offer->ticket_hash) return kWrong;
  if (const auto refusal = judgeTime(c, *offer)) return refusal;
  const Person* person = find(state.persons, offer->person);
  if (!offer->recovery && person != nullptr && person->keys != 0)
    return {"WRONG_STATE", "an enrolment is for a first key, and the person has one"};
  if (c.key != fixed<32>(command.getKey()))
    return {"KEY_OF_OTHER_PERSON", "an enrolment is signed with the key that it registers"};
  return {};
}

Refusal judgeEnrolment(const State& state, const Case& c, schema::Command::Reader command) {
  if (command.isEnrolmentOffer()) return judgeOffer(state, idOf(command.getEnrolmentOffer().getPerson()), false);
  if (!command.isKeyRecoveryOffer()) return {};
  const Id person = idOf(command.getKeyRecoveryOffer().getPerson());
  if (const auto refusal = judgeOffer(state, person, true)) return refusal;
  return c.concerns(person) ? Refusal{"SAME_PERSON", "nobody offers herself a recovery"} : Refusal{};
}

void applyEnrolment(State& state, const Case& c, schema::Command::Reader command) {
  if (command.isEnrolmentOffer()) {
    const auto offer = command.getEnrolmentOffer();
    addOffer(state, idOf(offer.getEnrolment()),
             {idOf(offer.getPerson()), fixed<32>(offer.getTicketHash()), c.recorded_at, false});
  }
  if (command.isKeyRecoveryOffer()) {
    const auto offer = command.getKeyRecoveryOffer();
    addOffer(state, idOf(offer.getEnrolment()),
             {idOf(offer.getPerson()), fixed<32>(offer.getTicketHash()), c.recorded_at, true});
  }
}

}  // namespace audit
