// World — a small ledger for tests of the audit, filled through its own front door; and a dishonest operator, who
// puts into the log what that door refuses.
#pragma once

#include <functional>

#include "ledger/base/clock.h"
#include "ledger/event/codec.h"
#include "ledger/ledger.h"
#include "ledger/log/memory_log.h"
#include "ledger/seal/envelope.h"
#include "tests/audit/made_bundle.h"

namespace audit::tests {

struct Actor {
  ledger::PersonId person;
  ledger::KeyPair key;
};

struct Forgery {
  ledger::CommandBody body;
  ledger::Visibility visibility = ledger::Visibility::kPrivate;
  ledger::Assurance assurance = ledger::Assurance::kSelf;
  ledger::Decision decision{ledger::kRulesVersion, ledger::Effect::kEffective, 0, 0, {}};
  std::vector<ledger::Expectation> expects{};
  std::function<void(ledger::SubmissionDraft&)> before{};  // what is signed is changed
  std::function<void(ledger::Submission&)> after{};        // what was signed is changed
};

// One of several forgeries in a row. An Endorse of no proposal endorses the entry before it.
struct Act {
  Actor actor;
  Forgery forgery;
};

// What `broken` says where nothing is wrong but that.
inline std::string only(const std::string& name) {
  return name + " ";
}

// The registration number of an organisation, one for each number up to 99,999.
std::string binOf(unsigned number);

class World {
  // First, since all that is made out of it follows.
  ledger::SeededRandom random_;

 public:
  explicit World(std::uint64_t seed = 20260101);

  // A founding, an office, two organisations, a programme, people with keys and roles, a project with an activity.
  void settle();
  // Hours claimed and attested; a grant paid and partly spent. Requires settle().
  void work();

  // Through the front door; aborts where the ledger refuses.
  void say(const Actor& actor, const ledger::CommandBody& body, ledger::Visibility visibility,
           ledger::Assurance assurance = ledger::Assurance::kSelf);
  void submit(const ledger::Submission& submission);
  // Through the front door, which may refuse.
  ledger::Result<ledger::Receipt> offer(const ledger::Submission& submission) { return ledger_->submit(submission); }
  // An import of these commands under `batch`.
  void import(const ledger::SubjectId& batch, std::vector<ledger::CommandBody> bodies, ledger::Visibility visibility);
  // In which a batch is voided; public where there is none.
  ledger::Visibility classOfBatch(const ledger::SubjectId& batch);
  // The leaf hash of a proposal.
  ledger::Digest propose(const Actor& actor, const ledger::CommandBody& body, ledger::Visibility visibility);
  void agree(const Actor& actor, const Actor& second, const ledger::CommandBody& body, ledger::Visibility visibility);
  Actor enrol(ledger::AgeBand band = ledger::AgeBand::kFrom18to35);
  void give(const Actor& actor, ledger::Role role, ledger::SubjectId scope = {});

  std::vector<Buffer> entries();
  Buffer entry(std::uint64_t index);
  ledger::EventLog& log() { return log_; }
  // The log with one more submission that nobody judged: chain, streams and signatures hold.
  std::vector<Buffer> forged(const Actor& actor, const Forgery& forgery);
  // The names of what the second opinion finds wrong with the forged submission, each followed by a space; all of
  // the report where it finds something wrong elsewhere.
  std::string broken(const Actor& actor, const Forgery& forgery);
  std::string broken(const ledger::Submission& submission, const ledger::Decision& decision);
  // Those of an endorsement, of a proposal that nobody judged either.
  std::string brokenEndorsement(const Actor& actor, const Forgery& proposal, const Actor& endorser,
                                ledger::Decision endorsed = {ledger::kRulesVersion});
  // The log with all of these, each in a submission of its own; and the names of what is found in any of them.
  std::vector<Buffer> forged(const std::vector<Act>& acts);
  std::string broken(const std::vector<Act>& acts);
  // Makes the chain hold again after entries were changed.
  static void rechain(std::vector<ledger::Entry>& entries);

  template <class AnyId>
  AnyId fresh() {
    return random_.id<AnyId>();
  }
  ledger::SubjectId subject() { return fresh<ledger::SubjectId>(); }
  ledger::Instant now() { return {clock_.now(), 300}; }
  ledger::Instant ago(std::int64_t minutes) { return {clock_.now() - minutes * ledger::kMsPerMinute, 300}; }
  ledger::Digest digest();
  void wait(std::int64_t minutes) { clock_.advance(minutes * ledger::kMsPerMinute); }

  Actor newActor();
  ledger::Submission sign(const Actor& actor, const Forgery& what);
  ledger::Submission signImport(const Actor& actor, std::vector<ledger::CommandBody> bodies,
                                ledger::Visibility visibility);
  ledger::Digest leafOf(std::uint64_t index);
  ledger::Ledger& front() { return *ledger_; }
  ledger::SeededRandom& random() { return random_; }

  ledger::KeyPair log_key;
  Actor first;
  Actor second;
  ledger::LedgerId id;
  ledger::SubjectId office, funder, grantee, programme, project, activity, hours, grant, disbursement, expenditure;
  std::optional<Actor> clerk, officer, attestor, volunteer, funder_one, funder_two, payer, verifier, auditor, importer;

 private:
  void found();
  std::vector<Buffer> forged(const ledger::Submission& submission, const ledger::Decision& decision);
  void append(std::vector<Buffer>& all, const ledger::Submission& submission, const ledger::Decision& decision);
  std::string namesOf(const std::vector<Buffer>& forged_log, std::size_t commands);
  ledger::SubmissionDraft draft(const Actor& actor, ledger::Visibility visibility, ledger::Assurance assurance);

  ledger::FixedClock clock_{1'767'225'600'000};  // 2026-01-01T00:00:00Z
  ledger::MemoryLog log_;
  std::unique_ptr<ledger::Ledger> ledger_;
};

}  // namespace audit::tests
