#include "projections/oversight/public_entries.h"

#include <algorithm>

#include "projections/oversight/entry_search.h"
#include "projections/oversight/fact_words.h"
#include "projections/oversight/public_entries_sql.h"
#include "projections/oversight/search_tokens.h"

namespace projections {
namespace {

using ledger::Kind;
using ledger::Result;
using ledger::StreamRole;
using ledger::SubjectId;
using ledger::Visibility;

void addTokens(std::string_view text, std::vector<std::string>& tokens) {
  for (std::string& token : searchTokens(text)) tokens.push_back(std::move(token));
}

// Where a code says nothing it is `none`.
void addCode(const std::string& code, std::vector<std::string>& tokens) {
  if (code != "none") addTokens(code, tokens);
}

void addNames(const ledger::Names& names, std::vector<std::string>& tokens) {
  addTokens(names.kk, tokens);
  if (names.ru != names.kk) addTokens(names.ru, tokens);
  if (names.en != names.ru) addTokens(names.en, tokens);
}

void addFields(const NamedFields& fields, std::vector<std::string>& tokens) {
  addNames(fields.names, tokens);
  for (const std::string* code : {&fields.number, &fields.code, &fields.kind, &fields.region, &fields.country,
                                  &fields.reason, &fields.figures.unit})
    addCode(*code, tokens);
  const auto currency = ledger::Currency::parse(fields.figures.currency);
  if (fields.figures.amount && currency) addTokens(ledger::minorText(*fields.figures.amount, *currency), tokens);
}

bool isOfPerson(StreamRole role) {
  return role == StreamRole::kPerson || role == StreamRole::kVolunteer || role == StreamRole::kNominee;
}

// Of what the entry stands in the streams of, and of the parts of a grant, which have none.
void addIds(const ledger::CommandBody& body, std::vector<std::string>& tokens) {
  const auto add = [&](const SubjectId& id) {
    if (!id.isNone()) addTokens(id.text(), tokens);
  };
  for (const NamedSubject& named : subjectsOf(body)) {
    if (!isOfPerson(named.role)) add(named.id);
  }
  visit(
      [&](const auto& value) {
        if constexpr (requires { value.disbursement; }) add(value.disbursement);
        if constexpr (requires { value.expenditure; }) add(value.expenditure);
        if constexpr (requires { value.reversal; }) add(value.reversal);
        if constexpr (requires { value.refund; }) add(value.refund);
      },
      body);
}

// By its kind; that an import of a public kind stands in a private submission, only the submission says.
bool isPublicKind(Kind kind) {
  return ledger::traitsOf(kind).visibility == Visibility::kPublic;
}

}  // namespace

bool isPublic(const Fact& fact) {
  return fact.visibility == Visibility::kPublic && isPublicKind(fact.command->body.kind());
}

PublicEntries::PublicEntries(const SubjectRegister& subjects)
    : subjects_(subjects), opened_publicly_(ledger::kEnumerants<StreamRole>, true) {
  for (std::size_t i = 0; i < ledger::kKinds; ++i) {
    const auto kind = static_cast<Kind>(i);
    const ledger::KindTraits& traits = ledger::traitsOf(kind);
    if (traits.streams.empty() || !opensSubject(kind) || (isPublicKind(kind) && !traits.inherits)) continue;
    opened_publicly_[static_cast<std::size_t>(traits.streams.front())] = false;
  }
}

std::string_view PublicEntries::sql() const {
  return kPublicEntriesSql;
}

Result<void> PublicEntries::load(Database& database) {
  rows_.forget();
  first_.reset();
  return makeEntrySearch(database);
}

void PublicEntries::addSubject(SubjectId id, std::vector<std::string>& tokens) const {
  const SubjectRow* row = subjects_.subject(id);
  if (row == nullptr || !opened_publicly_[static_cast<std::size_t>(row->role)]) return;
  if (row->number.empty()) {
    addNames(row->names, tokens);
  } else {
    addTokens(row->number, tokens);
  }
}

std::string PublicEntries::wordsOf(const Fact& fact) const {
  const ledger::CommandBody& body = fact.command->body;
  std::vector<std::string> tokens;
  addTokens(ledger::traitsOf(body.kind()).event, tokens);
  addFields(namedFieldsOf(body), tokens);
  for (const FactWordRow& said : projections::wordsOf(body, fact.index)) {
    if (!said.value) addCode(said.word, tokens);
  }
  addIds(body, tokens);
  addSubject(primaryOf(body), tokens);
  std::sort(tokens.begin(), tokens.end());
  tokens.erase(std::unique(tokens.begin(), tokens.end()), tokens.end());
  std::string words;
  for (const std::string& token : tokens) words.append(words.empty() ? "" : " ").append(token);
  return words;
}

Result<void> PublicEntries::fold(const Fact& fact) {
  if (!isPublic(fact)) return {};
  if (!first_) first_ = fact.index;
  rows_.add({fact.index, wordsOf(fact)});
  return {};
}

Result<void> PublicEntries::flush(Database& database) {
  if (!first_) return {};
  ASAR_TRY(rows_.flush(database));
  ASAR_TRY(fillEntrySearch(database, *first_));
  first_.reset();
  return {};
}

}  // namespace projections
