// EvidenceLog — which documents the log names: every hash of a document in its commands, and where it stands first.
//
// Shape    each hash once, in the order of the entries that name it first; a proposal names what it names, endorsed or
//          not. Of imported commands a hash may be that of a row of their source, which is no document of its own.
// Errors   kCorrupt LEAF_DIFFERS; those of the log and of the codec.
// Threads  one.
#pragma once

#include <string_view>
#include <vector>

#include "ledger/base/digest.h"
#include "ledger/event/values.h"
#include "ledger/event_reader.h"

namespace tools {

struct EvidenceNamed {
  ledger::Digest hash;
  ledger::Position entry = 0;  // the first one
  std::string_view event;      // "ExpenditureRecorded"
  std::string_view field;      // "documentHash"
  std::uint64_t times = 0;
  bool imported = true;  // only imported commands name it, and none as their source or mapping
};

// Whether a hash in a field of that name is that of a document; others are of keys, tickets, seeds and proposals.
bool isDocumentField(std::string_view field);

ledger::Result<std::vector<EvidenceNamed>> evidenceNamed(ledger::EventReader& reader, ledger::Position end);

}  // namespace tools
