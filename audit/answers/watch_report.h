// How a round of watching is told: as text in Kazakh, Russian or English, as one JSON object, and as metrics.
//
// Shape    the metrics are in the text format of Prometheus, gauges and counters named `asar_watch_…`. Sentences of
//          alarms are English in all of them.
// Threads  pure functions.
// Source   Prometheus, "Exposition formats", text format 0.0.4.
#pragma once

#include <map>

#include "audit/answers/watch.h"
#include "ledger/schema/words/words.h"

namespace audit {

std::string textOf(const WatchRound& round, ledger::Language language);
std::string jsonOf(const WatchRound& round);

// Of this run of the program so far.
struct WatchCounts {
  std::uint64_t rounds = 0;
  std::map<Alarm, std::uint64_t> alarms;

  void take(const WatchRound& round);
};
std::string metricsOf(const WatchRound& round, const WatchCounts& counts);

}  // namespace audit
