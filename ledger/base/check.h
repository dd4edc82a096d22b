// ASAR_CHECK — a promise inside our own code, tested in every build; a broken one stops the program.
//
// Errors   never for input: bad input is an expected error and travels as Result<T> (result.h).
#pragma once

namespace ledger {

// Prints the broken promise with its place and aborts.
[[noreturn]] void checkFailed(const char* condition, const char* file, int line);

}  // namespace ledger

#define ASAR_CHECK(condition) \
  ((condition) ? static_cast<void>(0) : ::ledger::checkFailed(#condition, __FILE__, __LINE__))
