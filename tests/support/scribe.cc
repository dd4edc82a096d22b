#include "tests/support/scribe.h"

#include "ledger/event/codec.h"
#include "ledger/merkle/hashing.h"
#include "ledger/rules/keys.h"

namespace tests {

using namespace ledger;

KeyPair newKey(Random& random) {
  Seed seed{};
  random.fill(seed);
  auto pair = KeyPair::fromSeed(seed);
  ASAR_CHECK(pair.ok());
  return *pair;
}

Actor newActor(Random& random) {
  const PersonId person = random.id<PersonId>();
  return {person, newKey(random)};
}

Result<Receipt> Scribe::found(LedgerFound command, std::span<const Actor> authorities) {
  command.schema_hash = schemaHash();
  for (const Actor& one : authorities) command.authorities.push_back({one.person, actorKeyOf(one.key)});
  seen_ = {0, emptyRoot()};
  Submission submission = signAs(authorities[0], {command}, Visibility::kPublic, Assurance::kSelf);
  for (const Actor& one : authorities.subspan(1)) addSignature(submission, one.key);
  auto receipt = ledger_.submit(submission);
  if (!receipt) return receipt;
  id_ = receipt->ledger;
  see();
  return receipt;
}

void Scribe::join() {
  ledger_.inspect([this](const State& state) { id_ = state.ledger().id; });
  see();
}

void Scribe::see() {
  seen_ = ledger_.sealed();
}

Submission Scribe::signAs(const Actor& actor, const std::vector<CommandBody>& bodies, Visibility visibility,
                          Assurance assurance) {
  std::vector<Command> commands;
  commands.reserve(bodies.size());
  for (const CommandBody& body : bodies) commands.push_back({random_.id<NonceId>(), {}, body});
  const SubmissionDraft draft{id_,
                              timeOrderedId(now_, random_),
                              actor.person,
                              now_,
                              now_ + kMsPerDay,
                              {seen_.size, seen_.root},
                              visibility,
                              assurance};
  return signSubmission(draft, commands, actor.key);
}

Submission Scribe::sign(const Actor& actor, const std::vector<CommandBody>& bodies, Assurance assurance) {
  return signAs(actor, bodies, traitsOf(bodies.at(0).kind()).visibility, assurance);
}

Result<Receipt> Scribe::submit(const Actor& actor, const std::vector<CommandBody>& bodies, Assurance assurance) {
  return ledger_.submit(sign(actor, bodies, assurance));
}

Result<Receipt> Scribe::endorse(const Actor& actor, const Receipt& proposals, Visibility visibility) {
  const auto leaves = log_.leafHashes(proposals.submission + 1, proposals.count);
  if (!leaves) return leaves.error();
  std::vector<CommandBody> bodies;
  for (const Digest& leaf : *leaves) bodies.emplace_back(Endorse{leaf});
  return ledger_.submit(signAs(actor, bodies, visibility, Assurance::kSelf));
}

Result<Receipt> Scribe::submitByTwo(const Actor& first, const Actor& second, const std::vector<CommandBody>& bodies) {
  auto proposed = submit(first, bodies);
  if (!proposed) return proposed;
  return endorse(second, *proposed, traitsOf(bodies.at(0).kind()).visibility);
}

KeyRegister Scribe::registration(const Actor& actor) const {
  return {actor.person, actorKeyOf(actor.key), provePossession(id_, actor.person, actor.key)};
}

KeyRotate Scribe::rotation(const Actor& actor, const KeyPair& next) const {
  return {actor.person, actorKeyOf(actor.key), actorKeyOf(next), provePossession(id_, actor.person, next)};
}

Digest Scribe::firstLeafOf(const Receipt& receipt) const {
  const auto leaves = log_.leafHashes(receipt.submission + 1, 1);
  ASAR_CHECK(leaves.ok());
  return leaves->at(0);
}

}  // namespace tests
