// asar person show|erase|verify-erasure: a person's values, and their end, in all her profiles.
#include <algorithm>

#include "ledger/event/describe.h"
#include "ledger/personal_reading.h"
#include "ledger/rules/profiles.h"
#include "tools/asar/commands.h"
#include "tools/asar/exit_code.h"
#include "tools/asar/home.h"
#include "tools/asar/keys.h"
#include "tools/asar/print.h"
#include "tools/asar/signing.h"
#include "tools/asar/submit.h"
#include "tools/asar/vault_home.h"

namespace tools {
namespace {

using ledger::Error;
using ledger::ErrorCode;
using ledger::JsonValue;
using ledger::Result;

Result<ledger::PersonId> personArgument(const Arguments& arguments) {
  return ledger::PersonId::parse(arguments.get("subject"));
}

Error usage(std::string message) {
  return {ErrorCode::kInvalid, "USAGE", std::move(message)};
}

Result<ledger::Purpose> purposeOf(const Arguments& arguments) {
  std::string names;
  for (const auto purpose : ledger::allPurposes()) names += (names.empty() ? "" : ", ") + std::string(nameOf(purpose));
  if (const auto purpose = ledger::purposeNamed(arguments.get("for"))) return *purpose;
  return usage("--for says what the values are read for, one of " + names);
}

// The state of the log, beside a writer too.
Result<std::unique_ptr<ledger::Ledger>> replayed(Session& session, const Reading& reading) {
  return ledger::Ledger::open({*reading.log, session.clock, session.random, {}, session.notices});
}

Result<std::vector<ledger::PersonalValue>> readValues(Session& session, const Arguments& arguments,
                                                      const ledger::PersonId& person) {
  const auto purpose = purposeOf(arguments);
  if (!purpose) return purpose.error();
  const auto key = readKey(session, arguments.get("key"), ledger::KeyPurpose::kActor, arguments);
  if (!key) return key.error();
  const auto reader = personOf(arguments, key->stored);
  if (!reader) return reader.error();
  const auto reading = openForReading(session);
  if (!reading) return reading.error();
  const auto vault = requireVault(session, reading->founding.id);
  if (!vault) return vault.error();
  const auto ledger = replayed(session, *reading);
  if (!ledger) return ledger.error();
  ASAR_TRY(unlockVault(session, arguments, **vault));
  ledger::AccessList accesses(accessFolder(session));
  const ledger::Reading asked{*reader, ledger::actorKeyOf(key->pair), person, *purpose, session.clock.now()};
  Result<std::vector<ledger::PersonalValue>> values = Error{};
  (*ledger)->inspect(
      [&](const ledger::State& state) { values = ledger::readPersonal(state, **vault, accesses, asked); });
  return values;
}

Result<Answer> show(Session& session, const Arguments& arguments) {
  const auto person = personArgument(arguments);
  if (!person) return person.error();
  const auto values = readValues(session, arguments, *person);
  if (!values) return values.error();
  JsonValue::List list;
  std::vector<std::pair<std::string, std::string>> rows;
  for (const auto& value : *values) {
    const std::string field(nameOf(static_cast<ledger::Field>(value.opening.tag)));
    const std::string text(ledger::asText(value.opening.value));
    list.emplace_back(JsonValue::Fields{{"field", field},
                                        {"tag", int{value.opening.tag}},
                                        {"value", text},
                                        {"salt", value.opening.salt.hex()},
                                        {"commitment", value.opening.commitment.hex()},
                                        {"submission", value.submission.text()}});
    rows.emplace_back(field, text);
  }
  Answer answer;
  answer.json = JsonValue::Fields{{"person", person->text()}, {"values", std::move(list)}};
  answer.text = rows.empty() ? say(session.language, "person.no.values", {person->text()}) : alignedLines(rows);
  return answer;
}

Result<ledger::ErasureBasis> basisOf(const Arguments& arguments) {
  const std::string word = arguments.get("basis", "request");
  std::string names;
  for (std::size_t i = 0; i < ledger::kEnumerants<ledger::ErasureBasis>; ++i) {
    const auto basis = static_cast<ledger::ErasureBasis>(i);
    if (word == nameOf(basis)) return basis;
    names += (names.empty() ? "" : ", ") + std::string(nameOf(basis));
  }
  return usage("--basis is one of " + names);
}

// One registration of a person, and what became of it.
struct Profile {
  ledger::PersonId id;
  std::optional<ledger::ErasureRecord> erasure;
};

// All registrations that are of that person, the surviving one first; none of somebody unknown.
std::vector<Profile> profilesOf(ledger::Ledger& ledger, const ledger::PersonId& person) {
  std::vector<Profile> profiles;
  ledger.inspect([&](const ledger::State& state) {
    if (!state.persons.has(person)) return;
    ledger::eachProfile(state, person, [&](const ledger::PersonId& id) {
      const auto* record = state.erased.find(id);
      profiles.push_back({id, record == nullptr ? std::nullopt : std::optional(*record)});
    });
  });
  return profiles;
}

Error unknownPerson(const ledger::PersonId& person) {
  return {ErrorCode::kNotFound, "PERSON_UNKNOWN", "no person " + person.text() + " is registered"};
}

// What is still to be said of them, so that an entry erases each.
std::vector<ledger::PersonErase> missingOf(const std::vector<Profile>& profiles, ledger::ErasureBasis basis) {
  std::vector<ledger::PersonErase> missing;
  for (const Profile& profile : profiles) {
    if (!profile.erasure) missing.push_back({profile.id, basis});
  }
  return missing;
}

// All of them or none, so that no profile stays behind.
Result<ledger::Receipt> submitErasures(Session& session, const Arguments& arguments, Writing& writing,
                                       const std::vector<ledger::PersonErase>& erasures) {
  const auto signing = signingFrom(session, arguments, writing);
  if (!signing) return signing.error();
  Group group;
  group.id = signing->first_id;
  group.visibility = ledger::traitsOf(ledger::Kind::kPersonErase).visibility;
  for (const ledger::PersonErase& erasure : erasures)
    group.commands.push_back({session.random.id<ledger::NonceId>(), {}, erasure});
  return writing.ledger->submit(signGroup(group, *signing, session.clock.now()));
}

Result<Answer> erase(Session& session, const Arguments& arguments) {
  const auto person = personArgument(arguments);
  if (!person) return person.error();
  const auto basis = basisOf(arguments);
  if (!basis) return basis.error();
  auto writing = openForWriting(session);
  if (!writing) return writing.error();
  const auto profiles = profilesOf(*writing->ledger, *person);
  if (profiles.empty()) return unknownPerson(*person);
  Answer answer;
  JsonValue::List entries;
  // Opening has finished whatever was left of an earlier erasure.
  const auto missing = missingOf(profiles, *basis);
  if (!missing.empty()) {
    const auto receipt = submitErasures(session, arguments, *writing, missing);
    if (!receipt) return receipt.error();
    ledger::Position entry = receipt->submission;
    for (const ledger::PersonErase& one : missing)
      entries.emplace_back(JsonValue::Fields{{"profile", one.person.text()}, {"entry", ++entry}});
  }
  const bool done = missingOf(profilesOf(*writing->ledger, *person), *basis).empty();
  if (!missing.empty()) sealAfterwards(session, arguments, *writing, answer);
  for (const Profile& profile : profiles)
    answer.text +=
        say(session.language, done ? "person.erased" : "person.erasure.proposed", {profile.id.text()}) + "\n";
  answer.json = JsonValue::Fields{{"person", person->text()}, {"entries", std::move(entries)}, {"erased", done}};
  return answer;
}

struct Check {
  std::vector<std::pair<Profile, ledger::Remains>> profiles;
  bool has_vault = false;
  bool rotated = false;  // since the last of the erasures
  std::uint32_t generation = 0;

  // Of all profiles together.
  ledger::Remains left() const {
    ledger::Remains all;
    for (const auto& [profile, remains] : profiles) {
      all.key = all.key || remains.key;
      all.values += remains.values;
      all.index_rows += remains.index_rows;
      all.files += remains.files;
    }
    return all;
  }
};

// Looks into the vault, where there is one.
Result<void> lookInto(ledger::Vault& vault, Check& check) {
  ledger::Position last = 0;
  for (auto& [profile, remains] : check.profiles) {
    auto found = vault.remainsOf(profile.id);
    if (!found) return found.error();
    remains = *found;
    last = std::max(last, profile.erasure->index);
  }
  const auto figures = vault.figures();
  if (!figures) return figures.error();
  check.rotated = figures->made.size > last;
  check.generation = vault.generation();
  return {};
}

Result<Check> examine(Session& session, const ledger::PersonId& person) {
  const auto reading = openForReading(session);
  if (!reading) return reading.error();
  const auto vault = openVault(session, reading->founding.id, /*writes=*/false);
  if (!vault) return vault.error();
  const auto ledger = replayed(session, *reading);
  if (!ledger) return ledger.error();
  Check check;
  for (const Profile& profile : profilesOf(**ledger, person)) {
    if (!profile.erasure) {
      return Error{ErrorCode::kNotFound, "NOT_ERASED",
                   "no entry erases " + profile.id.text() + ": `asar person erase " + person.text() + "`"};
    }
    check.profiles.emplace_back(profile, ledger::Remains{});
  }
  if (check.profiles.empty()) return unknownPerson(person);
  check.has_vault = *vault != nullptr;
  if (check.has_vault) ASAR_TRY(lookInto(**vault, check));
  return check;
}

JsonValue::Fields remainsJson(const ledger::Remains& left) {
  return {{"keyPresent", left.key},
          {"values", std::uint64_t{left.values}},
          {"indexRows", std::uint64_t{left.index_rows}},
          {"filesWithId", std::uint64_t{left.files}}};
}

Result<Answer> verifyErasure(Session& session, const Arguments& arguments) {
  const auto person = personArgument(arguments);
  if (!person) return person.error();
  const auto check = examine(session, *person);
  if (!check) return check.error();
  const auto left = check->left();
  Answer answer;
  JsonValue::List profiles;
  for (const auto& [profile, remains] : check->profiles) {
    const std::string at = ledger::Instant{profile.erasure->recorded_at, 0}.text();
    JsonValue::Fields fields{{"profile", profile.id.text()}, {"entry", profile.erasure->index}, {"recordedAt", at}};
    for (auto& field : remainsJson(remains)) fields.push_back(std::move(field));
    profiles.emplace_back(std::move(fields));
    answer.text += alignedLines({{"erased", profile.id.text()},
                                 {"entry", std::to_string(profile.erasure->index) + ", " + at},
                                 {"key", remains.key ? "still there" : "gone"},
                                 {"values", std::to_string(remains.values)},
                                 {"index rows", std::to_string(remains.index_rows)},
                                 {"files", std::to_string(remains.files)}});
  }
  const bool rotated = check->rotated || !check->has_vault;
  answer.json = JsonValue::Fields{{"person", person->text()}, {"profiles", std::move(profiles)}};
  for (auto& [name, value] : remainsJson(left)) answer.json.set(name, std::move(value));
  answer.json.set("generation", std::uint64_t{check->generation});
  answer.json.set("rotatedSince", rotated);
  answer.json.set("complete", left.none());
  answer.text += say(session.language, !left.none() ? "person.erasure.pending"
                                       : rotated    ? "person.erasure.complete"
                                                    : "person.erasure.rotate");
  answer.exit_code = left.none() ? kOk : kFindings;
  return answer;
}

}  // namespace

CommandTable personCommands() {
  const OptionSpec passphrase{"passphrase-file", "FILE"};
  return {{"person",
           "show",
           {{"subject"}},
           {{"key", "FILE", true},
            {"person", "ID"},
            {"for", "PURPOSE", true},
            passphrase,
            {"vault-passphrase-file", "FILE"}},
           show},
          {"person",
           "erase",
           {{"subject"}},
           {{"key", "FILE", true},
            {"person", "ID"},
            {"basis", "BASIS"},
            {"submission-id", "ID"},
            {"signed-at", "TIME"},
            passphrase},
           erase},
          {"person", "verify-erasure", {{"subject"}}, {}, verifyErasure}};
}

}  // namespace tools
