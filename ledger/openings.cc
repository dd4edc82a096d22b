#include "ledger/openings.h"

#include <algorithm>
#include <chrono>
#include <map>
#include <optional>
#include <span>

#include "ledger/base/limits.h"
#include "ledger/rules/refusal.h"
#include "ledger/vault/field.h"

namespace ledger {
namespace {

constexpr std::int16_t kOffsetMinutes = 300;  // the civil day of a signature, for ages

using Committed = std::map<Digest, std::pair<PersonId, std::uint16_t>>;

// The values that a command commits to, and what it says of their person's age.
struct Committing {
  PersonId person;
  std::span<const Commitment> commitments;
  bool says_age = false;
  AgeBand band{};
  AgeBasis basis{};
};

std::optional<Committing> committingIn(const CommandBody& body) {
  if (const auto* one = body.as<PersonRegister>())
    return Committing{one->person, one->commitments, true, one->age_band, one->age_basis};
  if (const auto* one = body.as<AgeBandSet>())
    return Committing{one->person, one->commitments, true, one->age_band, one->age_basis};
  if (const auto* one = body.as<PersonCorrect>()) return Committing{one->person, one->commitments};
  return std::nullopt;
}

Committed committedIn(const CheckedSubmission& submission) {
  Committed committed;
  for (const Command& command : submission.commands) {
    const auto committing = committingIn(command.body);
    if (!committing) continue;
    for (const Commitment& one : committing->commitments)
      committed.emplace(one.digest, std::pair(committing->person, one.tag));
  }
  return committed;
}

Result<PersonalValue> fitOne(const Committed& committed, const SubmissionId& submission, const Opening& opening) {
  const std::string which = "the opening of " + opening.commitment.hex();
  const auto found = committed.find(opening.commitment);
  if (found == committed.end()) return refuse("OPENING_UNKNOWN", which + " opens no commitment of its submission");
  const auto& [person, tag] = found->second;
  if (opening.tag != tag || opening.value.size() > limits::kPersonalValueBytesMax ||
      commitmentOf(opening.tag, opening.salt, opening.value) != opening.commitment) {
    return refuse("COMMITMENT_MISMATCH", which + " has not the tag, salt and value that were committed to");
  }
  const auto field = fieldOf(opening.tag);
  if (!field) return field.error();
  ASAR_TRY(checkValue(*field, asText(opening.value)));
  return PersonalValue{person, submission, opening};
}

// Compares whenever a day of birth was sent along, also where the band is only declared.
Result<void> checkAge(const Committing& said, const std::vector<PersonalValue>& values, CivilDay today) {
  bool known = false;
  for (const PersonalValue& value : values) {
    const auto is_this = [&](const Commitment& one) { return one.digest == value.opening.commitment; };
    if (value.person != said.person || std::ranges::none_of(said.commitments, is_this)) continue;
    const auto born = birthDayIn(static_cast<Field>(value.opening.tag), asText(value.opening.value));
    if (!born) continue;
    known = true;
    if (ageBandOf(*born, today) != said.band)
      return refuse("AGE_DIFFERS", "the age band of " + said.person.text() + " is not that of the day of birth sent");
  }
  if (known || said.basis != AgeBasis::kVault) return {};
  return refuse("AGE_UNPROVED", "the age of " + said.person.text() +
                                    " is said to come from the vault: send iin or birthDate along, or say declared");
}

}  // namespace

AgeBand ageBandOf(CivilDay born, CivilDay today) {
  using std::chrono::days;
  const std::chrono::year_month_day birth{std::chrono::sys_days(days(born))};
  const std::chrono::year_month_day now{std::chrono::sys_days(days(today))};
  int age = static_cast<int>(now.year()) - static_cast<int>(birth.year());
  if (std::pair(now.month(), now.day()) < std::pair(birth.month(), birth.day())) --age;
  if (age < 14) return AgeBand::kUnder14;
  if (age < 16) return AgeBand::kFrom14to15;
  if (age < 18) return AgeBand::kFrom16to17;
  if (age < 36) return AgeBand::kFrom18to35;
  return age < 60 ? AgeBand::kFrom36to59 : AgeBand::kFrom60;
}

Result<std::vector<PersonalValue>> fitOpenings(const CheckedSubmission& submission) {
  const Committed committed = committedIn(submission);
  std::vector<PersonalValue> values;
  for (const Opening& opening : submission.openings) {
    auto value = fitOne(committed, submission.header.submission, opening);
    if (!value) return value.error();
    const auto same = [&](const PersonalValue& one) { return one.opening.commitment == opening.commitment; };
    if (std::ranges::any_of(values, same))
      return refuse("OPENING_TWICE", "the commitment " + opening.commitment.hex() + " is opened twice");
    values.push_back(std::move(*value));
  }
  const CivilDay today = Instant{submission.header.signed_at, kOffsetMinutes}.civilDay();
  for (const Command& command : submission.commands) {
    const auto said = committingIn(command.body);
    if (said && said->says_age) ASAR_TRY(checkAge(*said, values, today));
  }
  return values;
}

}  // namespace ledger
