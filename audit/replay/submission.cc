// Submissions: who signed, when, with which key, having seen what; and whether the commands are those signed.
#include <capnp/message.h>

#include "audit/base/ed25519.h"
#include "audit/replay/replay.h"

namespace audit {
namespace {

constexpr std::uint32_t kCommandsMax = 4096;
constexpr std::uint64_t kCommandBytesMax = 1U << 20U;
constexpr std::int64_t kExpiryMaxMs = 30 * kDayMs;

// Folds the complete pairs of each level; an odd last node waits for the level where it finds its sibling.
Hash rootOf(std::vector<Hash> nodes, Sha256& hasher) {
  if (nodes.empty()) return emptyRoot();
  while (nodes.size() > 1) {
    const std::size_t pairs = nodes.size() / 2;
    for (std::size_t i = 0; i < pairs; ++i) nodes[i] = hasher.node(nodes[2 * i], nodes[2 * i + 1]);
    if (nodes.size() % 2 != 0) nodes[pairs] = nodes.back();
    nodes.resize(nodes.size() - pairs);
  }
  return nodes[0];
}

}  // namespace

void Replay::closeSubmission() {
  if (!submission_) return;
  if (submission_->taken == 0) judgeKey(nullptr);
  const Submission& done = *submission_;
  if (done.taken != done.count || rootOf(std::move(submission_->command_hashes), hasher_) != done.commands_root) {
    findings_.add({Wrong::kBadActorSignature, done.position, "COMMANDS_MISMATCH",
                   "the signed header covers " + std::to_string(done.count) + " commands; " +
                       std::to_string(done.taken) + " follow, or they are others"});
  }
  if (done.count == 0 || done.count > kCommandsMax || done.bytes > kCommandBytesMax) {
    violated(done.position, {"SUBMISSION_SIZE", "a submission holds 1 to 4,096 commands of 1 MiB together"});
  }
  submission_.reset();
}

void Replay::takeSubmission(std::uint64_t index, schema::Entry::Reader entry) {
  closeSubmission();
  ++submissions_;
  if (index < trusted_) ++submissions_trusted_;
  streams_.beginSubmission();
  if (entry.getStreams().size() != 0) {
    findings_.add({Wrong::kChainBroken, index, {}, "a submission entry belongs to no stream"});
  }
  const Bytes bytes = entry.getSubmission().getHeader();
  const auto header = capnp::readMessageUnchecked<schema::Header>(
      static_cast<const capnp::word*>(static_cast<const void*>(bytes.data())));
  Submission next;
  next.position = index;
  next.count = header.getCount();
  next.recorded_at = entry.getRecordedAt();
  next.signed_at = header.getSignedAt();
  next.person = idOf(header.getPerson());
  next.key = fixed<32>(header.getKey());
  next.commands_root = fixed<32>(header.getCommandsRoot());
  next.visibility = header.getVisibility();
  next.assurance = header.getAssurance();
  submission_ = std::move(next);

  const auto signatures = entry.getSubmission().getSignatures();
  if (index == 0) {
    const Hash hash = sha256(bytes);
    state_.ledger = fixed<16>(Bytes(hash).first(16));
    founding_header_.assign(bytes.begin(), bytes.end());
    for (const auto line : signatures) {
      founding_signatures_.emplace_back(fixed<32>(line.getKey()), fixed<64>(line.getSignature()));
    }
  } else if (signatures.size() != 1 || fixed<32>(signatures[0].getKey()) != submission_->key) {
    findings_.add(
        {Wrong::kBadActorSignature, index, "SIG_INVALID", "there is not exactly one signature, by the header's key"});
  } else if (index >= trusted_) {
    signatures_.add({index, submission_->key, signedBytes(bytes), fixed<64>(signatures[0].getSignature())});
  }
  judgeSubmission(index, header, bytes);
}

void Replay::judgeSubmission(std::uint64_t index, schema::Header::Reader header, Bytes) {
  if (!submission_ids_.insert(idOf(header.getSubmission())).second) {
    violated(index, {"SUBMISSION_CONFLICT", "the submission id was used before"});
  }
  judgeTimes(index, header);
  judgeSeen(index, header);
  if (index == 0) {
    if (header.hasLedger()) violated(index, {"WRONG_LEDGER", "the founding submission names no ledger"});
    return;
  }
  if (idOf(header.getLedger()) != state_.ledger) violated(index, {"WRONG_LEDGER", "it was signed for another ledger"});
}

void Replay::judgeTimes(std::uint64_t index, schema::Header::Reader header) {
  const std::int64_t signed_at = header.getSignedAt();
  const std::int64_t recorded_at = submission_->recorded_at;
  if (inFuture(signed_at, recorded_at)) violated(index, {"SIGNED_IN_FUTURE", "it was signed after it was recorded"});
  if (header.getExpiresAt() < signed_at || header.getExpiresAt() > saturated(signed_at, kExpiryMaxMs)) {
    violated(index, {"EXPIRY_TOO_FAR", "it expires before it was signed, or more than 30 days after"});
  }
  if (recorded_at > header.getExpiresAt()) violated(index, {"EXPIRED", "it was recorded after it had expired"});
  if (index != 0 && state_.demo && recorded_at != std::max(signed_at, last_recorded_at_)) {
    violated(index, {"DEMO_CLOCK", "in a demonstration recordedAt is signedAt, or that of the entry before"});
  }
}

bool Replay::isEnrolment(const Event& event) const {
  return submission_->count == 1 && event.command.isKeyRegister() && event.command.getKeyRegister().hasEnrolment() &&
         event.entry.getEvent().getDecision().getRules() >= kVersionThree;
}

// Once the first command is there, null where none follows: an enrolment is signed with the key that it registers.
void Replay::judgeKey(const Event* first) {
  const std::uint64_t index = submission_->position;
  if (index == 0) return;
  if (first != nullptr && isEnrolment(*first)) {
    if (idOf(first->command.getKeyRegister().getPerson()) != submission_->person)
      violated(index, {"KEY_OF_OTHER_PERSON", "the key is registered for another person"});
    return;
  }
  const auto key = state_.keys.find(submission_->key);
  if (key == state_.keys.end()) return violated(index, {"KEY_UNKNOWN", "the key was never registered"});
  if (!key->second.live) violated(index, {"KEY_REVOKED", "the key had been revoked or replaced"});
  if (key->second.person != submission_->person)
    violated(index, {"KEY_OF_OTHER_PERSON", "the key belongs to another person"});
  if (submission_->first_seen && key->second.zero_seen_taken) {
    violated(index, {"SEEN_ZERO_TAKEN", "the key has said before that it had seen nothing"});
  }
  takeZeroSeen();
}

void Replay::takeZeroSeen() {
  const auto key = state_.keys.find(submission_->key);
  if (submission_->first_seen && key != state_.keys.end()) key->second.zero_seen_taken = true;
}

void Replay::judgeSeen(std::uint64_t index, schema::Header::Reader header) {
  const std::uint64_t size = header.getSeen().getSize();
  const Hash root = fixed<32>(header.getSeen().getRoot());
  // The founding uses nobody's leave to have seen nothing.
  submission_->first_seen = size == 0 && index != 0;
  submission_->seen_size = size;
  submission_->seen_root = root;
  if (size > index) {
    findings_.add({Wrong::kFork, index, "SEEN_DIFFERS", "its signer had seen a log of size " + std::to_string(size)});
    return;
  }
  if (!seen_known_ || size != seen_size_) {
    seen_root_ = tree_.rootAt(size);
    seen_size_ = size;
    seen_known_ = true;
  }
  if (root != seen_root_) {
    findings_.add({Wrong::kFork, index, "SEEN_DIFFERS",
                   "its signer had seen another root at size " + std::to_string(size) + ": " + base64Of(root)});
  }
}

// Every founder signed the founding header, in the order of the command.
void Replay::judgeFounders(const Event& event, schema::LedgerFound::Reader command) {
  if (event.index != 1) return;
  const auto authorities = command.getAuthorities();
  bool alike = authorities.size() == founding_signatures_.size();
  for (unsigned i = 0; i < authorities.size(); ++i) {
    const Key key = fixed<32>(authorities[i].getKey());
    if (!alike || founding_signatures_[i].first != key) {
      alike = false;
      continue;
    }
    // They stand in entry 0; whose they have to be is only said in this one.
    if (event.index >= trusted_)
      signatures_.add({0, key, signedBytes(founding_header_), founding_signatures_[i].second});
  }
  if (!alike) {
    findings_.add(
        {Wrong::kBadActorSignature, 0, "SIG_INVALID", "the founding is not signed by every authority, in their order"});
  }
  if (authorities.size() == 0 || fixed<32>(authorities[0].getKey()) != submission_->key ||
      idOf(authorities[0].getPerson()) != submission_->person) {
    findings_.add({Wrong::kBadActorSignature, 0, "SIG_INVALID", "the founding header is not the first authority's"});
  }
  if (submission_->count != 1) violated(0, {"COMMANDS_MISMATCH", "the founding submission holds one command"});
  if (command.getDemo() && submission_->recorded_at != submission_->signed_at) {
    violated(0, {"DEMO_CLOCK", "in a demonstration recordedAt is signedAt"});
  }
}

}  // namespace audit
