// Replay — every entry in order through keys, roles and rules, as the ledger should have judged it.
//
// Shape    take() gets the chunks in order; finish() closes the last submission. A finding does not end the replay;
//          an entry that cannot be read, or of a kind or version that is not known, does.
// Threads  single-thread, but for the signatures, which may be checked beside it.
// Source   ledger/schema/README.md, "The log" and the sections after it.
#pragma once

#include "audit/log/chunk.h"
#include "audit/replay/case.h"
#include "audit/replay/listener.h"
#include "audit/replay/signature_queue.h"
#include "audit/replay/streams.h"
#include "audit/replay/voices.h"

namespace audit {

// The latest version of the rules.
inline constexpr std::uint16_t kRulesKnown = 3;

class Replay {
 public:
  struct Options {
    bool signatures_beside = false;
    Listener* listener = nullptr;  // outlives the replay
  };
  Replay(Tree& tree, Findings& findings, const Options& options)
      : tree_(tree), findings_(findings), signatures_(options.signatures_beside), listener_(options.listener) {}

  // Before the first chunk. Of entries below `size` the signatures, proofs of possession and heads of streams are not
  // judged: the caller has to find out, before any verdict, that these entries were judged before, every byte of them.
  // Their rules are judged all the same, since the state is made by them.
  void trust(std::uint64_t size) { trusted_ = size; }
  void take(const Chunk& chunk);
  void finish();

  const State& state() const { return state_; }
  // The whole log was replayed: its figures can be compared.
  bool complete() const { return !stopped_; }
  std::uint64_t events() const { return events_; }
  std::uint64_t submissions() const { return submissions_; }
  // After finish: signatures of actors that were judged.
  std::uint64_t signatures() const { return signatures_judged_; }

 private:
  struct Submission {
    std::uint64_t position = 0;
    std::uint32_t count = 0;
    std::uint32_t taken = 0;
    std::int64_t recorded_at = 0;
    std::int64_t signed_at = 0;
    Id person{};
    Key key{};
    Hash commands_root{};
    schema::Visibility visibility = schema::Visibility::PUBLIC;
    schema::Assurance assurance = schema::Assurance::SELF;
    bool first_seen = false;
    std::uint64_t seen_size = 0;
    Hash seen_root{};
    Id batch{};
    std::uint64_t bytes = 0;
    std::vector<Hash> command_hashes;
  };
  struct Proposal {
    std::uint64_t position = 0;
    std::int64_t recorded_at = 0;
    Id person{};
    Id acts_for{};
    Key key{};
    schema::Assurance assurance = schema::Assurance::SELF;
    bool open = true;
    std::vector<std::uint64_t> command;

    schema::Command::Reader read() const;
  };
  struct Event {
    std::uint64_t index = 0;
    schema::Entry::Reader entry;
    schema::Command::Reader command;
    Bytes command_bytes;
  };

  // Submissions: replay_submission.cc
  void takeSubmission(std::uint64_t index, schema::Entry::Reader entry);
  void closeSubmission();
  void judgeSubmission(std::uint64_t index, schema::Header::Reader header, Bytes header_bytes);
  void judgeTimes(std::uint64_t index, schema::Header::Reader header);
  void judgeKey(const Event* first);
  void takeZeroSeen();
  void judgeSeen(std::uint64_t index, schema::Header::Reader header);
  void judgeFounders(const Event& event, schema::LedgerFound::Reader command);

  // Events: replay.cc
  void takeEvent(std::uint64_t index, schema::Entry::Reader entry);
  bool placeEvent(const Event& event);
  bool isEnrolment(const Event& event) const;
  void judgeCommand(const Event& event);
  void judgeOwn(const Event& event);
  void judgeEndorsement(const Event& event);
  void judgeFrame(const Event& event, const std::optional<schema::Visibility>& visibility);
  Refusal judgeImportFrame(const Event& event) const;
  Refusal judgeVoice(const Case& c, const Event& event, Voice voice) const;
  void judgeDecision(const Event& event, const struct Expected& expected);
  void takeEffect(const Case& c, schema::Command::Reader command);
  void takeStreams(const Event& event, const StreamIds& expected);
  Case caseOf(const Event& event) const;
  Hash leafOf(std::uint64_t index) const { return tree_.nodes(0, index, 1)[0]; }

  void stop(std::string sentence);
  void violated(std::uint64_t index, const Refusal& refusal, std::string_view subject = {});

  Tree& tree_;
  Findings& findings_;
  Sha256 hasher_;
  SignatureQueue signatures_;
  Listener* listener_;
  State state_;
  Streams streams_;
  std::optional<Submission> submission_;
  std::unordered_map<Hash, Proposal, KeyHash> proposals_;
  IdSet submission_ids_;
  Buffer founding_header_;
  std::vector<std::pair<Key, std::array<std::uint8_t, 64>>> founding_signatures_;
  std::int64_t last_recorded_at_ = 0;
  std::uint16_t rules_ = 0;  // the version the last entry was judged by
  std::uint64_t seen_size_ = 0;
  Hash seen_root_{};
  bool seen_known_ = false;
  std::uint64_t events_ = 0;
  std::uint64_t submissions_ = 0;
  std::uint64_t trusted_ = 0;
  std::uint64_t submissions_trusted_ = 0;
  std::uint64_t signatures_judged_ = 0;
  bool stopped_ = false;
};

}  // namespace audit
