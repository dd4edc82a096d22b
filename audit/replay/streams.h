// Streams — which streams an entry belongs to, and what came in each of them before.
//
// Source   ledger/schema/README.md, "Streams".
#pragma once

#include <absl/container/flat_hash_map.h>

#include "audit/replay/case.h"
#include "ledger/schema/entry.capnp.h"

namespace audit {

// At most five, in the order of the contract, without absent ones and repeats.
class StreamIds {
 public:
  void add(const Id& id) {
    if (id == Id{}) return;
    for (const Id& known : *this) {
      if (known == id) return;
    }
    ids_[size_++] = id;
  }
  const Id* begin() const { return ids_.data(); }
  const Id* end() const { return ids_.data() + size_; }
  std::size_t size() const { return size_; }

 private:
  std::array<Id, 6> ids_{};
  std::size_t size_ = 0;
};

// Of any command but an endorsement, which has the streams of what it endorses.
StreamIds streamsOf(const State& state, schema::Command::Reader command);

class Streams {
 public:
  // Positions from here on belong to a new submission.
  void beginSubmission() { ++submission_; }
  // As it was before the submission.
  std::uint64_t versionBefore(const Id& stream) const;
  // Entries of a stream and the last of them; nullopt where it has none.
  std::optional<std::pair<std::uint64_t, std::uint64_t>> headOf(const Id& stream) const;
  template <class Visit>
  void each(Visit visit) const {
    for (const auto& [id, head] : heads_) visit(id, head.version, head.last);
  }
  // Whether the entry at `position` carries exactly these streams with their versions; then they are advanced.
  bool take(const StreamIds& expected, capnp::List<schema::StreamVersion>::Reader found, std::uint64_t position);

 private:
  struct Head {
    std::uint64_t version = 0;
    std::uint64_t last = 0;
    std::uint64_t submission = 0;  // that last wrote here
    std::uint64_t version_before = 0;
  };
  absl::flat_hash_map<Id, Head, IdHash> heads_;
  std::uint64_t submission_ = 0;
};

}  // namespace audit
