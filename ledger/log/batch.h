// Batch checks — what every engine asks of a batch before it looks at its own state.
//
// Threads  pure functions.
#pragma once

#include <optional>
#include <span>
#include <string>

#include "ledger/log/event_log.h"

namespace ledger {

// Why no engine may take this batch, with the figures; nothing when it may.
std::optional<std::string> rejectionOf(std::span<const Encoded> batch);

// The head after `batch` was appended onto `expected`.
Head headAfter(const Head& expected, std::span<const Encoded> batch);

// One sentence that names both heads.
std::string conflictMessage(const Head& expected, const Head& actual);

// kNotFound for leaf hashes that the log does not have.
Error pastTheEnd(Position first, std::size_t count, Position size);

// Whether `batch` already stands right after `expected` in a log that ends at `head`: the same hashes
// and the same bytes. Reads the log only where the sizes allow it.
Result<bool> alreadyThere(EventLog& log, const Head& head, std::span<const Encoded> batch, const Head& expected);

}  // namespace ledger
