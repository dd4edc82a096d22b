// explain — one entry in words: what it says field by field, who signed it, which streams it stands in, and whether
// the rules held.
//
// Shape    the whole log is judged first, since the rules of one entry rest on all before it; the verdict is the log's.
//          The explanation is in Kazakh, Russian or English; the sentences of findings are in English.
//          An entry that was altered broke no rule: what is found in it, and after it, is not held against its signer.
// Errors   what is wrong is a finding; `found` is false where the log has no such entry, which is known at once where
//          its checkpoint is in order.
// Threads  as verify.
#pragma once

#include "audit/verify/verify.h"
#include "ledger/schema/words/words.h"

namespace audit {

struct ExplainQuestion {
  Place log;  // a bundle or tile folder
  std::uint64_t index = 0;
  ledger::Language language = ledger::Language::kEnglish;
  Request request;
};

struct Explained {
  Audit audit;
  std::string text;          // lines; empty where the entry could not be read
  std::optional<bool> held;  // whether the rules held for it; nullopt: not known
  bool found = true;
  ledger::Language language = ledger::Language::kEnglish;

  int exitCode() const;
};

Explained explain(const ExplainQuestion& question);
std::string textOf(const Explained& explained);
std::string jsonOf(const Explained& explained, std::uint64_t index);

}  // namespace audit
