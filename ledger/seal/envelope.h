// Envelope — signing submissions, and checking what was signed.
//
// Shape    Ed25519 over the DSSE pre-authentication encoding of the header bytes.
// Errors   kRefused SIG_INVALID, KEY_REJECTED, COMMANDS_MISMATCH, TOO_MANY_COMMANDS, TOO_LARGE;
//          kInvalid MALFORMED, NOT_CANONICAL.
// Threads  pure functions.
// Source   ledger/schema/README.md sections 2 and 3; DSSE protocol 1.0.
#pragma once

#include <vector>

#include "ledger/event/signature_rules.h"
#include "ledger/event/values.h"
#include "ledger/seal/ed25519.h"

namespace ledger {

struct SubmissionDraft {
  LedgerId ledger;  // none for the founding submission
  SubmissionId submission;
  PersonId person;
  UtcMs signed_at = 0;
  UtcMs expires_at = 0;
  Seen seen;
  Visibility visibility = Visibility::kPublic;
  Assurance assurance = Assurance::kSelf;
};

ActorKey actorKeyOf(const KeyPair& key);

// What an actor signs: "DSSEv1 …" around the header bytes.
Bytes signedMessage(ByteView header);
LedgerId ledgerIdOf(ByteView founding_header);

Submission signSubmission(const SubmissionDraft& draft, const std::vector<Command>& commands, const KeyPair& key);
// Adds a further authority's signature to a founding submission.
void addSignature(Submission& submission, const KeyPair& key);
// Proof that whoever registers `key` holds it.
ActorSignature provePossession(const LedgerId& ledger, const PersonId& person, const KeyPair& key);

// A submission whose bytes, signature and commands fit together; keys, roles and rules are not judged yet.
struct CheckedSubmission {
  Header header;
  Bytes header_bytes;
  Digest header_hash;
  std::vector<Signature> signatures;
  std::vector<Command> commands;
  std::vector<Bytes> command_bytes;
  std::vector<Opening> openings;  // not fitted to their commitments yet
};
Result<CheckedSubmission> checkSubmission(const Submission& submission);

// The means the rules check signatures by.
const SignatureRules& signatureRules();

}  // namespace ledger
