// Named fields — what commands of every kind say under names that mean the same in all of them: when it happened, how
// many, whose region. Read from the schema, not from the ledger's code.
//
// Threads  pure functions.
// Source   ledger/schema/README.md, section 6, "Later kinds".
#pragma once

#include <capnp/dynamic.h>

#include "audit/replay/case.h"

namespace audit {

// The command without its kind.
capnp::DynamicStruct::Reader bodyOf(schema::Command::Reader command);
// Milliseconds of UTC; 0 where its kind does not say when.
std::int64_t occurredAt(capnp::DynamicStruct::Reader body);
Refusal judgeNamedFields(capnp::DynamicStruct::Reader body, const Case& c);

// The version of the rules that brought those of its fields that came later than its kind; 0 where it holds none.
std::uint16_t sinceOfFields(schema::Command::Reader command);

// In its field of that name; nullopt: its kind has none.
std::optional<std::int64_t> numberIn(schema::Command::Reader command, const char* name);
// The civil day on which it says it happened, began, or of which it speaks; else that of its recording at +05:00.
std::int64_t spokenDay(schema::Command::Reader command, std::int64_t recorded_at);

}  // namespace audit
