#include "audit/replay/personal.h"

#include "audit/replay/policy_documents.h"

namespace audit {
namespace {

// Tags of commitments.
constexpr std::uint16_t kIinTag = 1;
constexpr std::uint16_t kBirthDateTag = 3;
constexpr std::uint16_t kPhoneTag = 4;
constexpr std::uint16_t kAddressTag = 6;  // email stands between them

bool isOfAge(schema::Commitment::Reader commitment) {
  return commitment.getTag() == kIinTag || commitment.getTag() == kBirthDateTag;
}

// How she is reached; every other value names her.
bool isContact(schema::Commitment::Reader commitment) {
  return commitment.getTag() >= kPhoneTag && commitment.getTag() <= kAddressTag;
}

Refusal judgeCorrecting(const State& state, const Case& c, schema::PersonCorrect::Reader command) {
  const auto commitments = command.getCommitments();
  const Id person = idOf(command.getPerson());
  if (commitments.size() == 0) return {"NO_CHANGE", "it commits to no value"};
  if (const auto refusal = judgeCommitments(state, person, commitments, /*of_age=*/false)) return refusal;
  if (allOf(commitments, isContact)) return {};
  if (!command.hasDocument()) return {"DOCUMENT_MISSING", "what names a person is corrected by a document"};
  return c.concerns(person) ? Refusal{"SAME_PERSON", "nobody corrects herself what names her"} : Refusal{};
}

}  // namespace

Refusal judge(const State& state, const Case&, schema::PersonErase::Reader command) {
  const Person* person = find(state.persons, idOf(command.getPerson()));
  if (person == nullptr) return kUnknownSubject;
  return person->erased ? kWrongState : Refusal{};
}

void apply(State& state, const Case&, schema::PersonErase::Reader command) {
  if (Person* person = find(state.persons, idOf(command.getPerson()))) person->erased = true;
}

Refusal judge(const State& state, const Case& c, schema::VaultAccessHash::Reader command) {
  if (command.getDay() >= civilDay(c.recorded_at, 0)) return kInFuture;
  return command.getDay() <= state.last_access_day ? kWrongState : Refusal{};
}

void apply(State& state, const Case&, schema::VaultAccessHash::Reader command) {
  state.last_access_day = command.getDay();
}

Refusal judgeCommitments(const State& state, const Id& person, capnp::List<schema::Commitment>::Reader commitments,
                         bool of_age) {
  const Person* known = find(state.persons, person);
  if (known != nullptr && known->erased && commitments.size() != 0) return kWrongState;
  if (allOf(commitments, [&](auto one) { return isOfAge(one) == of_age; })) return {};
  return {"FIELD_OF_AGE", "what shows an age is told with the age, and nothing else is"};
}

Refusal judgeCorrections(const State& state, const Case& c, schema::Command::Reader command) {
  return command.isPersonCorrect() ? judgeCorrecting(state, c, command.getPersonCorrect()) : Refusal{};
}

}  // namespace audit
