// Descriptions of commands — generated from the schema, for help texts and for tests of them.
//
// Shape    one description per kind, in the order of the schema; the example parses and round-trips.
// Threads  pure functions.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "ledger/event/json_value.h"
#include "ledger/event/values.h"

namespace ledger {

struct FieldDescription {
  std::string name;
  std::string type;  // as a person would say it: "id of a Subject", "one of bank, card, cash"
  bool optional = false;
  std::vector<FieldDescription> inner;  // of an object, or of each item of a list
};

std::vector<FieldDescription> describeFields(Kind kind);
// With every field filled in, but for those that may be absent. Of a command whose field `kind` names its document,
// that of the kind is there: the first one unless another is given.
JsonValue exampleOf(Kind kind, std::string_view chosen_kind = {});
// One, or one for each kind of policy.
std::vector<JsonValue> examplesOf(Kind kind);
// The kind of a command by its name; nothing for another word.
std::optional<Kind> kindByName(std::string_view command);

}  // namespace ledger
