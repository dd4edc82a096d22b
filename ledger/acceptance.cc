#include "ledger/acceptance.h"

#include <algorithm>

#include "ledger/base/limits.h"
#include "ledger/merkle/hashing.h"
#include "ledger/rules/keys.h"
#include "ledger/rules/refusal.h"

namespace ledger {
namespace {

std::string timeText(UtcMs at) {
  return Instant{at, 0}.text();
}

Result<void> acceptTimes(const Header& header, UtcMs recorded_at) {
  // Past the years a record can hold, sums of times would overflow.
  if (header.signed_at > limits::kUtcMsMax || header.signed_at > recorded_at + limits::kClockToleranceMs) {
    return refuse("SIGNED_IN_FUTURE", "signed at " + timeText(header.signed_at) + ", but it is " +
                                          timeText(recorded_at) + ": set the signer's clock");
  }
  if (header.expires_at < header.signed_at || header.expires_at > header.signed_at + limits::kExpiresAfterMax) {
    return refuse("EXPIRY_TOO_FAR",
                  "a submission expires at most 30 days after it was signed, not at " + timeText(header.expires_at));
  }
  if (recorded_at > header.expires_at) {
    return refuse("EXPIRED",
                  "the submission expired at " + timeText(header.expires_at) + ": sign it again under a new id");
  }
  return {};
}

Result<void> acceptFounding(const State& state, const CheckedSubmission& submission) {
  const Header& header = submission.header;
  if (state.ledger().founded)
    return refuse("WRONG_LEDGER", "this ledger is founded already: " + state.ledger().id.text());
  const auto& found = submission.commands[0].body.get<LedgerFound>();
  if (submission.commands.size() != 1) return refuse("COMMANDS_MISMATCH", "the founding submission has one command");
  const bool nothing_seen = header.seen.size == 0 && header.seen.root == emptyRoot();
  if (!header.ledger.isNone() || !nothing_seen)
    return refuse("WRONG_LEDGER", "a founding submission names no ledger and has seen none");
  const auto same_key = [](const Signature& signature, const Authority& authority) {
    return signature.key == authority.key;
  };
  if (!std::ranges::equal(submission.signatures, found.authorities, same_key) ||
      header.person != found.authorities[0].person) {
    return refuse("SIG_INVALID",
                  "a founding submission is signed by every authority it names, in that order, and by nobody else");
  }
  return {};
}

// The registration by a ticket that is the whole submission; nothing in any other.
const KeyRegister* enrolling(const CheckedSubmission& submission) {
  if (submission.commands.size() != 1) return nullptr;
  const auto* registration = submission.commands[0].body.as<KeyRegister>();
  return registration == nullptr || registration->enrolment.isNone() ? nullptr : registration;
}

// Who registers a key by a ticket has no other: the new key signs its own registration, and the ticket speaks for it.
Result<void> acceptKey(const State& state, const CheckedSubmission& submission) {
  const Header& header = submission.header;
  const auto* registration = enrolling(submission);
  if (registration == nullptr) return checkSigningKey(state, header.person, header.key);
  if (header.key != registration->key || header.person != registration->person)
    return refuse("KEY_OF_OTHER_PERSON", "who registers a key by a ticket signs with that very key, as its person");
  if (!state.keys.has(header.key)) return {};
  return refuse("KEY_TAKEN", "the key " + toBase64(header.key.view()) + " was registered before: make a new one");
}

Result<void> acceptSeen(const State& state, const Header& header, const RootAt& root_at) {
  if (header.seen.size == 0) {
    if (header.seen.root != emptyRoot())
      return refuse("SEEN_DIFFERS", "the root of an empty log is " + emptyRoot().hex());
    const auto* key = state.keys.find(header.key);
    if (key == nullptr || !key->seen_nothing) return {};
    return refuse("SEEN_ZERO_TAKEN",
                  "this key has signed without a checkpoint before: verify the newest checkpoint and sign again");
  }
  const auto root = root_at(header.seen.size);
  if (root && *root == header.seen.root) return {};
  return refuse("SEEN_DIFFERS", "the signer saw root " + header.seen.root.hex() + " at size " +
                                    std::to_string(header.seen.size) +
                                    (root ? ", this log had " + root->hex() : ", this log is not that long"));
}

// Tables are made from a log that their signer has seen: so their root is one this log had.
Result<void> acceptReleases(const CheckedSubmission& submission) {
  const Seen& seen = submission.header.seen;
  for (const Command& command : submission.commands) {
    const auto* release = command.body.as<ReleasePublish>();
    if (release == nullptr || (release->at_size == seen.size && release->root == seen.root)) continue;
    return refuse("ROOT_DIFFERS", "the tables are of size " + std::to_string(release->at_size) +
                                      ", but their signer has seen the checkpoint of size " +
                                      std::to_string(seen.size) + ": make them anew from that one");
  }
  return {};
}

Result<void> acceptExpectations(const State& state, const std::vector<Command>& commands) {
  for (const Command& command : commands) {
    if (command.expects.size() > limits::kExpectationsMax)
      return refuse("TOO_LARGE", "a command has at most 16 expectations");
    for (const Expectation& expected : command.expects) {
      const auto* stream = state.streams.find(expected.stream);
      const std::uint64_t version = stream == nullptr ? 0 : stream->version;
      if (version == expected.version) continue;
      return Error{ErrorCode::kConflict, "VERSION_CONFLICT",
                   "stream " + expected.stream.text() + " is at version " + std::to_string(version) +
                       ", the signer expected " + std::to_string(expected.version) +
                       ": look at it again and sign again"};
    }
  }
  return {};
}

}  // namespace

bool isFounding(const CheckedSubmission& submission) {
  return submission.commands[0].body.is<LedgerFound>() && submission.header.ledger.isNone();
}

Result<void> acceptAddress(const State& state, const CheckedSubmission& submission) {
  const LedgerId& meant = submission.header.ledger;
  if (isFounding(submission) || meant == state.ledger().id) return {};
  return refuse("WRONG_LEDGER",
                "the submission is for ledger " + meant.text() + ", this one is " + state.ledger().id.text());
}

UtcMs recordingTime(const State& state, const CheckedSubmission& submission, UtcMs now) {
  const auto* found = submission.commands[0].body.as<LedgerFound>();
  const bool demo = found != nullptr ? found->demo : state.ledger().demo;
  return std::max(demo ? submission.header.signed_at : now, state.ledger().last_recorded_at);
}

Result<void> acceptHeader(const State& state, const CheckedSubmission& submission, UtcMs recorded_at,
                          const RootAt& root_at) {
  const Header& header = submission.header;
  if (isFounding(submission)) {
    ASAR_TRY(acceptFounding(state, submission));
    return acceptTimes(header, recorded_at);
  }
  ASAR_TRY(acceptTimes(header, recorded_at));
  if (submission.signatures.size() != 1) return refuse("SIG_INVALID", "a submission has exactly one signature");
  ASAR_TRY(acceptKey(state, submission));
  ASAR_TRY(acceptSeen(state, header, root_at));
  ASAR_TRY(acceptReleases(submission));
  // Where there is a vault it has taken them.
  if (!submission.openings.empty()) {
    return refuse("VAULT_ABSENT",
                  "this ledger has no vault for the values behind commitments: make one with `asar vault init`, or "
                  "send the commitments alone");
  }
  return acceptExpectations(state, submission.commands);
}

}  // namespace ledger
