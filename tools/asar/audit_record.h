// AuditRecord — one command of an audit, put together from what was typed, signed and recorded.
//
// Errors   those of the JSON form of commands, with the field; of the evidence store; of the ledger.
// Threads  one.
#pragma once

#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "ledger/event/json_value.h"
#include "tools/asar/command.h"
#include "tools/asar/home.h"
#include "tools/asar/submissions.h"

namespace tools {

struct AuditWish {
  std::string command;                 // "findingRaise"
  ledger::JsonValue::Fields fields;    // but for its document, the time, and the id it gives
  std::string_view document_field{};   // of the file of --document, which is kept as evidence; empty: it has none
  std::string_view gives{};            // the field of a new id: that of the option of the same name, else a derived one
  std::optional<ledger::Seen> seen{};  // instead of the newest published checkpoint
};

// Fields that are called as their options, of those that were typed.
ledger::JsonValue::Fields typedFields(const Arguments& arguments, std::initializer_list<std::string_view> names);
// --occurred-at, or that moment.
ledger::Result<std::string> occurredAt(const Arguments& arguments, ledger::UtcMs now);

// The options of all of them, after its own.
std::vector<OptionSpec> withSigner(std::vector<OptionSpec> own);

// The answer holds the id that it gives and the hash of its document beside the receipt.
ledger::Result<Answer> recordWish(Session& session, const Arguments& arguments, AuditWish wish);
// The same for a command that holds the lock already.
ledger::Result<Answer> recordWish(Session& session, const Arguments& arguments, Writing& writing, AuditWish wish);

}  // namespace tools
