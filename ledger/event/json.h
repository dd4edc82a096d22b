// JSON ↔ commands, and entries as JSON — driven by the schema, so that every kind is there.
//
// Shape    a command is {"command":"hoursClaim","nonce":ID,"expects":[{"stream":ID,"version":n}], …its fields};
//          nonce and expects may be left out. Ids are 26 characters, hashes 64 hex digits, keys and signatures
//          base64, days "2026-03-01", instants RFC 3339 with offset, money {"minor":n,"currency":"KZT"} or
//          "300000.00 KZT", enumerations the words of the schema, all else integers and texts.
// Errors   kInvalid with the path of the field: JSON_UNKNOWN_FIELD, JSON_MISSING_FIELD, JSON_SHAPE, JSON_VALUE,
//          UNKNOWN_COMMAND; those of the gate (json_gate.h); those of the codec (codec.h).
// Threads  pure functions but for `random`.
// Source   ledger/schema/*.capnp and the annotations there.
#pragma once

#include "ledger/base/clock.h"
#include "ledger/event/json_value.h"
#include "ledger/event/values.h"

namespace ledger {

// Draws the nonce where it is left out.
Result<Command> commandFromJson(const JsonValue& json, Random& random);

JsonValue jsonOf(const Command& command);
JsonValue jsonOf(const Header& header);
// With its commands and the names of what happened: for `event show`.
Result<JsonValue> entryJson(ByteView entry_bytes);

}  // namespace ledger
