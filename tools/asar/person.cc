// asar person show|erase|verify-erasure: a person's values, and their end.
#include "ledger/event/describe.h"
#include "ledger/personal_reading.h"
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

struct Standing {
  std::optional<ledger::ErasureRecord> erasure;
  bool known = false;
};

Standing standingOf(ledger::Ledger& ledger, const ledger::PersonId& person) {
  Standing standing;
  ledger.inspect([&](const ledger::State& state) {
    standing.known = state.persons.has(person);
    if (const auto* record = state.erased.find(person)) standing.erasure = *record;
  });
  return standing;
}

Result<ledger::Receipt> submitErasure(Session& session, const Arguments& arguments, Writing& writing,
                                      const ledger::PersonErase& erasure) {
  const auto signing = signingFrom(session, arguments, writing);
  if (!signing) return signing.error();
  const ledger::Command command{session.random.id<ledger::NonceId>(), {}, erasure};
  Group group;
  group.id = signing->first_id;
  group.visibility = ledger::traitsOf(ledger::kindOf(command)).visibility;
  group.commands.push_back(command);
  return writing.ledger->submit(signGroup(group, *signing, session.clock.now()));
}

Result<Answer> erase(Session& session, const Arguments& arguments) {
  const auto person = personArgument(arguments);
  if (!person) return person.error();
  const auto basis = basisOf(arguments);
  if (!basis) return basis.error();
  auto writing = openForWriting(session);
  if (!writing) return writing.error();
  Answer answer;
  JsonValue::Fields fields{{"person", person->text()}};
  // Opening has finished whatever was left of an earlier erasure.
  if (!standingOf(*writing->ledger, *person).erasure) {
    const auto receipt = submitErasure(session, arguments, *writing, {*person, *basis});
    if (!receipt) return receipt.error();
    fields.emplace_back("entry", receipt->submission + 1);
    sealAfterwards(session, arguments, *writing, answer);
  }
  const bool done = standingOf(*writing->ledger, *person).erasure.has_value();
  fields.emplace_back("erased", done);
  answer.text = say(session.language, done ? "person.erased" : "person.erasure.proposed", {person->text()});
  answer.json = std::move(fields);
  return answer;
}

struct Check {
  ledger::ErasureRecord erasure;
  ledger::Remains remains;
  bool has_vault = false;
  bool rotated = false;  // since the erasure
  std::uint32_t generation = 0;
};

Result<Check> examine(Session& session, const ledger::PersonId& person) {
  const auto reading = openForReading(session);
  if (!reading) return reading.error();
  const auto vault = openVault(session, reading->founding.id, /*writes=*/false);
  if (!vault) return vault.error();
  const auto ledger = replayed(session, *reading);
  if (!ledger) return ledger.error();
  const Standing standing = standingOf(**ledger, person);
  if (!standing.known)
    return Error{ErrorCode::kNotFound, "PERSON_UNKNOWN", "no person " + person.text() + " is registered"};
  if (!standing.erasure)
    return Error{ErrorCode::kNotFound, "NOT_ERASED", "no entry erases " + person.text() + ": `asar person erase`"};
  Check check{*standing.erasure, {}, *vault != nullptr, false, 0};
  if (!*vault) return check;
  const auto remains = (*vault)->remainsOf(person);
  if (!remains) return remains.error();
  const auto figures = (*vault)->figures();
  if (!figures) return figures.error();
  check.remains = *remains;
  check.rotated = figures->made.size > standing.erasure->index;
  check.generation = (*vault)->generation();
  return check;
}

Result<Answer> verifyErasure(Session& session, const Arguments& arguments) {
  const auto person = personArgument(arguments);
  if (!person) return person.error();
  const auto check = examine(session, *person);
  if (!check) return check.error();
  const auto& left = check->remains;
  const std::string at = ledger::Instant{check->erasure.recorded_at, 0}.text();
  Answer answer;
  answer.json = JsonValue::Fields{{"person", person->text()},
                                  {"entry", check->erasure.index},
                                  {"recordedAt", at},
                                  {"keyPresent", left.key},
                                  {"values", std::uint64_t{left.values}},
                                  {"indexRows", std::uint64_t{left.index_rows}},
                                  {"filesWithId", std::uint64_t{left.files}},
                                  {"generation", std::uint64_t{check->generation}},
                                  {"rotatedSince", check->rotated || !check->has_vault},
                                  {"complete", left.none()}};
  answer.text = alignedLines({{"erased", "entry " + std::to_string(check->erasure.index) + ", " + at},
                              {"key", left.key ? "still there" : "gone"},
                              {"values", std::to_string(left.values)},
                              {"index rows", std::to_string(left.index_rows)},
                              {"files", std::to_string(left.files)}}) +
                std::string(say(session.language, !left.none()                          ? "person.erasure.pending"
                                                  : check->rotated || !check->has_vault ? "person.erasure.complete"
                                                                                        : "person.erasure.rotate"));
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
