#include "ledger/rules/personal.h"

#include <algorithm>

#include "ledger/rules/acting.h"
#include "ledger/rules/refusal.h"

namespace ledger {
namespace {

// Tags of personal values, as README.md section 2 names them; the vault has more to say of each.
constexpr std::uint16_t kIinTag = 1;
constexpr std::uint16_t kBirthDateTag = 3;
constexpr std::uint16_t kPhoneTag = 4;
constexpr std::uint16_t kEmailTag = 5;
constexpr std::uint16_t kAddressTag = 6;

// How the person is reached, which she says herself and without a paper.
bool isContact(const Commitment& one) {
  return one.tag == kPhoneTag || one.tag == kEmailTag || one.tag == kAddressTag;
}

}  // namespace

bool stands(const State& state, const PersonId& person, std::uint16_t tag, const Digest& commitment) {
  if (state.erased.has(person)) return false;
  const auto* replaced_by = state.replaced.find({person, tag});
  return replaced_by == nullptr || std::ranges::find(*replaced_by, commitment) != replaced_by->end();
}

bool showsAge(const Commitment& commitment) {
  return commitment.tag == kIinTag || commitment.tag == kBirthDateTag;
}

Result<void> checkReplacing(const State& state, const PersonId& person, std::span<const Commitment> commitments) {
  if (commitments.empty() || !state.erased.has(person)) return {};
  return refuse("WRONG_STATE", "the personal data of " + person.text() + " was erased: none is committed to any more");
}

void replaceValues(State& state, const PersonId& person, std::span<const Commitment> commitments) {
  for (const Commitment& one : commitments) state.replaced.edit({person, one.tag}).clear();
  for (const Commitment& one : commitments) state.replaced.edit({person, one.tag}).push_back(one.digest);
}

Result<Decision> judge(const State& state, const PersonCorrect& command, const Context& context) {
  const auto& commitments = command.commitments;
  if (commitments.empty())
    return refuse("NO_CHANGE",
                  "the correction commits to no value: send the new one along, or at least its commitment");
  ASAR_TRY(checkReplacing(state, command.person, commitments));
  if (std::ranges::any_of(commitments, showsAge)) {
    return refuse(
        "FIELD_OF_AGE",
        "an iin or birthDate shows the age of its person: correct it with ageBandSet, which says the band too");
  }
  if (std::ranges::all_of(commitments, isContact)) return Decision{};
  if (command.document.isZero()) {
    return refuse("DOCUMENT_MISSING",
                  "what names a person is corrected by a document: give its hash; only phone, email and address go "
                  "without one");
  }
  if (!isActing(context, command.person)) return Decision{};
  return refuse("SAME_PERSON", "what names a person she does not correct herself: a clerk of her office does");
}

void evolve(State& state, const PersonCorrect& command, const Context&) {
  replaceValues(state, command.person, command.commitments);
}

Result<Decision> judge(const State& state, const PersonErase& command, const Context&) {
  if (!state.erased.has(command.person)) return Decision{};
  return refuse("WRONG_STATE", "the personal data of " + command.person.text() + " was erased already");
}

void evolve(State& state, const PersonErase& command, const Context& context) {
  state.erased.edit(command.person) = ErasureRecord{context.index, context.recorded_at};
}

Result<Decision> judge(const State& state, const VaultAccessHash& command, const Context& context) {
  if (command.day >= Instant{context.recorded_at, 0}.civilDay())
    return refuse("IN_FUTURE", dayText(command.day) + " is not over yet in UTC: accesses may still follow");
  if (command.day <= state.ledger().last_access_day) {
    return refuse("WRONG_STATE", "the accesses of " + dayText(state.ledger().last_access_day) +
                                     " are in the log: days come in order, each once");
  }
  return Decision{};
}

void evolve(State& state, const VaultAccessHash& command, const Context&) {
  state.editLedger().last_access_day = command.day;
}

}  // namespace ledger
