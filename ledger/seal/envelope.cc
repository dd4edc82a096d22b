#include "ledger/seal/envelope.h"

#include "ledger/base/limits.h"
#include "ledger/event/codec.h"
#include "ledger/merkle/hashing.h"

namespace ledger {
namespace {

constexpr std::string_view kSubmissionType = "application/vnd.asar.submission.v1+capnp";

Error refused(std::string reason, std::string message) {
  return {ErrorCode::kRefused, std::move(reason), std::move(message)};
}

Result<void> checkSizes(const Submission& submission) {
  if (submission.commands.empty() || submission.commands.size() > limits::kCommandsPerSubmissionMax) {
    return refused("TOO_MANY_COMMANDS",
                   "a submission has 1 to 4096 commands, not " + std::to_string(submission.commands.size()));
  }
  std::size_t bytes = 0;
  for (const Bytes& command : submission.commands) bytes += command.size();
  if (bytes > limits::kCommandBytesPerSubmissionMax) {
    return refused("TOO_LARGE",
                   "the commands have " + std::to_string(bytes) + " bytes, more than 1 MiB: send several submissions");
  }
  return {};
}

Result<void> checkSignatures(const Submission& submission, const Header& header) {
  const std::size_t count = submission.signatures.size();
  if (count == 0 || count > limits::kSignaturesMax || submission.signatures[0].key != header.key) {
    return refused("SIG_INVALID", "the first signature is by the key the header names");
  }
  const Bytes message = signedMessage(submission.header);
  for (const Signature& signature : submission.signatures) {
    if (!isAcceptableKey(signature.key.bytes)) {
      return refused("KEY_REJECTED",
                     "the key " + toBase64(signature.key.view()) + " is a weak or malformed Ed25519 key");
    }
    if (!verifySignature(signature.key.bytes, message, signature.signature.bytes)) {
      return refused("SIG_INVALID", "the signature by key " + toBase64(signature.key.view()) + " does not verify");
    }
  }
  return {};
}

}  // namespace

ActorKey actorKeyOf(const KeyPair& key) {
  return ActorKey{key.publicKey()};
}

Bytes signedMessage(ByteView header) {
  std::string text = "DSSEv1 " + std::to_string(kSubmissionType.size()) + " " + std::string(kSubmissionType) + " " +
                     std::to_string(header.size()) + " ";
  Bytes message = toBytes(asBytes(text));
  appendBytes(message, header);
  return message;
}

LedgerId ledgerIdOf(ByteView founding_header) {
  const Digest digest = sha256(founding_header);
  LedgerId id;
  std::copy_n(digest.bytes.begin(), id.bytes.size(), id.bytes.begin());
  return id;
}

Submission signSubmission(const SubmissionDraft& draft, const std::vector<Command>& commands, const KeyPair& key) {
  Submission submission;
  for (const Command& command : commands) submission.commands.push_back(encode(command));
  const Header header{draft.ledger,
                      draft.submission,
                      actorKeyOf(key),
                      draft.person,
                      draft.signed_at,
                      draft.expires_at,
                      draft.seen,
                      static_cast<std::uint32_t>(commands.size()),
                      rootOf(submission.commands),
                      draft.visibility,
                      draft.assurance};
  submission.header = encode(header);
  addSignature(submission, key);
  return submission;
}

void addSignature(Submission& submission, const KeyPair& key) {
  submission.signatures.push_back({actorKeyOf(key), ActorSignature{key.sign(signedMessage(submission.header))}});
}

ActorSignature provePossession(const LedgerId& ledger, const PersonId& person, const KeyPair& key) {
  Bytes message = toBytes(asBytes("asar/pop/v1"));
  appendBytes(message, ledger.bytes);
  appendBytes(message, person.bytes);
  appendBytes(message, key.publicKey());
  return ActorSignature{key.sign(message)};
}

Result<CheckedSubmission> checkSubmission(const Submission& submission) {
  ASAR_TRY(checkSizes(submission));
  auto header = decodeHeader(submission.header);
  if (!header) return header.error();
  ASAR_TRY(checkSignatures(submission, *header));
  if (header->count != submission.commands.size() || header->commands_root != rootOf(submission.commands)) {
    return refused("COMMANDS_MISMATCH", "the header was signed for other commands: " + std::to_string(header->count) +
                                            " of root " + header->commands_root.hex());
  }
  CheckedSubmission checked;
  checked.header = *header;
  checked.header_bytes = submission.header;
  checked.header_hash = sha256(submission.header);
  checked.signatures = submission.signatures;
  checked.command_bytes = submission.commands;
  checked.openings = submission.openings;
  for (std::size_t i = 0; i < submission.commands.size(); ++i) {
    auto command = decodeCommand(submission.commands[i]);
    if (!command)
      return Error{command.error().code, command.error().reason,
                   "command " + std::to_string(i) + ": " + command.error().message};
    checked.commands.push_back(std::move(*command));
  }
  return checked;
}

const SignatureRules& signatureRules() {
  static constexpr SignatureRules kRules{[](const ActorKey& key) { return isAcceptableKey(key.bytes); },
                                         [](const ActorKey& key, ByteView message, const ActorSignature& signature) {
                                           return verifySignature(key.bytes, message, signature.bytes);
                                         }};
  return kRules;
}

}  // namespace ledger
