// How the audit is told: as text for people, as one JSON object for programs.
//
// Shape    the words around what is told, and the sentence on what the verdict means, are in Kazakh, Russian or
// English;
//          names of verdicts and the sentences of findings are English in all of them. Of the JSON that sentence alone,
//          `meaning`, is in another language.
// Threads  pure functions.
#pragma once

#include "audit/verify/frame_words.h"
#include "audit/verify/verify.h"

namespace audit {

// One on a line. Those that follow from an altered entry are summed up in one line of each kind, after the first.
std::string findingLines(const Findings& findings, ledger::Language language);
// A title and one sentence on a line; `nothing` where there is none.
std::string sentenceLines(const std::string& title, const std::vector<std::string>& sentences,
                          ledger::Language language);
std::string verdictLine(const Audit& audit, ledger::Language language);
std::string textReport(const Audit& audit, bool timings, ledger::Language language = ledger::Language::kEnglish);
std::string jsonReport(const Audit& audit, ledger::Language language = ledger::Language::kEnglish);

}  // namespace audit
