#include "ledger/seal/witness_client.h"

#include <algorithm>
#include <limits>
#include <mutex>
#include <thread>

#include "ledger/base/limits.h"
#include "ledger/seal/cosignature.h"

namespace ledger {
namespace {

constexpr unsigned kAttemptsMax = 3;  // the first, one from its size, one more where another asked meanwhile
constexpr std::uint64_t kEver = std::numeric_limits<std::int64_t>::max();

// An answer is a few lines; what it says to a person is cut short.
std::string firstLine(const std::string& body) {
  std::string line = body.substr(0, std::min<std::size_t>(body.find('\n'), 120));
  std::ranges::replace_if(
      line, [](char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7f; }, ' ');
  return line;
}

// Asks one witness.
class Conversation {
 public:
  Conversation(const WitnessQuestion& question, const PolicyWitness& witness, WitnessTransport& transport)
      : question_(question), witness_(witness), transport_(transport) {
    statement_.name = witness.name;
  }

  using Proof = std::function<Result<std::vector<Digest>>(Position old_size)>;

  WitnessStatement run(const Checkpoint& checkpoint, const Proof& proof) {
    Position old_size = 0;
    const auto known = question_.known.find(witness_.name);
    if (known != question_.known.end()) old_size = std::min(known->second, checkpoint.size);
    if (witness_.key.type != NoteKeyType::kCosignature) {
      end(WitnessAnswer::kNotAsked, "its key is of a kind that cannot be verified here");
      return statement_;
    }
    if (witness_.url.empty()) {
      end(WitnessAnswer::kNotAsked, "the policy gives no address for it");
      return statement_;
    }
    for (unsigned attempt = 0; attempt < kAttemptsMax; ++attempt) {
      const auto next = askFrom(old_size, checkpoint, proof);
      if (!next) return statement_;
      old_size = *next;
    }
    end(WitnessAnswer::kRefused, "its size changed under every question: ask again");
    return statement_;
  }

 private:
  // The size to ask from next; none where the conversation has ended.
  using Next = std::optional<Position>;

  Next askFrom(Position old_size, const Checkpoint& checkpoint, const Proof& proof) {
    statement_.holds = old_size;
    const auto hashes = proof(old_size);
    if (!hashes) return end(WitnessAnswer::kRefused, "no proof can be made for it: " + hashes.error().message);
    const auto reply =
        transport_.post(address() + "/add-checkpoint", addCheckpointBody(old_size, *hashes, question_.note));
    if (!reply) return end(WitnessAnswer::kSilent, reply.error().message);
    return reply->status == 409 ? otherSize(reply->body, old_size, checkpoint) : judge(*reply, checkpoint);
  }

  Next otherSize(std::string_view body, Position old_size, const Checkpoint& checkpoint) {
    const auto held = parseDecimal(body.substr(0, body.find('\n')));
    const bool same = !held || *held == old_size;
    // Some answer so to another root at the very size they hold.
    if (same && old_size == checkpoint.size) return otherTree(checkpoint.size, checkpoint);
    if (!held) return end(WitnessAnswer::kRefused, "it is at another size but does not say at which");
    if (same) return end(WitnessAnswer::kRefused, "it contradicts itself about the size it holds");
    statement_.holds = *held;
    return *held > checkpoint.size ? ahead(checkpoint) : Next(*held);
  }

  std::string address() const {
    std::string url = witness_.url;
    while (url.ends_with('/')) url.pop_back();
    return url;
  }

  Next end(WitnessAnswer answer, std::string why) {
    statement_.answer = answer;
    statement_.why = std::move(why);
    return std::nullopt;
  }

  Next otherTree(Position held, const Checkpoint& checkpoint) {
    statement_.holds = held;
    return end(WitnessAnswer::kOtherTree, "it holds another tree than that of size " + std::to_string(checkpoint.size) +
                                              " with root " + checkpoint.root.hex());
  }

  // Says also what this log's own signature says of the longer tree, where the witness shows it.
  Next ahead(const Checkpoint& checkpoint) {
    const auto reply = transport_.get(address() + monitoringPath(checkpoint.origin));
    if (reply && reply->status == 200) {
      auto shown = openCheckpoint(reply->body, question_.log);
      if (shown && shown->size >= statement_.holds) statement_.proven = std::move(*shown);
    }
    return end(WitnessAnswer::kAhead, "it holds a tree of size " + std::to_string(statement_.holds) + ", longer than " +
                                          std::to_string(checkpoint.size));
  }

  Next judge(const WitnessReply& reply, const Checkpoint& checkpoint) {
    switch (reply.status) {
      case 200:
        return cosigned(reply.body);
      case 403:
        return end(WitnessAnswer::kKeyRefused, "it knows this log by another key: give its operator the new one");
      case 404:
        return end(WitnessAnswer::kUnknownLog,
                   "it does not know this log: ask its operator to add " + vkeyText(question_.log));
      case 422:
        return otherTree(statement_.holds, checkpoint);
      default:
        return end(WitnessAnswer::kRefused,
                   "it answered with status " + std::to_string(reply.status) + ": " + firstLine(reply.body));
    }
  }

  // The first line that verifies; lines of other keys, and what is no line at all, are passed over.
  Next cosigned(std::string_view lines) {
    const auto note = parseNote(question_.note);
    ASAR_CHECK(note.ok());
    for (std::size_t count = 0; !lines.empty() && count < limits::kNoteSignaturesMax; ++count) {
      const std::size_t end_of_line = lines.find('\n');
      const auto alone = parseNote(note->text + "\n" + std::string(lines.substr(0, end_of_line)) + "\n");
      lines.remove_prefix(end_of_line == std::string_view::npos ? lines.size() : end_of_line + 1);
      const auto verified = alone ? verifyCosignatures(*alone, {&witness_.key, 1}, kEver)
                                  : Result<std::vector<Cosignature>>(std::vector<Cosignature>{});
      if (!verified || verified->empty()) continue;
      statement_.time = verified->front().time;
      if (statement_.time > question_.now + kClockToleranceSeconds)
        return end(WitnessAnswer::kUnverified, "its clock is " + std::to_string(statement_.time - question_.now) +
                                                   " s ahead of ours: its cosignature is of the future");
      statement_.cosignature = alone->signatures.front();
      return end(WitnessAnswer::kCosigned, "");
    }
    return end(WitnessAnswer::kUnverified, "it answered without a cosignature that its key verifies");
  }

  const WitnessQuestion& question_;
  const PolicyWitness& witness_;
  WitnessTransport& transport_;
  WitnessStatement statement_;
};

}  // namespace

std::string addCheckpointBody(Position old_size, const std::vector<Digest>& proof, std::string_view note) {
  std::string body = "old " + std::to_string(old_size) + "\n";
  for (const Digest& hash : proof) body += hash.base64() + "\n";
  return body + "\n" + std::string(note);
}

std::string monitoringPath(std::string_view origin) {
  return "/" + sha256(asBytes(origin)).hex() + "/checkpoint";
}

std::vector<WitnessStatement> askWitnesses(const WitnessQuestion& question, const WitnessPolicy& policy,
                                           const LogView& log, WitnessTransport& transport) {
  const auto checkpoint = openCheckpoint(question.note, question.log);
  ASAR_CHECK(checkpoint.ok());
  std::mutex log_mutex;
  const auto proof = [&](Position old_size) -> Result<std::vector<Digest>> {
    if (old_size == 0 || old_size == checkpoint->size) return std::vector<Digest>{};
    const std::lock_guard hold(log_mutex);
    return log.consistency(old_size, checkpoint->size);
  };
  std::vector<WitnessStatement> statements(policy.witnesses.size());
  std::vector<std::thread> asking;
  for (std::size_t i = 0; i < statements.size(); ++i) {
    asking.emplace_back(
        [&, i] { statements[i] = Conversation(question, policy.witnesses[i], transport).run(*checkpoint, proof); });
  }
  for (std::thread& one : asking) one.join();
  return statements;
}

Result<std::string> withCosignatures(std::string_view note, const std::vector<WitnessStatement>& statements) {
  auto parsed = parseNote(note);
  if (!parsed) return parsed.error();
  for (const WitnessStatement& statement : statements) {
    if (!statement.cosignature) continue;
    std::erase_if(parsed->signatures, [&](const NoteSignature& earlier) {
      return earlier.name == statement.cosignature->name && earlier.key_id == statement.cosignature->key_id;
    });
    parsed->signatures.push_back(*statement.cosignature);
  }
  return noteText(*parsed);
}

std::map<std::string, std::uint64_t> cosignersOf(std::string_view note, const WitnessPolicy& policy) {
  std::map<std::string, std::uint64_t> cosigners;
  const auto parsed = parseNote(note);
  if (!parsed) return cosigners;
  for (const PolicyWitness& witness : policy.witnesses) {
    const auto verified = verifyCosignatures(*parsed, {&witness.key, 1}, kEver);
    if (verified && !verified->empty()) cosigners.emplace(witness.name, verified->front().time);
  }
  return cosigners;
}

}  // namespace ledger
