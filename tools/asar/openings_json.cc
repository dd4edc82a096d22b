#include "tools/asar/openings_json.h"

#include <algorithm>

#include "ledger/vault/commitment.h"
#include "ledger/vault/field.h"
#include "ledger/vault/person_name.h"

namespace tools {
namespace {

using ledger::Error;
using ledger::ErrorCode;
using ledger::Field;
using ledger::JsonValue;
using ledger::Opening;
using ledger::Result;

Error shape(const std::string& why) {
  return {
      ErrorCode::kInvalid, "OPENING_SHAPE",
      R"(openings are a list of {"field":NAME,"value":TEXT}, with "salt" of 64 hex digits where it is known: )" + why};
}

const std::string* textAt(const JsonValue& object, std::string_view name) {
  const auto* field = object.find(name);
  return field == nullptr ? nullptr : field->text();
}

Result<Field> fieldIn(const JsonValue& object) {
  if (const auto* name = textAt(object, "field")) {
    if (const auto field = ledger::fieldNamed(*name)) return *field;
    return Error{ErrorCode::kInvalid, "FIELD_UNKNOWN", "the vault keeps no such field as this one names"};
  }
  const auto* tag = object.find("tag");
  if (tag == nullptr || tag->integer() == nullptr || *tag->integer() < 0 || *tag->integer() > UINT16_MAX)
    return shape("one has neither field nor tag");
  return ledger::fieldOf(static_cast<std::uint16_t>(*tag->integer()));
}

bool isName(Field field) {
  return field == Field::kName || field == Field::kFamilyName || field == Field::kGivenName ||
         field == Field::kPatronymic;
}

Result<ledger::Digest> saltIn(const JsonValue& object, ledger::Random& random, bool& drawn) {
  if (object.find("salt") == nullptr) {
    ledger::Digest salt;
    random.fill(salt.bytes);
    drawn = true;
    return salt;
  }
  const auto* text = textAt(object, "salt");
  const auto bytes = text == nullptr ? Result<ledger::Bytes>(Error{}) : ledger::fromHex(*text);
  constexpr std::size_t kSaltBytes = 32;
  if (!bytes || bytes->size() != kSaltBytes) return shape("a salt is 64 hex digits");
  return ledger::Digest::from(*bytes);
}

Result<Opening> openingFrom(const JsonValue& object, ledger::Random& random, bool& drawn) {
  if (object.fields() == nullptr) return shape("one is no object");
  for (const auto& [name, value] : *object.fields()) {
    constexpr std::string_view kKnown[] = {"field", "tag", "salt", "value"};
    if (std::ranges::find(kKnown, name) == std::end(kKnown)) return shape("one has a further field");
  }
  const auto field = fieldIn(object);
  if (!field) return field.error();
  const auto* value = textAt(object, "value");
  if (value == nullptr) return shape("one has no value that is a text");
  const auto salt = saltIn(object, random, drawn);
  if (!salt) return salt.error();
  const auto spelt = isName(*field) ? ledger::normalisedName(*value) : Result<std::string>(*value);
  if (!spelt) return spelt.error();
  ASAR_TRY(ledger::checkValue(*field, *spelt));
  Opening opening;
  opening.tag = static_cast<std::uint16_t>(*field);
  opening.salt = *salt;
  opening.value = ledger::toBytes(ledger::asBytes(*spelt));
  opening.commitment = ledger::commitmentOf(opening.tag, opening.salt, opening.value);
  return opening;
}

}  // namespace

std::vector<ledger::Commitment>* commitmentsIn(ledger::CommandBody& body) {
  if (body.is<ledger::PersonRegister>()) return &body.edit<ledger::PersonRegister>().commitments;
  if (body.is<ledger::AgeBandSet>()) return &body.edit<ledger::AgeBandSet>().commitments;
  if (body.is<ledger::PersonCorrect>()) return &body.edit<ledger::PersonCorrect>().commitments;
  return nullptr;
}

Result<TakenOpenings> takeOpenings(JsonValue& command, ledger::Random& random) {
  TakenOpenings taken;
  const auto* given = command.find("openings");
  if (given == nullptr) return taken;
  if (given->list() == nullptr) return shape("they are no list");
  for (const JsonValue& one : *given->list()) {
    auto opening = openingFrom(one, random, taken.drawn);
    if (!opening) return opening.error();
    taken.openings.push_back(std::move(*opening));
  }
  std::erase_if(*command.fields(), [](const JsonValue::Field& field) { return field.first == "openings"; });
  return taken;
}

Result<void> commitTo(const std::vector<Opening>& openings, ledger::Command& command) {
  if (openings.empty()) return {};
  auto* commitments = commitmentsIn(command.body);
  if (commitments == nullptr) {
    return Error{ErrorCode::kRefused, "OPENING_UNKNOWN",
                 "only personRegister, ageBandSet and personCorrect commit to personal values"};
  }
  for (const Opening& opening : openings) {
    const ledger::Commitment commitment{opening.tag, opening.commitment};
    if (std::ranges::find(*commitments, commitment) == commitments->end()) commitments->push_back(commitment);
  }
  return {};
}

}  // namespace tools
