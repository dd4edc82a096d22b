#include "tools/bench/workload.h"

#include <cstdio>
#include <cstdlib>

#include "ledger/seal/checkpoint.h"
#include "tools/bench/draws.h"
#include "tools/bench/founding.h"

namespace tools {
namespace {

using ledger::Assurance;
using ledger::AttestationMethod;
using ledger::CommandBody;
using ledger::Currency;
using ledger::Digest;
using ledger::DocumentKind;
using ledger::Error;
using ledger::ExpenditureRecord;
using ledger::ExpenditureVerify;
using ledger::HoursAttest;
using ledger::HoursClaim;
using ledger::HoursCorrect;
using ledger::HoursReason;
using ledger::kMsPerMinute;
using ledger::Minutes;
using ledger::Money;
using ledger::PaymentMethod;
using ledger::PersonId;
using ledger::RefundSend;
using ledger::SeededRandom;
using ledger::SubjectId;
using ledger::Submission;
using ledger::UtcMs;

constexpr const char* kOrigin = "log.example/test";
constexpr std::size_t kEventsPerVolunteer = 33;
constexpr std::size_t kEventsPerGrant = 800;
constexpr std::size_t kVendors = 5'000;
// Pairs of submissions, a new one and one that answers an earlier: of 25 six are money; beside 50 there are three
// others.
constexpr std::size_t kPairsPerMix = 25;
constexpr std::size_t kPairsPerOthers = 50;

using Bodies = std::vector<CommandBody>;

class Maker {
 public:
  Maker(std::size_t events, std::size_t commands)
      : founding_(events / kEventsPerVolunteer + kCommandsPerSubmission, events / kEventsPerGrant + 8),
        world_(*founding_.world),
        random_(world_.random),
        draws_(random_),
        commands_(commands) {
    for (std::size_t i = 0; i < kVendors; ++i) vendors_.push_back(draws_.words(1) + "-" + draws_.words(1));
  }

  Workload make(std::size_t events) {
    Workload workload;
    const std::size_t submissions = events / commands_ + 1;
    for (std::size_t i = 0; workload.submissions.size() < submissions; ++i) {
      workload.submissions.push_back(isHours(i) ? claims() : expenditures());
      if (i >= kSubmissionsBetween)
        workload.submissions.push_back(isHours(i - kSubmissionsBetween) ? attestations() : verifications());
      if (i % kPairsPerOthers == 0) workload.submissions.push_back(registrations());
      if (i % kPairsPerOthers == 16) workload.submissions.push_back(refunds());
      // Not before the first attestations have their receipts.
      if (i % kPairsPerOthers == 33 && i > kPairsPerOthers) workload.submissions.push_back(corrections());
    }
    workload.events = workload.submissions.size() * commands_;
    workload.keeper = founding_.keeper;
    workload.world = std::move(founding_.world);
    return workload;
  }

 private:
  static bool isHours(std::size_t pair) { return pair % kPairsPerMix % 4 != 3; }

  struct Spent {
    SubjectId grant;
    SubjectId expenditure;
  };

  Money tenge(std::int64_t minor) const { return {minor, *Currency::parse("KZT")}; }

  Submission claims() {
    Bodies bodies;
    for (std::size_t i = 0; i < commands_; ++i) {
      const std::size_t volunteer = claimed_.size() % founding_.volunteers.size();
      const std::size_t day = claimed_.size() / founding_.volunteers.size() % kActivityDays;
      HoursClaim claim;
      claim.hours = world_.newId();
      claim.volunteer = founding_.volunteers[volunteer];
      claim.activity = founding_.activities[volunteer % kProjects * kActivityDays + day];
      claim.minutes = draws_.duration();
      const std::int64_t latest = (kActivityMinutes - claim.minutes.count()) * kMsPerMinute;
      claim.occurred_at = {
          Founding::beginOn(day) + static_cast<UtcMs>(random_.below(static_cast<std::uint64_t>(latest))), 300};
      claim.role = draws_.words(1);
      claim.split = true;
      claimed_.push_back(claim);
      bodies.emplace_back(std::move(claim));
    }
    return world_.scribe.sign(world_.clerk, bodies, Assurance::kAssisted);
  }

  Submission attestations() {
    Bodies bodies;
    for (std::size_t i = 0; i < commands_; ++i) {
      const HoursClaim& claim = claimed_[attested_++];
      bodies.emplace_back(
          HoursAttest{claim.hours, claim.minutes, AttestationMethod::kPresent, HoursReason::kNone, world_.now()});
    }
    return world_.scribe.sign(world_.attestor, bodies);
  }

  Submission expenditures() {
    Bodies bodies;
    for (std::size_t i = 0; i < commands_; ++i) {
      const std::size_t number = spent_.size();
      const Spent spent{founding_.grants[number % founding_.grants.size()], world_.newId()};
      Digest document;
      random_.fill(document.bytes);
      bodies.emplace_back(ExpenditureRecord{spent.grant, spent.expenditure, "materials", tenge(draws_.sum()), document,
                                            DocumentKind::kInvoice, "INV-" + std::to_string(number),
                                            world_.now().civilDay(), vendors_[random_.below(kVendors)],
                                            PaymentMethod::kBank, world_.now()});
      spent_.push_back(spent);
    }
    return world_.scribe.sign(world_.officer, bodies);
  }

  Submission verifications() {
    Bodies bodies;
    for (std::size_t i = 0; i < commands_; ++i) {
      const Spent& spent = spent_[verified_++];
      bodies.emplace_back(ExpenditureVerify{spent.grant, spent.expenditure, world_.now()});
    }
    return world_.scribe.sign(world_.verifier, bodies);
  }

  Submission registrations() {
    Bodies bodies;
    for (std::size_t i = 0; i < commands_; ++i) bodies.emplace_back(founding_.registration(random_.id<PersonId>()));
    return world_.scribe.sign(world_.clerk, bodies);
  }

  Submission refunds() {
    Bodies bodies;
    for (std::size_t i = 0; i < commands_; ++i) {
      const SubjectId& grant = founding_.grants[refunded_++ % founding_.grants.size()];
      bodies.emplace_back(
          RefundSend{grant, world_.newId(), tenge(draws_.sum()), "R-" + std::to_string(refunded_), world_.now()});
    }
    return world_.scribe.sign(world_.officer, bodies);
  }

  // A minute less each.
  Submission corrections() {
    Bodies bodies;
    for (std::size_t i = 0; i < commands_; ++i) {
      const HoursClaim& claim = claimed_[corrected_++];
      bodies.emplace_back(
          HoursCorrect{claim.hours, claim.minutes - Minutes{1}, HoursReason::kArithmetic, world_.now()});
    }
    return world_.scribe.sign(world_.attestor2, bodies);
  }

  Founding founding_;
  tests::World& world_;
  SeededRandom& random_;
  Draws draws_;
  std::size_t commands_;
  std::vector<std::string> vendors_;
  std::vector<HoursClaim> claimed_;
  std::size_t attested_ = 0;
  std::size_t corrected_ = 0;
  std::vector<Spent> spent_;
  std::size_t verified_ = 0;
  std::size_t refunded_ = 0;
};

}  // namespace

ledger::VerifierKey Workload::logKey() const {
  return verifierKey(kOrigin, ledger::NoteKeyType::kEd25519, world->log_key->publicKey());
}

std::string Workload::signedNote(ledger::Position size, const Digest& root) const {
  const std::string text = checkpointText(ledger::Checkpoint{kOrigin, size, root});
  return noteText(ledger::SignedNote{text, {signNote(text, kOrigin, *world->log_key)}});
}

Workload makeWorkload(std::size_t events, std::size_t commands_per_submission) {
  return Maker(events, commands_per_submission).make(events);
}

void giveUp(const Error& error) {
  std::fprintf(stderr, "asar_bench: %s: %s\n", error.reason.c_str(), error.message.c_str());
  std::fflush(stdout);
  std::_Exit(1);  // several threads may give up at once: nothing is taken apart
}

}  // namespace tools
