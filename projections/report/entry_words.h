// EntryWords — what a question to the journal of public entries asks for, in the words of any language.
//
// Shape    each word is met by a word of an entry that begins with it, or by a code or an event that the schema calls
// so in
//          Kazakh, Russian or English: "Алматы" also finds KZ-75, "шығыс" ExpenditureRecorded. All words have to be
//          met.
// Errors   kInvalid QUESTION_WITHOUT_WORDS, QUESTION_TOO_LONG.
// Threads  pure functions.
#pragma once

#include <string_view>
#include <vector>

#include "projections/oversight/entry_search.h"

namespace projections {

// None where nothing is asked for: an empty text.
ledger::Result<std::vector<AskedWord>> askedWords(std::string_view text);

}  // namespace projections
