#include "tools/bench/workload.h"

#include <cstdio>
#include <cstdlib>

#include "ledger/seal/checkpoint.h"

namespace tools {
namespace {

using ledger::AgeBand;
using ledger::AgreementSign;
using ledger::Assurance;
using ledger::AttestationMethod;
using ledger::CivilDay;
using ledger::CommandBody;
using ledger::CostType;
using ledger::Currency;
using ledger::Digest;
using ledger::DocumentKind;
using ledger::Error;
using ledger::ErrorCode;
using ledger::ExpenditureRecord;
using ledger::ExpenditureVerify;
using ledger::FundSource;
using ledger::GrantAward;
using ledger::GrantClass;
using ledger::HoursAttest;
using ledger::HoursClaim;
using ledger::HoursReason;
using ledger::Instant;
using ledger::kMsPerDay;
using ledger::kMsPerMinute;
using ledger::Minutes;
using ledger::Money;
using ledger::PaymentMethod;
using ledger::PersonId;
using ledger::PersonRegister;
using ledger::SeededRandom;
using ledger::SubjectId;
using ledger::Submission;
using ledger::TrancheApprove;
using ledger::TrancheDisburse;
using ledger::UtcMs;

constexpr const char* kOrigin = "log.example/test";
constexpr std::size_t kEventsPerVolunteer = 33;
constexpr std::size_t kEventsPerGrant = 800;
constexpr std::int64_t kGrantMinor = 100'000'000'000;
// The activity lasts eight hours, and nobody stays past its end.
constexpr UtcMs kServiceMs = UtcMs{7} * 60 * kMsPerMinute;

using Bodies = std::vector<CommandBody>;

class Maker {
 public:
  Maker(std::size_t events, std::size_t commands)
      : world_(std::make_unique<tests::World>()),
        random_(world_->random),
        commands_(commands),
        keeper_(tests::newActor(random_)) {
    if (!world_->failure().empty()) giveUp({ErrorCode::kRefused, "WORLD", world_->failure()});
    world_->advance(2 * kMsPerDay);
    registerVolunteers(events / kEventsPerVolunteer + kCommandsPerSubmission);
    awardGrants(events / kEventsPerGrant + 8);
    appointKeeper();
    world_->scribe.see();
  }

  Workload make(std::size_t events) {
    Workload workload;
    const std::size_t submissions = events / commands_ + 1;
    for (std::size_t i = 0; workload.submissions.size() < submissions; ++i) {
      // Of four pairs three are hours and one is money.
      const bool hours = i % 4 != 3;
      workload.submissions.push_back(hours ? claims() : expenditures());
      if (i >= kSubmissionsBetween)
        workload.submissions.push_back((i - kSubmissionsBetween) % 4 != 3 ? attestations() : verifications());
    }
    workload.events = workload.submissions.size() * commands_;
    workload.keeper = keeper_;
    workload.world = std::move(world_);
    return workload;
  }

 private:
  struct Spent {
    SubjectId grant;
    SubjectId expenditure;
  };

  Money tenge(std::int64_t minor) const { return {minor, *Currency::parse("KZT")}; }
  void submit(const tests::Actor& actor, const Bodies& bodies) { orGiveUp(world_->scribe.submit(actor, bodies)); }
  void submitByTwo(const tests::Actor& first, const tests::Actor& second, const Bodies& bodies) {
    orGiveUp(world_->scribe.submitByTwo(first, second, bodies));
  }

  void appointKeeper() {
    submit(world_->clerk, {PersonRegister{keeper_.person, world_->office, "KZ-71", AgeBand::kFrom18to35, {}, {}},
                           world_->scribe.registration(keeper_)});
    submitByTwo(world_->authority1, world_->authority2,
                {ledger::RoleGrant{keeper_.person, ledger::Role::kOperator, {}, 0}});
  }

  void registerVolunteers(std::size_t count) {
    while (volunteers_.size() < count) {
      Bodies bodies;
      for (std::size_t i = 0; i < kCommandsPerSubmission; ++i) {
        volunteers_.push_back(random_.id<PersonId>());
        bodies.emplace_back(PersonRegister{volunteers_.back(), world_->office, "KZ-71", AgeBand::kFrom18to35, {}, {}});
      }
      submit(world_->clerk, bodies);
    }
  }

  void awardGrants(std::size_t count) {
    const Instant now = world_->now();
    const CivilDay today = now.civilDay();
    while (grants_.size() < count) {
      Bodies awards, agreements, approvals, payments;
      for (std::size_t i = 0; i < kCommandsPerSubmission && grants_.size() < count; ++i) {
        const auto grant = world_->newId();
        const std::string number = "B-" + std::to_string(grants_.size() + 1);
        grants_.push_back(grant);
        awards.emplace_back(GrantAward{grant, number, "Grant " + number, world_->funder, world_->organisation,
                                       world_->programme, "KZ-71", tenge(kGrantMinor), GrantClass::kSmall,
                                       FundSource::kState, now});
        agreements.emplace_back(AgreementSign{grant,
                                              "A" + number,
                                              {{"materials", CostType::kMaterials, kGrantMinor}},
                                              {{1, kGrantMinor, today}},
                                              today,
                                              today + 300,
                                              now});
        approvals.emplace_back(TrancheApprove{grant, 1, now});
        payments.emplace_back(TrancheDisburse{grant, world_->newId(), 1, tenge(kGrantMinor), "P" + number, now});
      }
      submitByTwo(world_->funder1, world_->funder2, awards);
      submitByTwo(world_->funder1, world_->officer, agreements);
      submitByTwo(world_->funder1, world_->funder2, approvals);
      submit(world_->payer, payments);
    }
  }

  Submission claims() {
    Bodies bodies;
    const UtcMs begin = tests::kWorldStart + kMsPerDay;
    for (std::size_t i = 0; i < commands_; ++i) {
      HoursClaim claim;
      claim.hours = world_->newId();
      claim.volunteer = volunteers_[claimed_.size() % volunteers_.size()];
      claim.activity = world_->activity;
      claim.occurred_at = {begin + static_cast<UtcMs>(random_.below(kServiceMs)), 300};
      claim.minutes = Minutes{static_cast<std::int64_t>(15 + random_.below(45))};
      claim.role = "assistant";
      claim.split = true;
      claimed_.push_back(claim);
      bodies.emplace_back(std::move(claim));
    }
    return world_->scribe.sign(world_->clerk, bodies, Assurance::kAssisted);
  }

  Submission attestations() {
    Bodies bodies;
    for (std::size_t i = 0; i < commands_; ++i) {
      const HoursClaim& claim = claimed_[attested_++];
      bodies.emplace_back(
          HoursAttest{claim.hours, claim.minutes, AttestationMethod::kPresent, HoursReason::kNone, world_->now()});
    }
    return world_->scribe.sign(world_->attestor, bodies);
  }

  Submission expenditures() {
    Bodies bodies;
    for (std::size_t i = 0; i < commands_; ++i) {
      const std::size_t number = spent_.size();
      const Spent spent{grants_[number % grants_.size()], world_->newId()};
      Digest document;
      random_.fill(document.bytes);
      bodies.emplace_back(ExpenditureRecord{
          spent.grant, spent.expenditure, "materials", tenge(static_cast<std::int64_t>(10'000 + random_.below(90'000))),
          document, DocumentKind::kInvoice, "INV-" + std::to_string(number), world_->now().civilDay(),
          "SELLER-" + std::to_string(random_.below(5'000)), PaymentMethod::kBank, world_->now()});
      spent_.push_back(spent);
    }
    return world_->scribe.sign(world_->officer, bodies);
  }

  Submission verifications() {
    Bodies bodies;
    for (std::size_t i = 0; i < commands_; ++i) {
      const Spent& spent = spent_[verified_++];
      bodies.emplace_back(ExpenditureVerify{spent.grant, spent.expenditure, world_->now()});
    }
    return world_->scribe.sign(world_->verifier, bodies);
  }

  std::unique_ptr<tests::World> world_;
  SeededRandom& random_;
  std::size_t commands_;
  tests::Actor keeper_;
  std::vector<PersonId> volunteers_;
  std::vector<SubjectId> grants_;
  std::vector<HoursClaim> claimed_;
  std::size_t attested_ = 0;
  std::vector<Spent> spent_;
  std::size_t verified_ = 0;
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
  std::exit(1);  // NOLINT(concurrency-mt-unsafe): nothing runs at exit
}

}  // namespace tools
