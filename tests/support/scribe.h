// Scribe — signs commands for anybody and submits them to a ledger: what tests and samples write with.
//
// Shape    the class of a submission is that of its first command; ids, nonces and keys come from `random`.
// Errors   the ledger's own.
// Threads  one.
// Rule     it holds private keys of persons: never for a real ledger.
#pragma once

#include <span>
#include <vector>

#include "ledger/ledger.h"

namespace tests {

struct Actor {
  ledger::PersonId person;
  ledger::KeyPair key;
};

ledger::KeyPair newKey(ledger::Random& random);
Actor newActor(ledger::Random& random);

class Scribe {
 public:
  Scribe(ledger::Ledger& ledger, ledger::EventLog& log, ledger::Random& random)
      : ledger_(ledger), log_(log), random_(random) {}

  // Founds the ledger with these authorities; fills in their keys and the schema hash.
  ledger::Result<ledger::Receipt> found(ledger::LedgerFound command, std::span<const Actor> authorities);

  // Goes on in a ledger that is founded already.
  void join();

  // The moment at which everything is signed from now on.
  void setNow(ledger::UtcMs now) { now_ = now; }
  ledger::UtcMs now() const { return now_; }
  // Signers have verified the newest head from now on.
  void see();
  const ledger::Sealed& seen() const { return seen_; }

  ledger::Submission sign(const Actor& actor, const std::vector<ledger::CommandBody>& bodies,
                          ledger::Assurance assurance = ledger::Assurance::kSelf);
  ledger::Result<ledger::Receipt> submit(const Actor& actor, const std::vector<ledger::CommandBody>& bodies,
                                         ledger::Assurance assurance = ledger::Assurance::kSelf);
  // Endorses every event of an earlier submission of proposals.
  ledger::Result<ledger::Receipt> endorse(const Actor& actor, const ledger::Receipt& proposals,
                                          ledger::Visibility visibility);
  // Proposed by the first, endorsed by the second.
  ledger::Result<ledger::Receipt> submitByTwo(const Actor& first, const Actor& second,
                                              const std::vector<ledger::CommandBody>& bodies);

  // Of the first event of a submission.
  ledger::Digest firstLeafOf(const ledger::Receipt& receipt) const;

  ledger::KeyRegister registration(const Actor& actor) const;
  ledger::KeyRotate rotation(const Actor& actor, const ledger::KeyPair& next) const;
  ledger::LedgerId ledgerId() const { return id_; }
  ledger::Ledger& ledger() { return ledger_; }
  ledger::EventLog& log() { return log_; }
  ledger::Random& random() { return random_; }

 private:
  ledger::Submission signAs(const Actor& actor, const std::vector<ledger::CommandBody>& bodies,
                            ledger::Visibility visibility, ledger::Assurance assurance);

  ledger::Ledger& ledger_;
  ledger::EventLog& log_;
  ledger::Random& random_;
  ledger::LedgerId id_;
  ledger::UtcMs now_ = 0;
  ledger::Sealed seen_;
};

}  // namespace tests
