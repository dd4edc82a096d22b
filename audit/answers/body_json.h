// body_json — a command as the ledger's JSON spells it, written anew from its bytes.
//
// Shape    {"command":…,"nonce":…, its fields}: ids in their text form, hashes in hex, other bytes in base64, days
//          "2026-03-01", moments "2026-03-01T10:00:00+05:00", enumerations as the schema spells them. What is absent
//          is left out.
// Requires canonical bytes (form.h): a pointer is followed without further checks.
// Threads  pure functions.
// Source   ledger/schema/README.md, section 12.
#pragma once

#include <nlohmann/json_fwd.hpp>

#include "ledger/schema/command.capnp.h"

namespace audit {

nlohmann::json bodyJson(ledger::schema::Command::Reader command);
// With its offset, and thousandths where there are any.
std::string spelledMoment(std::int64_t utc_ms, std::int64_t offset_minutes);

}  // namespace audit
