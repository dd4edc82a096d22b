// EntrySearch — the index over the words of public entries. Here alone is SQL that only SQLite takes: its FTS5. On
// PostgreSQL the same words would be a tsvector of the configuration `simple`.
//
// Shape    the index holds no text of its own, but reads the rows of public_entries; it is filled where they are
//          written, in the same transaction. Words are as searchTokens() cuts them: nothing in a question is SQL or a
//          query. What it holds is read back from the view entry_search, a row for each word of each entry.
// Errors   those of the database.
// Threads  the database's.
// Source   "SQLite FTS5 Extension": full-text query syntax, external content tables, detail and columnsize options, the
//          fts5vocab virtual table.
#pragma once

#include <string>
#include <vector>

#include "ledger/event/values.h"
#include "projections/database.h"

namespace projections {

ledger::Result<void> makeEntrySearch(Database& database);
bool hasEntrySearch(Database& database);
// Takes in the rows from that entry on.
ledger::Result<void> fillEntrySearch(Database& database, ledger::Position first);

// A word that is asked for: an entry has a word that begins with it, or all words of one of the codes that go by it. A
// word of one character is met as it is.
struct AskedWord {
  std::string token;
  std::vector<std::vector<std::string>> codes;
};
// The parameter of entriesMatchingSql(): entries that have all of these words. Requires one at least.
std::string matchOf(const std::vector<AskedWord>& words);
// "select entry_index …" with the parameter $1.
std::string_view entriesMatchingSql();

}  // namespace projections
