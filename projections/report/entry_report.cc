#include "projections/report/entry_report.h"

#include <absl/container/flat_hash_map.h>

#include <algorithm>

#include "projections/report/entry_words.h"

namespace projections {
namespace {

using ledger::Error;
using ledger::ErrorCode;
using ledger::Kind;
using ledger::Position;
using ledger::Result;
using ledger::SubjectId;

// The event of the kind that is asked for; empty where any will do.
Result<std::string_view> eventAsked(const std::string& kind) {
  if (kind.empty()) return std::string_view();
  for (std::size_t i = 0; i < ledger::kKinds; ++i) {
    const ledger::KindTraits& traits = ledger::traitsOf(static_cast<Kind>(i));
    if (traits.command != kind && traits.event != kind) continue;
    if (traits.visibility == ledger::Visibility::kPublic) return traits.event;
    return Error{ErrorCode::kNotFound, "KIND_NOT_PUBLIC",
                 "entries of the kind " + kind + " are not public, and not in this journal"};
  }
  return Error{ErrorCode::kNotFound, "KIND_UNKNOWN",
               "there is no kind '" + kind + "': give a command, such as grantAward; `asar help commands` lists them"};
}

Result<void> checkLimit(std::uint64_t limit) {
  if (limit >= 1 && limit <= EntryQuestion::kLimitMost) return {};
  return Error{ErrorCode::kInvalid, "BAD_LIMIT",
               "1 to " + std::to_string(EntryQuestion::kLimitMost) + " entries are listed at once, not " +
                   std::to_string(limit)};
}

// The parameter $1 is of the words alone.
std::string entriesSql(const EntryQuestion& question, std::string_view event, bool in_words) {
  std::string sql = "select " + columnsIn<FactRow>("f") + " from ";
  // The index is asked once, and not for each fact.
  sql.append(in_words ? "(" + std::string(entriesMatchingSql()) + ") e cross" : "public_entries e");
  sql += " join facts f on f.fact_index = e.entry_index where " + withinSql(question.period, "f.day");
  if (question.before != 0) sql += " and e.entry_index < " + std::to_string(question.before);
  if (!event.empty()) sql.append(" and f.event = '").append(event).append("'");
  if (!question.of.isNone()) {
    const std::string of = sqlOf(question.of);
    sql += " and f.subject in (select " + of + " union select subject from subject_links where other = " + of + ")";
  }
  // One more tells whether there are others.
  return sql + " order by e.entry_index desc limit " + std::to_string(question.limit + 1);
}

Result<std::vector<FactRow>> readFacts(Database& database, const EntryQuestion& question) {
  const auto event = eventAsked(question.kind);
  if (!event) return event.error();
  const auto words = askedWords(question.find);
  if (!words) return words.error();
  Statement all = database.prepare(entriesSql(question, *event, !words->empty()));
  const std::string match = words->empty() ? std::string() : matchOf(*words);
  if (!words->empty()) all.add(std::string_view{match});
  return readRows<FactRow>(all);
}

// What is told of each entry beside its fact.
class EntryParts {
 public:
  explicit EntryParts(Database& database)
      : database_(database),
        words_(database.prepare(selectAll<FactWordRow>() + "where fact_index = $1 order by field, place")),
        owners_(database.prepare(
            "select " + namedSql("n.subject", "n") +
            " from subject_links k join subjects n on n.subject = k.other where k.subject = $1 and k.mentioned = 0 and "
            "k.role in ('organisation', 'grantee', 'office') and k.since < $2 order by case k.role when 'office' then "
            "1 "
            "else 0 end, k.since, k.role, k.other limit 1")),
        changes_(database.prepare("select correction_index, event from corrections where original_index = $1 and "
                                  "visibility = 'public' order by correction_index")),
        voided_(database.prepare("select since from subject_states where subject = $1 and state = 'voided'")) {}

  Result<void> read(PublicEntry& entry) {
    const FactRow& fact = entry.said.fact;
    const auto index = static_cast<std::int64_t>(fact.fact_index);
    words_.add(index);
    ASAR_TRY(take(readRows<FactWordRow>(words_), entry.said.words));
    changes_.add(index);
    ASAR_TRY(readEach(changes_, [&](ColumnReader& reader) {
      EntryChange& change = entry.changes.emplace_back();
      reader("correction_index", change.index), reader("event", change.event);
    }));
    if (!fact.batch.isNone()) ASAR_TRY(readVoiding(entry));
    if (fact.subject.isNone()) return {};
    ASAR_TRY(take(rowWithId<SubjectRow>(database_, "subject", fact.subject), entry.subject));
    owners_.add(fact.subject.view()).add(index + 1);
    return readEach(owners_, [&](ColumnReader& reader) { readNamed(reader, entry.owner); });
  }

 private:
  template <class Take>
  static Result<void> readEach(Statement& bound, Take take_row) {
    for (auto row = bound.step();; row = bound.step()) {
      if (!row) return row.error();
      if (!*row) return {};
      ColumnReader reader(bound);
      take_row(reader);
    }
  }
  // All that came with a batch is void with it, but for the entry that says so.
  Result<void> readVoiding(PublicEntry& entry) {
    voided_.add(entry.said.fact.batch.view());
    ASAR_TRY(readEach(voided_, [&](ColumnReader& reader) {
      EntryChange change{0, "ImportVoided"};
      reader("since", change.index);
      if (change.index > entry.said.fact.fact_index) entry.changes.push_back(std::move(change));
    }));
    std::sort(entry.changes.begin(), entry.changes.end(),
              [](const EntryChange& a, const EntryChange& b) { return a.index < b.index; });
    return {};
  }

  Database& database_;
  Statement words_;
  Statement owners_;
  Statement changes_;
  Statement voided_;
};

}  // namespace

Result<EntryReport> readEntryReport(Database& database, EntryQuestion question) {
  EntryReport report;
  ASAR_TRY(checkLimit(question.limit));
  ASAR_TRY(take(readStamp(database), report.stamp));
  report.stamp.period = question.period;
  auto facts = readFacts(database, question);
  if (!facts) return facts.error();
  if (facts->size() > question.limit) {
    facts->pop_back();
    report.next = facts->back().fact_index;
  }
  EntryParts parts(database);
  for (FactRow& fact : *facts) {
    PublicEntry& entry = report.entries.emplace_back();
    entry.said.fact = std::move(fact);
    ASAR_TRY(parts.read(entry));
  }
  report.question = std::move(question);
  return report;
}

}  // namespace projections
