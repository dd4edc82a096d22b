// PublishedPolicyRow — what every table of published policies keeps of one: its document, validity, status and source.
//
// Shape    one row for each version, keyed by the index of the entry that holds it; versions of one policy replace one
//          another by their validity. A table of one kind derives from it and adds the kind's own columns.
// Threads  a value.
#pragma once

#include <string>

#include "ledger/event/values.h"
#include "projections/projection.h"

namespace projections {

struct PublishedPolicyRow {
  static constexpr std::size_t kKeyColumns = 1;
  ledger::Position document = 0;
  ledger::Position since = 0;
  ledger::SubjectId policy;
  std::string version;
  ledger::LegalStatus status{};
  std::string source;
  ledger::CivilDay valid_from = 0;
  ledger::CivilDay valid_to = 0;

  ledger::Position key() const { return document; }
  template <class V, class Self>
  static void columns(V& v, Self& row) {
    v("document", row.document), v("since", row.since), v("policy", row.policy), v("version", row.version);
    v("status", row.status), v("source", row.source);
    v.day("valid_from", row.valid_from), v.day("valid_to", row.valid_to);
  }
  void take(const Fact& fact, const ledger::PolicyPublish& published) {
    document = fact.stated;
    since = fact.index;
    policy = published.policy;
    version = published.version;
    status = published.status;
    source = published.source;
    valid_from = published.valid_from;
    valid_to = published.valid_to;
  }
};

}  // namespace projections
