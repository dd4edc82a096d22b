// `asar-audit watch`: rounds of watching, one after the other, until it is told to stop.
//
// Shape    one round with `once`; else one every `interval_s` seconds. A round is printed where it differs from the one
//          before; as JSON always, one object on a line. Metrics are written as a whole after each round.
// Errors   the exit code is that of the worst round; kExitInterrupted where SIGINT ended it and nothing was found.
// Threads  call it from the only thread; a second signal ends the program at once.
#pragma once

#include "audit/answers/watch_report.h"

namespace audit {

inline constexpr int kExitInterrupted = 130;

struct Watching {
  WatchQuestion question;
  ledger::Language language = ledger::Language::kEnglish;
  std::string metrics;  // a file, "-" for standard output, or empty
  std::int64_t interval_s = 60;
  bool once = false;
  bool json = false;
};

int keepWatching(const Watching& watching);

}  // namespace audit
