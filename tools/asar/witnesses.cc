#include "tools/asar/witnesses.h"

#include <algorithm>
#include <array>
#include <ostream>
#include <set>
#include <thread>

#include "ledger/base/file_io.h"
#include "ledger/merkle/hashing.h"
#include "ledger/merkle/tree.h"
#include "ledger/seal/signed_file.h"
#include "tools/asar/exit_code.h"
#include "tools/asar/log_keys.h"
#include "tools/asar/print.h"
#include "tools/asar/witness_http.h"

namespace tools {
namespace {

using ledger::Checkpoint;
using ledger::Error;
using ledger::ErrorCode;
using ledger::JsonValue;
using ledger::Position;
using ledger::Result;
using ledger::WitnessAnswer;
using ledger::WitnessStatement;
using Statements = std::vector<WitnessStatement>;

constexpr std::size_t kPolicyBytesMax = 1 << 20;
constexpr std::chrono::milliseconds kLockWait{50};
constexpr int kLockWaits = 100;

std::uint64_t secondsNow(const Session& session) {
  return static_cast<std::uint64_t>(std::max<ledger::UtcMs>(session.clock.now(), 0) / 1000);
}

// A file named by an option, else the one kept in the ledger's folder, else none.
std::filesystem::path namedOrKept(const Session& session, const std::optional<std::string>& named, const char* kept) {
  if (named) return *named;
  std::error_code failed;
  const auto type = std::filesystem::status(session.folder / kept, failed).type();
  return type == std::filesystem::file_type::not_found ? std::filesystem::path() : session.folder / kept;
}

// The log beside a writer, with its tree.
struct TreeReading {
  Reading reading;
  ledger::Tree tree;

  ledger::LogView view() {
    const auto leaves = [this](Position first, std::size_t count) { return reading.log->leafHashes(first, count); };
    return {[this, leaves](Position size) { return tree.rootAt(size, leaves); },
            [this, leaves](Position old_size, Position size) { return tree.consistency(old_size, size, leaves); }};
  }
};

Result<std::unique_ptr<TreeReading>> openTree(const Session& session) {
  constexpr Position kHashesAtOnce = 65'536;
  auto reading = openForReading(session);
  if (!reading) return reading.error();
  auto out = std::make_unique<TreeReading>();
  out->reading = std::move(*reading);
  const Position size = out->reading.log->head().size;
  while (out->tree.size() < size) {
    const Position from = out->tree.size();
    const auto hashes = out->reading.log->leafHashes(from, std::min(kHashesAtOnce, size - from));
    if (!hashes) return hashes.error();
    for (const ledger::Digest& hash : *hashes) out->tree.append(hash);
  }
  return out;
}

ledger::WitnessQuestion questionAbout(const Session& session, const Founding& founding, const LastSigned& last) {
  return {last.note, oldestSigning(session, founding), last.known, secondsNow(session)};
}

// Those who cosigned stand at that size now.
void remember(const Statements& statements, Position size, LastSigned& last) {
  for (const WitnessStatement& statement : statements) {
    if (statement.answer == WitnessAnswer::kCosigned) last.known[statement.name] = size;
  }
}

// Judged on the log as it is after they have answered: another run may have written and signed meanwhile.
Result<void> judge(const Session& session, const Statements& statements,
                   const std::optional<Position>& signed_unpublished = {}) {
  const auto tree = openTree(session);
  if (!tree) return tree.error();
  return ledger::maySign(statements, {(*tree)->tree.size(), secondsNow(session), signed_unpublished}, (*tree)->view());
}

Result<Founding> foundingOf(const Session& session) {
  auto reading = openForReading(session);
  if (!reading) return reading.error();
  return std::move(reading->founding);
}

// By any key of the log that still signs.
Result<void> areForLog(const Session& session, const Witnesses& witnesses, const Founding& founding) {
  const auto by_oldest = witnesses.areFor(oldestSigning(session, founding));
  return by_oldest ? by_oldest : witnesses.areFor(founding.log_key);
}

// Not even a signature that was given before is given again for what is not in the log.
Result<void> holds(TreeReading& tree, const Checkpoint& checkpoint) {
  std::string here = "has only " + std::to_string(tree.tree.size()) + " entries";
  if (checkpoint.size <= tree.tree.size()) {
    const auto root = tree.view().root_at(checkpoint.size);
    if (!root) return root.error();
    if (*root == checkpoint.root) return {};
    here = "has another root there, " + root->hex();
  }
  return Error{ErrorCode::kCorrupt, "ROLLBACK_SUSPECTED",
               "a checkpoint of size " + std::to_string(checkpoint.size) + " with root " + checkpoint.root.hex() +
                   " was signed, but the log " + here + ": nothing is signed; restore the log that holds it"};
}

bool sameTree(const Checkpoint& a, const Checkpoint& b) {
  return a.size == b.size && a.root == b.root;
}

// Others hold the lock for moments only, no longer than recording takes: what witnesses were waited for is not given
// up for that.
template <class Take>
auto whenUnlocked(const Take& take) {
  for (int waited = 0;; ++waited) {
    auto taken = take();
    if (taken || taken.error().reason != "LOCKED" || waited == kLockWaits) return taken;
    std::this_thread::sleep_for(kLockWait);
  }
}

std::string_view wordOf(WitnessAnswer answer) {
  constexpr std::array<std::string_view, 9> kWords = {"cosigned", "notAsked",  "silent",     "unknownLog", "keyRefused",
                                                      "ahead",    "otherTree", "unverified", "refused"};
  return kWords[static_cast<std::size_t>(answer)];
}

}  // namespace

Result<std::optional<Witnesses>> Witnesses::of(const Session& session, const Arguments& arguments) {
  const auto file = namedOrKept(session, arguments.find("witness-policy"), "witnesses.policy");
  if (file.empty()) return std::optional<Witnesses>();
  const auto bytes = ledger::readWholeFile(file, kPolicyBytesMax);
  if (!bytes) return bytes.error();
  auto policy = ledger::parseWitnessPolicy(ledger::asText(*bytes));
  if (!policy) return Error{policy.error().code, policy.error().reason, file.string() + ": " + policy.error().message};
  auto transport = witnessesOverHttp(namedOrKept(session, arguments.find("witness-ca"), "witnesses.pem"));
  if (!transport) return transport.error();
  Witnesses witnesses;
  witnesses.policy_ = std::move(*policy);
  witnesses.transport_ = std::move(*transport);
  return std::optional(std::move(witnesses));
}

Result<void> Witnesses::areFor(const ledger::VerifierKey& log) const {
  const bool named = std::ranges::any_of(
      policy_.logs, [&](const ledger::PolicyLog& one) { return one.key.key == log.key && one.key.name == log.name; });
  if (named || policy_.logs.empty()) return {};
  return Error{
      ErrorCode::kInvalid, "POLICY_OTHER_LOG",
      "the policy of the witnesses names other logs than this one: add the line \"log " + ledger::vkeyText(log) + "\""};
}

Statements Witnesses::ask(const ledger::WitnessQuestion& question, const ledger::LogView& log) const {
  return ledger::askWitnesses(question, policy_, log, *transport_);
}

Result<LastSigned> lastSigned(const Session& session, const Founding& founding, const LogSigners& signers,
                              const Witnesses& witnesses) {
  LastSigned last;
  last.checkpoint = {founding.found.origin, 0, ledger::emptyRoot()};
  const auto stored = ledger::SignedFile(signedFile(session)).last();
  if (!stored) return stored.error();
  if (*stored) last.checkpoint = **stored;
  const auto published = readPublished(session, founding);
  if (!published) return published.error();
  last.published = published->has_value();
  if (*published) {
    if ((*published)->checkpoint.size > last.checkpoint.size) last.checkpoint = (*published)->checkpoint;
    for (const auto& [name, time] : ledger::cosignersOf((*published)->note, witnesses.policy()))
      last.known[name] = (*published)->checkpoint.size;
  }
  // The signature of one text by one key is always the same: nothing is signed here that was not signed before, but
  // the empty tree, which is the beginning of every log. A key that came later signs what those before it signed.
  ledger::SignedNote note{ledger::checkpointText(last.checkpoint), {}};
  note.signatures.push_back(ledger::signNote(note.text, founding.found.origin, signers.in_use.pair));
  auto text = withEarlierKeys(ledger::noteText(note), signers, founding);
  if (!text) return text.error();
  last.note = std::move(*text);
  return last;
}

Result<Witnessed> createWitnessed(const Session& session, const Arguments& arguments, const Witnesses& witnesses) {
  const auto founding_here = foundingOf(session);
  if (!founding_here) return founding_here.error();
  const Founding& founding = *founding_here;
  const auto signers = readLogSigners(session, arguments, founding);
  if (!signers) return signers.error();
  ASAR_TRY(areForLog(session, witnesses, founding));
  auto last = lastSigned(session, founding, *signers, witnesses);
  if (!last) return last.error();
  // After what was signed, so that the log cannot seem shorter than that because another run is writing.
  auto tree = openTree(session);
  if (!tree) return tree.error();
  ASAR_TRY(holds(**tree, last->checkpoint));
  Witnessed out;
  out.statements = witnesses.ask(questionAbout(session, founding, *last), (*tree)->view());
  tree->reset();
  ASAR_TRY(judge(session, out.statements, last->published ? std::nullopt : std::optional(last->checkpoint.size)));
  {
    auto writing = whenUnlocked([&] { return openForWriting(session); });
    if (!writing) return writing.error();
    auto made = signCheckpoint(session, *signers, *writing);
    if (!made) return made.error();
    out.published = std::move(*made);
  }
  // Where nothing is new, they have spoken about this one already.
  if (!sameTree(out.published.checkpoint, last->checkpoint)) {
    remember(out.statements, last->checkpoint.size, *last);
    last->note = out.published.note;
    tree = openTree(session);
    if (!tree) return tree.error();
    out.statements = witnesses.ask(questionAbout(session, founding, *last), (*tree)->view());
    tree->reset();
    ASAR_TRY(judge(session, out.statements));
  }
  auto note = ledger::withCosignatures(out.published.note, out.statements);
  if (!note) return note.error();
  out.published.note = std::move(*note);
  ASAR_TRY(whenUnlocked([&] { return publishNote(session, out.published); }));
  return out;
}

Result<Published> publishAndGoOn(const Session& session, const Arguments& arguments, Writing& writing) {
  auto published = publishCheckpoint(session, arguments, writing);
  if (!published || writing.ledger) return published;
  auto again = whenUnlocked([&] { return openForWriting(session); });
  if (!again) return again.error();
  writing = std::move(*again);
  return published;
}

Result<std::uint64_t> cosignersIn(const Session& session, const Arguments& arguments, const std::string& note) {
  const auto witnesses = Witnesses::of(session, arguments);
  if (!witnesses) return witnesses.error();
  return *witnesses ? std::uint64_t{ledger::cosignersOf(note, (*witnesses)->policy()).size()} : 0;
}

void describeWitnesses(Session& session, const Witnesses& witnesses, const Witnessed& witnessed, Answer& answer) {
  const auto cosigners = ledger::cosignersOf(witnessed.published.note, witnesses.policy());
  std::set<std::string> names;
  JsonValue::List cosigned;
  std::string told;
  for (const auto& [name, time] : cosigners) {
    names.insert(name);
    cosigned.emplace_back(JsonValue::Fields{{"name", name}, {"time", time}});
    told += say(session.language, "witnesses.cosigned", {name}) + "\n";
  }
  JsonValue::List others;
  for (const WitnessStatement& statement : witnessed.statements) {
    if (names.contains(statement.name)) continue;
    others.emplace_back(
        JsonValue::Fields{{"name", statement.name}, {"answer", wordOf(statement.answer)}, {"why", statement.why}});
    told += say(session.language, "witnesses.not", {statement.name, statement.why}) + "\n";
  }
  const bool met = witnesses.policy().isMetBy(names);
  told += std::string(say(session.language, met ? "witnesses.enough" : "witnesses.too.few")) + "\n";
  answer.json.set("witnesses", std::uint64_t{cosigners.size()});
  answer.json.set("cosigned", std::move(cosigned));
  answer.json.set("notCosigned", std::move(others));
  answer.json.set("quorum", met);
  if (!met) answer.exit_code = kFindings;
  // The note alone goes to standard output, as it always does.
  if (!session.json && !session.quiet) session.err << told;
}

}  // namespace tools
