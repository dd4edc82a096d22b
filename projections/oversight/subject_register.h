// SubjectRegister — every subject with the states it went through and what it belongs to, and every fact.
//
// Shape    one row for a subject, one for each stay in a state, one for each fact. A figure of a subject is that of the
//          last fact that moved it on; a fact that leaves the state as it is shows among the facts alone. Hours
//          entries have tables of their own: of them there are the facts only, without words.
// Errors   FACT_WITHOUT_SUBJECT where a later kind speaks of a subject that nothing opened.
// Threads  belongs to its follower's thread.
#pragma once

#include <absl/container/flat_hash_map.h>

#include <utility>
#include <vector>

#include "projections/appended_table.h"
#include "projections/mirrored_table.h"
#include "projections/oversight/named_fields.h"
#include "projections/projection.h"

namespace projections {

class SubjectRegister final : public Projection {
 public:
  std::string_view name() const override { return "register"; }
  int version() const override { return 1; }
  std::string_view sql() const override;
  std::vector<TableShape> tables() const override;
  ledger::Result<void> load(Database& database) override;
  ledger::Result<void> fold(const Fact& fact) override;
  ledger::Result<void> flush(Database& database) override;

  // As it was opened; null where nothing opened it. Valid until the next fold().
  const SubjectRow* subject(ledger::SubjectId id) const { return subjects_.find(id); }

 private:
  using Belonging = std::pair<ledger::StreamRole, ledger::SubjectId>;

  void registerAuthorities(const Fact& fact, const ledger::LedgerFound& founded);
  void record(const Fact& fact, const NamedFields& fields, ledger::SubjectId subject);
  void open(const Fact& fact, const NamedFields& fields, ledger::SubjectId subject);
  // Its own, or that of what it names.
  std::string regionOf(const ledger::CommandBody& body, const NamedFields& fields) const;
  void enter(const SubjectRow& subject, SubjectStateRow state);
  // The next stay of a subject; nothing where it is not in the register.
  void moveOn(const Fact& fact, const NamedFields& fields, const StateChange& change);
  void link(const Fact& fact, ledger::SubjectId subject);
  void belong(const SubjectLinkRow& row);
  void voidBatch(const Fact& fact, ledger::SubjectId batch);

  MirroredTable<SubjectRow> subjects_;
  // Where each subject stands; the stays before are in the table alone.
  absl::flat_hash_map<ledger::SubjectId, SubjectStateRow> standing_;
  absl::flat_hash_map<ledger::SubjectId, std::vector<Belonging>> belongings_;
  AppendedTable<SubjectStateRow> states_;
  AppendedTable<SubjectLinkRow> links_;
  AppendedTable<FactRow> facts_;
  AppendedTable<FactWordRow> words_;
};

}  // namespace projections
