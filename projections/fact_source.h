// FactSource — turns entries of the log into facts: what took effect, where, and under whose signature.
//
// Shape    a proposal has no effect; its endorsement gives the proposed command as a fact at the endorsement's
//          position. Nothing is remembered that the log could not tell again, so any entry may come first.
// Errors   kCorrupt with the position where an entry cannot be decoded; those of the reader.
// Threads  belongs to one thread.
#pragma once

#include <absl/container/flat_hash_map.h>

#include <memory>
#include <optional>

#include "ledger/event_reader.h"
#include "projections/projection.h"

namespace projections {

class FactSource {
 public:
  // `reader` is asked again for what an entry refers to: its submission, the proposal it endorses.
  explicit FactSource(ledger::EventReader& reader) : reader_(reader) {}

  // The fact this entry is; none for a submission, a proposal. Valid until the next call.
  ledger::Result<const Fact*> take(const ledger::StoredEntry& stored);

 private:
  // What all events of one submission share.
  struct Origin {
    ledger::Position submission = 0;
    ledger::Assurance assurance = ledger::Assurance::kSelf;
    ledger::Visibility visibility = ledger::Visibility::kPrivate;
    ledger::PersonId signer;
    ledger::SubjectId batch;
  };
  struct Proposal {
    ledger::Command command;
    Origin origin;
  };

  ledger::Result<ledger::Entry> entryAt(ledger::Position index);
  ledger::Result<Origin> originAt(ledger::Position submission);
  ledger::Result<void> enter(ledger::Position submission);
  ledger::Result<const Proposal*> proposalAt(ledger::Position index);
  ledger::Result<const Fact*> takeEvent(const ledger::StoredEntry& stored, ledger::Entry entry);
  ledger::Result<const Fact*> takeEndorsed(ledger::Decision decision);

  ledger::EventReader& reader_;
  std::optional<Origin> origin_;
  // Proposals seen and not endorsed yet; emptied when it grows, for the log has them.
  absl::flat_hash_map<ledger::Position, std::unique_ptr<Proposal>> waiting_;
  std::unique_ptr<Proposal> endorsed_;
  ledger::Command command_;
  ledger::Decision decision_;
  Fact fact_;
};

}  // namespace projections
