// Exit codes — how `asar` ends, stable for scripts; an unknown code is a failure.
//
// Source   `asar help exit-codes` prints them.
#pragma once

#include "ledger/base/result.h"

namespace tools {

enum ExitCode : int {
  kOk = 0,
  kFailure = 1,
  kUsage = 2,
  kFindings = 3,
  kTampered = 4,
  kNotFound = 5,
  kConflict = 6,
  kPermission = 7,
  kLocked = 8,
  kUnavailable = 9,
  kNotInitialised = 10,
  kInterrupted = 130,
  kReaderLeft = 141,  // as a program that SIGPIPE ends
};

ExitCode exitCodeOf(const ledger::Error& error);

}  // namespace tools
