#include "projections/oversight/entry_search.h"

#include "projections/oversight/search_tokens.h"

namespace projections {
namespace {

using ledger::Result;

// The tokens are ours: this tokenizer only parts them at spaces. Neither places nor lengths of words are asked for.
constexpr char kMake[] =
    "create virtual table if not exists entry_search__1 using fts5(words, content = 'public_entries__1', "
    "content_rowid = 'entry_index', tokenize = \"ascii tokenchars '-._/:'\", detail = none, columnsize = 0)";
// Words are gathered up to so many bytes before they are written: a chunk of a follower at once.
constexpr char kGather[] = "insert into entry_search__1 (entry_search__1, rank) values ('hashsize', 67108864)";
constexpr char kReadBack[] =
    "create virtual table if not exists entry_search_words using fts5vocab(entry_search__1, instance); create view if "
    "not exists entry_search as select term as word, doc as entry_index from entry_search_words";

std::string inQuotes(const std::string& token) {
  return "\"" + token + "\"";
}

std::string allOf(const std::vector<std::string>& tokens) {
  std::string all;
  for (const std::string& token : tokens) all.append(all.empty() ? "" : " AND ").append(inQuotes(token));
  return "(" + all + ")";
}

}  // namespace

Result<void> makeEntrySearch(Database& database) {
  if (!hasEntrySearch(database)) {
    ASAR_TRY(database.run(kMake));
    ASAR_TRY(database.run(kGather));
  }
  return database.run(kReadBack);
}

bool hasEntrySearch(Database& database) {
  return database.hasTable("entry_search__1");
}

Result<void> fillEntrySearch(Database& database, ledger::Position first) {
  Statement fill = database.prepare(
      "insert into entry_search__1 (rowid, words) select entry_index, words from public_entries__1 where "
      "entry_index >= $1 order by entry_index");
  return fill.add(static_cast<std::int64_t>(first)).run();
}

std::string matchOf(const std::vector<AskedWord>& words) {
  ASAR_CHECK(!words.empty());
  std::string match;
  for (const AskedWord& word : words) {
    match.append(match.empty() ? "(" : " AND (")
        .append(inQuotes(word.token))
        .append(isOneCharacter(word.token) ? "" : "*");
    for (const auto& code : word.codes) match.append(" OR ").append(allOf(code));
    match += ")";
  }
  return match;
}

std::string_view entriesMatchingSql() {
  return "select rowid as entry_index from entry_search__1 where entry_search__1 match $1";
}

}  // namespace projections
