// How the audit is told: as text for people, as one JSON object for programs.
//
// Shape    the words around what is told are in Kazakh, Russian or English; names of verdicts and the sentences of
//          findings are English in all of them.
// Threads  pure functions.
#pragma once

#include "audit/verify/verify.h"
#include "ledger/schema/words/words.h"

namespace audit {

// Of the words around: in which language, and which one.
struct FrameWord {
  std::string_view kk;
  std::string_view ru;
  std::string_view en;

  std::string in(ledger::Language language) const {
    return std::string(language == ledger::Language::kKazakh ? kk : language == ledger::Language::kRussian ? ru : en);
  }
};
inline constexpr FrameWord kNotCheckedWord{"тексерілмегені", "не проверено", "not checked"};
inline constexpr FrameWord kVerdictWord{"қорытынды", "вывод", "verdict"};
inline constexpr FrameWord kNotPinnedWord{"кілт бекітілмеген", "ключ не закреплён", "key not pinned"};

// One on a line. Those that follow from an altered entry are summed up in one line of each kind, after the first.
std::string findingLines(const Findings& findings, ledger::Language language);
// A title and one sentence on a line; `nothing` where there is none.
std::string sentenceLines(const std::string& title, const std::vector<std::string>& sentences,
                          ledger::Language language);
std::string verdictLine(const Audit& audit, ledger::Language language);
std::string textReport(const Audit& audit, bool timings, ledger::Language language = ledger::Language::kEnglish);
std::string jsonReport(const Audit& audit);

}  // namespace audit
