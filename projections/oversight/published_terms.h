// PublishedTerms — the published policies that reports reckon by: deadlines, wages, populations.
//
// Threads  belongs to its follower's thread.
#pragma once

#include "projections/mirrored_table.h"
#include "projections/policy_row.h"

namespace projections {

struct PublishedTermRow : PublishedPolicyRow {
  static constexpr const char* kTable = "term_policies";
  static constexpr int kVersion = 1;
  ledger::PolicyKind kind{};
  std::string content;

  template <class V, class Self>
  static void columns(V& v, Self& row) {
    PublishedPolicyRow::columns(v, row);
    v("kind", row.kind), v("content", row.content);
  }
};

// The command of a row; kCorrupt POLICY_UNREADABLE.
ledger::Result<ledger::PolicyPublish> publishedTerm(const PublishedTermRow& row);

class PublishedTerms final : public Projection {
 public:
  std::string_view name() const override { return "published_terms"; }
  int version() const override { return 1; }
  std::string_view sql() const override;
  std::vector<TableShape> tables() const override { return shapesOf<PublishedTermRow>(); }
  ledger::Result<void> load(Database& database) override { return terms_.load(database); }
  ledger::Result<void> fold(const Fact& fact) override;
  ledger::Result<void> flush(Database& database) override { return terms_.flush(database); }

 private:
  MirroredTable<PublishedTermRow> terms_;
};

}  // namespace projections
