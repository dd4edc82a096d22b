// recompute — every figure that may be published, counted anew from the bytes of a log, and where what was published
// differs from it.
//
// Shape    the whole log is judged first, since figures of a log that is not in order mean nothing. Published figures
//          may be of an earlier size: they are compared with what the log said then. Of figures about too few people
//          neither the text nor the JSON tells, unless `exact` is asked for; minutes of volunteers are told then alone.
// Units    minutes; minor units of each currency, and in the text whole ones.
// Errors   what is wrong is a finding (FIGURES_DIFFER for figures); what cannot be compared is left open.
// Threads  as verify.
#pragma once

#include "audit/answers/published.h"
#include "audit/verify/verify.h"
#include "ledger/schema/words/words.h"

namespace audit {

struct RecomputeQuestion {
  Place log;
  std::vector<std::pair<std::string, Buffer>> published;  // name, bytes
  ledger::Language language = ledger::Language::kEnglish;
  Request request;
  DayRange days;       // of the figures that are told
  std::string period;  // those days as they were asked for; empty: all
  bool exact = false;
};

struct Recomputed {
  Audit audit;
  std::optional<NationalFigures> national;  // nullopt: the log could not be replayed to its end
  std::string figures;                      // as a figures.json of that log and of these days would be
  std::string period;                       // of all figures, where it is not every day
};

Recomputed recompute(const RecomputeQuestion& question);
// One JSON object, as told_figures.h has it.
std::string figuresJson(const Recomputed& recomputed, bool exact);
std::string textOf(const Recomputed& recomputed, const RecomputeQuestion& question);
std::string jsonOf(const Recomputed& recomputed, bool exact);

}  // namespace audit
