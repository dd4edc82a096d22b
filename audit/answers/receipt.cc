#include "audit/answers/receipt.h"

#include <capnp/message.h>

#include "audit/base/ed25519.h"
#include "audit/log/form.h"
#include "audit/log/opened_log.h"
#include "audit/log/tlog_proof.h"
#include "audit/replay/signature_queue.h"
#include "ledger/schema/entry.capnp.h"

namespace audit {
namespace {

namespace schema = ::ledger::schema;

constexpr const char* kNoEntry =
    "whether the entry stands in the log: neither its bytes (--entry) nor its leaf hash (--leaf) were given";

// Canonical bytes begin at an address divisible by 8.
std::vector<std::uint64_t> wordsOf(Bytes bytes) {
  std::vector<std::uint64_t> words((bytes.size() + 7) / 8);
  if (!bytes.empty()) std::memcpy(words.data(), bytes.data(), bytes.size());
  return words;
}

template <class Message>
typename Message::Reader readUnchecked(const void* words) {
  return capnp::readMessageUnchecked<Message>(static_cast<const capnp::word*>(words));
}

class ReceiptCheck {
 public:
  ReceiptCheck(const TlogProof& proof, SignedCheckpoint seen, const ReceiptQuestion& question, Answer& answer)
      : proof_(proof),
        seen_(std::move(seen)),
        question_(question),
        answer_(answer),
        findings_(answer.findings),
        leaf_(question.leaf) {}

  void run() {
    const Checkpoint& checkpoint = seen_.checkpoint;
    answer_.facts = {{"origin", checkpoint.origin},
                     {"index", std::to_string(proof_.index)},
                     {"size", std::to_string(checkpoint.size)},
                     {"root", base64Of(checkpoint.root)}};
    key_ = question_.vkey;
    if (question_.witnesses) {
      const auto cosigners = judgeQuorum(seen_.note, *question_.witnesses, "the receipt's checkpoint", findings_);
      answer_.facts.emplace_back("witnesses", std::to_string(cosigners.size()));
      if (!key_) key_ = question_.witnesses->policy.logOf(seen_.note, checkpoint.origin);
    }
    answer_.pinned = key_.has_value();
    if (question_.log) openLog();
    if (key_) {
      judgeCheckpoint(seen_, *key_, "the receipt's checkpoint", findings_);
      if (question_.witnesses) judgePolicyLog(question_.witnesses->policy, *key_, findings_);
    } else {
      findings_.couldNotCheck("the signature on the checkpoint: the log's key was not given (--vkey)");
    }
    if (question_.entry) takeEntry(*question_.entry);
    checkPath();
    log_sound_ = log_ && isSound();
    if (log_sound_) checkContinued(seen_.checkpoint, "the receipt's checkpoint");
    for (const auto& [name, bytes] : question_.old_checkpoints) checkOld(name, bytes);
    findings_.notChecked("whether its signer was allowed to say it: that takes the whole log");
  }

 private:
  void wrong(Wrong wrong, std::string sentence) { findings_.add({wrong, proof_.index, {}, std::move(sentence)}); }

  void openLog() {
    log_ = OpenedLog::open(*question_.log, key_, findings_);
    if (!log_) return;
    key_ = log_->keyAt(seen_.checkpoint.size);  // the log's when the receipt was made
    if (question_.ledger && log_->founding() && log_->founding()->ledger != *question_.ledger)
      findings_.add(Wrong::kOriginMismatch, "the log was founded as ledger " + idText(log_->founding()->ledger));
    if (question_.entry || question_.leaf) return;
    if (const auto bytes = log_->entry(proof_.index)) {
      takeEntry(*bytes);
    } else {
      findings_.couldNotCheck("entry " + std::to_string(proof_.index) + " could not be read from the log");
    }
  }

  // The leaf hash follows from the bytes; then they are read.
  void takeEntry(const Buffer& bytes) {
    const Hash hash = Sha256().leaf(bytes);
    if (leaf_ && *leaf_ != hash) wrong(Wrong::kEntryTampered, "its bytes do not have the leaf hash that was given");
    leaf_ = hash;
    const auto words = wordsOf(bytes);
    const Bytes aligned(reinterpret_cast<const std::uint8_t*>(words.data()), bytes.size());
    const auto verdict = Forms().entryWithBody(aligned);
    if (verdict.form == Form::kNotCanonical)
      return wrong(Wrong::kEntryTampered, std::string("the bytes are not canonical: ") + verdict.why);
    if (!verdict.ok()) return findings_.couldNotCheck("semantics of the entry: its kind is not known");
    const auto entry = readUnchecked<schema::Entry>(words.data());
    if (entry.getIndex() != proof_.index)
      wrong(Wrong::kChainBroken, "the entry says it is number " + std::to_string(entry.getIndex()));
    if (entry.isSubmission()) {
      takeSubmission(entry.getSubmission());
    } else if (question_.submission) {
      findings_.couldNotCheck("the submission id: the entry is an event of the submission at entry " +
                              std::to_string(entry.getEvent().getSubmission()));
    }
  }

  void takeSubmission(schema::SubmissionBody::Reader body) {
    submission_read_ = true;
    const auto words = wordsOf(body.getHeader());
    const auto header = readUnchecked<schema::Header>(words.data());
    const Id id = fixed<16>(header.getSubmission());
    const Id ledger =
        proof_.index == 0 ? fixed<16>(Bytes(sha256(body.getHeader())).first(16)) : fixed<16>(header.getLedger());
    answer_.facts.emplace_back("submission", idText(id));
    answer_.facts.emplace_back("ledger", idText(ledger));
    answer_.facts.emplace_back("person", idText(fixed<16>(header.getPerson())));
    answer_.facts.emplace_back("commands", std::to_string(header.getCount()));
    if (question_.submission && *question_.submission != id)
      wrong(Wrong::kEntryTampered, "the entry is submission " + idText(id) + ", not the one asked for");
    if (question_.ledger && *question_.ledger != ledger)
      findings_.add(Wrong::kOriginMismatch, "it was signed for ledger " + idText(ledger) + ", not the one asked for");
    const Buffer message = signedBytes(body.getHeader());
    bool holds = body.getSignatures().size() != 0;
    for (const auto line : body.getSignatures())
      holds = holds && signatureHolds(fixed<32>(line.getKey()), message, line.getSignature());
    if (proof_.index != 0 && holds)
      holds = body.getSignatures().size() == 1 && same(body.getSignatures()[0].getKey(), header.getKey());
    if (holds) {
      findings_.checked("signature: the header is signed by the key it names");
    } else {
      wrong(Wrong::kBadActorSignature, "the signature of its signer does not hold");
    }
  }

  void checkPath() {
    if (question_.submission && !submission_read_ && !question_.entry && !log_)
      findings_.couldNotCheck("the submission id: it stands in the entry's bytes, and these were not given (--entry)");
    if (question_.ledger && !submission_read_ && !(log_ && log_->founding()))
      findings_.couldNotCheck("the ledger: it stands in the entry of a submission or in the log (--log)");
    if (!leaf_) return findings_.couldNotCheck(kNoEntry);
    answer_.facts.emplace_back("leaf", hexOf(*leaf_));
    const InclusionClaim claim{proof_.index, seen_.checkpoint.size, *leaf_, seen_.checkpoint.root};
    if (includes(claim, proof_.path)) {
      findings_.checked("inclusion: the path of " + std::to_string(proof_.path.size()) +
                        " hashes leads from the entry to the root");
    } else {
      wrong(Wrong::kEntryTampered, "the path does not lead from this entry to the root of the checkpoint");
    }
  }

  // Of another size nothing follows without the log.
  void checkOld(const std::string& name, const Buffer& bytes) {
    const auto old = SignedCheckpoint::parse(bytes);
    if (!old) return findings_.couldNotCheck(name + " is no checkpoint");
    const auto key = log_ ? log_->keyAt(old->checkpoint.size) : key_;
    if (key && !judgeCheckpoint(*old, *key, name, findings_)) return;
    if (old->checkpoint.size == seen_.checkpoint.size) {
      if (old->checkpoint.root != seen_.checkpoint.root)
        return findings_.add(Wrong::kFork,
                             name + " names another root at size " + std::to_string(seen_.checkpoint.size));
      findings_.checked("history: the receipt rests on the checkpoint of " + name);
    } else if (!log_) {
      findings_.couldNotCheck("whether the receipt fits " + name + ", which is of size " +
                              std::to_string(old->checkpoint.size) + ": that takes an export (--log)");
    } else if (log_sound_) {
      checkContinued(old->checkpoint, name);
    }
  }

  // Whether the log can speak for what was signed earlier.
  bool isSound() {
    if (log_->checkpoint().checkpoint.origin == seen_.checkpoint.origin) return log_->judgeRoot(findings_);
    findings_.add(Wrong::kOriginMismatch, "the log is of " + log_->checkpoint().checkpoint.origin);
    return false;
  }

  void checkContinued(const Checkpoint& earlier, const std::string& name) {
    const std::uint64_t size = earlier.size;
    if (size > log_->size()) {
      return findings_.add(Wrong::kRollback, name + " has size " + std::to_string(size) + ", the log only " +
                                                 std::to_string(log_->size()));
    }
    const auto root = rootAt(log_->nodes(), size);
    const auto path = consistencyPath(log_->nodes(), {size, log_->size()});
    if (!root || !path) {
      return findings_.couldNotCheck("whether the log continues " + name + ": a hash tile is missing");
    }
    const Hash& newer = log_->checkpoint().checkpoint.root;
    if (size != 0 && !consistent({size, log_->size(), *root, newer}, *path)) {
      return findings_.add(Wrong::kTileTampered, "the tiles do not lead to the root of the log's checkpoint");
    }
    if (*root != earlier.root) {
      return findings_.add(Wrong::kFork, "the log has another root at size " + std::to_string(size) + " than " + name +
                                             ": an entry before it was rewritten");
    }
    findings_.checked("history: the log of size " + std::to_string(log_->size()) + " continues " + name);
  }

  const TlogProof& proof_;
  const SignedCheckpoint seen_;
  const ReceiptQuestion& question_;
  Answer& answer_;
  Findings& findings_;
  std::optional<Hash> leaf_;
  std::optional<VerifierKey> key_;
  std::unique_ptr<OpenedLog> log_;
  bool log_sound_ = false;
  bool submission_read_ = false;
};

}  // namespace

void verifyReceipt(Bytes receipt, const ReceiptQuestion& question, Answer& answer) {
  const auto proof = TlogProof::parse(receipt);
  if (!proof) return answer.findings.add(Wrong::kBundleDamaged, "the file is no receipt in the form tlog-proof v1");
  auto seen = SignedCheckpoint::parse(bytesOf(proof->checkpoint));
  if (!seen) {
    return answer.findings.add(Wrong::kBadNoteSignature,
                               "what the receipt rests on is no signed note with origin, size and root");
  }
  ReceiptCheck(*proof, std::move(*seen), question, answer).run();
}

}  // namespace audit
