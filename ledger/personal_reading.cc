#include "ledger/personal_reading.h"

#include "ledger/rules/keys.h"
#include "ledger/rules/personal.h"
#include "ledger/rules/refusal.h"
#include "ledger/rules/roles.h"

namespace ledger {

Result<void> mayRead(const State& state, const Reading& reading) {
  ASAR_TRY(checkSigningKey(state, reading.reader, reading.key));
  const auto* person = state.persons.find(reading.person);
  if (person == nullptr)
    return Error{ErrorCode::kNotFound, "PERSON_UNKNOWN", "no person " + reading.person.text() + " is registered"};
  Context now;
  now.recorded_at = reading.at;
  if (reading.reader == reading.person || holdsRole(state, reading.reader, Role::kAuditor, {}, now) ||
      holdsRole(state, reading.reader, Role::kClerk, person->office, now)) {
    return {};
  }
  return refuse("ROLE_MISSING",
                "personal values are shown to the person, a clerk of the person's office and auditors; " +
                    reading.reader.text() + " is none of them");
}

Result<std::vector<PersonalValue>> readPersonal(const State& state, Vault& vault, AccessList& accesses,
                                                const Reading& reading) {
  ASAR_TRY(mayRead(state, reading));
  if (const auto* erasure = state.erased.find(reading.person)) {
    return Error{ErrorCode::kNotFound, "PERSON_ERASED",
                 "the values of " + reading.person.text() + " were erased, as entry " + std::to_string(erasure->index) +
                     " says"};
  }
  auto values = vault.read(reading.person);
  if (!values) return values;
  // Of those replaced in a moment, or before a crash, nothing is shown either.
  std::erase_if(*values, [&](const PersonalValue& value) {
    return !stands(state, value.person, value.opening.tag, value.opening.commitment);
  });
  Access access{reading.at, reading.reader, reading.person, {}, reading.purpose};
  for (const PersonalValue& value : *values) access.fields.push_back(static_cast<Field>(value.opening.tag));
  ASAR_TRY(accesses.add(access));
  return values;
}

}  // namespace ledger
