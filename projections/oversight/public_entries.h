// PublicEntries — the searchable journal of public entries: one row for each, with the words it is found by.
//
// Shape    public are facts of a public kind, in a submission of the public class; a proposal is none before its
//          endorsement. An entry is found by what it says itself, its event, names, codes, numbers, ids and amount; and
//          by what it is about, by its number or else its names, where subjects of that register are always opened in
//          public. Ids of persons, and lists of figures, are no words. Words of the schema are asked for by their codes
//          (entry_words.h).
// Threads  belongs to its follower's thread.
#pragma once

#include <string>
#include <vector>

#include "projections/appended_table.h"
#include "projections/mirrored_table.h"
#include "projections/oversight/subject_register.h"

namespace projections {

struct PublicEntryRow {
  static constexpr const char* kTable = "public_entries";
  static constexpr int kVersion = 1;
  static constexpr std::size_t kKeyColumns = 1;
  ledger::Position index = 0;
  std::string words;

  template <class V, class Self>
  static void columns(V& v, Self& row) {
    v("entry_index", row.index), v("words", row.words);
  }
};

bool isPublic(const Fact& fact);

class PublicEntries final : public Projection {
 public:
  // The register has folded a fact before it comes here.
  explicit PublicEntries(const SubjectRegister& subjects);

  std::string_view name() const override { return "entry_journal"; }
  int version() const override { return 1; }
  std::string_view sql() const override;
  std::vector<TableShape> tables() const override { return shapesOf<PublicEntryRow>(); }
  std::vector<TableShape> indexes() const override { return {{"entry_search", 2}}; }
  ledger::Result<void> load(Database& database) override;
  ledger::Result<void> fold(const Fact& fact) override;
  ledger::Result<void> flush(Database& database) override;

 private:
  std::string wordsOf(const Fact& fact) const;
  void addSubject(ledger::SubjectId id, std::vector<std::string>& tokens) const;

  const SubjectRegister& subjects_;
  std::vector<bool> opened_publicly_;  // by StreamRole
  AppendedTable<PublicEntryRow> rows_;
  std::optional<ledger::Position> first_;  // of the rows that wait
};

}  // namespace projections
