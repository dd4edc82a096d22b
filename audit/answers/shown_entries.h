// ShownEntries — the entries that a stream's bundle or the public archive brings, each judged for itself: its bytes,
// its path to the checkpoint, the signature of its submission.
//
// Shape    held are those that could be read; what is wrong with any of them is a finding. Readers are valid as long as
//          this is.
// Errors   ENTRY_TAMPERED, CHAIN_BROKEN, BAD_SIGNATURE, BUNDLE_DAMAGED, each with the index.
// Threads  single-thread.
// Source   ledger/schema/README.md sections 3, 9 and 10.
#pragma once

#include <map>

#include "audit/base/finding.h"
#include "audit/log/note.h"
#include "audit/log/stream_bundle.h"
#include "ledger/schema/command.capnp.h"
#include "ledger/schema/entry.capnp.h"

namespace audit {

namespace schema = ::ledger::schema;

struct ShownEvent {
  std::uint64_t index = 0;
  schema::Entry::Reader entry;
  schema::Command::Reader command;
  std::uint64_t submission = 0;                     // position of its submission entry
  const std::vector<Hash>* command_path = nullptr;  // none where signed paths are left out

  bool effective() const { return entry.getEvent().getDecision().getEffect() == schema::Effect::EFFECTIVE; }
};

// Whether each event brings the path of its command to what was signed.
enum class SignedPaths { kBrought, kLeftOut };

class ShownEntries {
 public:
  ShownEntries(std::vector<BroughtEntry> brought, const Checkpoint& checkpoint, Findings& findings,
               SignedPaths signed_paths = SignedPaths::kBrought);

  // Ascending by index.
  const std::map<std::uint64_t, ShownEvent>& events() const { return events_; }
  const std::map<std::uint64_t, schema::Entry::Reader>& entries() const { return entries_; }
  bool allRead() const { return entries_.size() == leaves_.size(); }
  Hash leafOf(std::uint64_t index) const { return leaves_.at(index); }
  // The header of its submission; nullopt, and a finding, where that is not shown or the event stands elsewhere.
  std::optional<schema::Header::Reader> headerOf(const ShownEvent& event);
  // Of every submission that is shown; how many. Requires signed paths.
  std::size_t judgeSignatures();

 private:
  void take(const BroughtEntry& brought, const Checkpoint& checkpoint);
  void judgeSignature(std::uint64_t index, schema::SubmissionBody::Reader body);
  void judgeCommand(const ShownEvent& event);

  Findings& findings_;
  SignedPaths signed_paths_;
  std::vector<BroughtEntry> brought_;
  std::map<std::uint64_t, schema::Entry::Reader> entries_;
  std::map<std::uint64_t, ShownEvent> events_;
  std::map<std::uint64_t, Hash> leaves_;
};

}  // namespace audit
