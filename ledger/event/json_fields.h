// Fields of Cap'n Proto structs ↔ JSON, by their meaning. For json.cc alone.
//
// Errors   kInvalid with `path`, the field's place as a person would write it: grantAward.amount.currency.
// Threads  pure functions.
#pragma once

#include <capnp/dynamic.h>

#include <string>
#include <string_view>

#include "ledger/base/result.h"
#include "ledger/event/field_meaning.h"
#include "ledger/event/json_value.h"

namespace ledger {

// Sets every field that `fields` names but for those in `not_here`, a comma-separated list; refuses unknown names,
// and the absence of what must be there.
Result<void> readFields(const JsonValue::Fields& fields, capnp::DynamicStruct::Builder out, const std::string& path,
                        std::string_view not_here = "");

// Fields that are absent and may be are left out.
JsonValue::Fields writeFields(capnp::DynamicStruct::Reader in);

}  // namespace ledger
