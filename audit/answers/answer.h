// Answer — what is told of a receipt, a proof or a comparison: facts, a document, findings and the verdict.
//
// Shape    as text for people, as one JSON object for programs. What was read is printed so that it cannot speak to
//          the terminal, nor turn the direction of writing. Names of facts, the words around and what the verdict means
//          are in Kazakh, Russian or English; of the JSON `meaning` alone is in another language.
#pragma once

#include <map>

#include "audit/base/finding.h"
#include "audit/base/harmless.h"
#include "ledger/schema/words/words.h"

namespace audit {

inline constexpr int kExitNotFound = 5;

struct Answer {
  std::vector<std::pair<std::string, std::string>> facts;  // name, value
  std::map<std::string, std::string> facts_for_people;     // by name: the value in the text, where it is another one
  std::string document;                                    // what was made, where it is text to be kept
  Findings findings;
  bool pinned = true;  // the key was given, and not read from what is judged
  std::string scope;   // of what the verdict is, where not of a whole log: "one stream"
  bool found = true;   // false: the log has no such entry or size; nothing else is wrong then

  std::string verdict() const { return found ? findings.verdict() : "NOT_FOUND"; }
  int exitCode() const { return found ? findings.exitCode() : kExitNotFound; }
};

std::string textOf(const Answer& answer, ledger::Language language = ledger::Language::kEnglish);
std::string jsonOf(const Answer& answer, ledger::Language language = ledger::Language::kEnglish);

}  // namespace audit
