// Check — the oracle of every campaign: does the log hold all that was acknowledged, once, unchanged?
//
// Shape    reads the whole log through EventLog, makes every acknowledged batch again and compares bytes,
//          hashes and roots; every entry must stem from an attempt and stand there once.
// Errors   the first difference, beginning LOST, DIFFERENT, DUPLICATE or UNKNOWN; an Error where the log
//          itself refuses to serve.
#pragma once

#include <string>

#include "ledger/log/event_log.h"
#include "tests/crash/journal.h"

namespace tests {

// Empty when all is well.
ledger::Result<std::string> differenceBetween(const Journal& journal, ledger::EventLog& log);

}  // namespace tests
