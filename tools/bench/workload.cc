#include "tools/bench/workload.h"

#include <cstdio>
#include <cstdlib>

#include "ledger/seal/checkpoint.h"
#include "tools/bench/draws.h"

namespace tools {
namespace {

using ledger::ActivityKind;
using ledger::ActivitySchedule;
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
using ledger::HoursCorrect;
using ledger::HoursReason;
using ledger::Instant;
using ledger::kMsPerDay;
using ledger::kMsPerMinute;
using ledger::Minutes;
using ledger::Money;
using ledger::PaymentMethod;
using ledger::PersonId;
using ledger::PersonRegister;
using ledger::ProgrammeDefine;
using ledger::ProjectStart;
using ledger::RefundSend;
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
// Activities last eight hours, and nobody stays past their end.
constexpr std::int64_t kActivityMinutes = 480;
constexpr std::size_t kActivityDays = 14;
constexpr std::size_t kProjects = 20;
constexpr std::size_t kVendors = 5'000;
constexpr const char* kDirections[] = {"umit", "culture", "health", "learning", "nature", "sport"};
// Pairs of submissions, a new one and one that answers an earlier: of 25 six are money; beside 50 there are three
// others.
constexpr std::size_t kPairsPerMix = 25;
constexpr std::size_t kPairsPerOthers = 50;

using Bodies = std::vector<CommandBody>;

class Maker {
 public:
  Maker(std::size_t events, std::size_t commands)
      : world_(std::make_unique<tests::World>()),
        random_(world_->random),
        draws_(random_),
        commands_(commands),
        keeper_(tests::newActor(random_)) {
    if (!world_->failure().empty()) giveUp({ErrorCode::kRefused, "WORLD", world_->failure()});
    for (std::size_t i = 0; i < kVendors; ++i) vendors_.push_back(draws_.words(2));
    defineProgrammes();
    scheduleActivities();
    world_->advance(UtcMs{kActivityDays + 2} * kMsPerDay);
    registerVolunteers(events / kEventsPerVolunteer + kCommandsPerSubmission);
    awardGrants(events / kEventsPerGrant + 8);
    appointKeeper();
    world_->scribe.see();
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
    workload.keeper = keeper_;
    workload.world = std::move(world_);
    return workload;
  }

 private:
  static bool isHours(std::size_t pair) { return pair % kPairsPerMix % 4 != 3; }

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

  void defineProgrammes() {
    programmes_.push_back(world_->programme);
    Bodies bodies;
    for (std::size_t i = 1; i < std::size(kDirections); ++i) {
      programmes_.push_back(world_->newId());
      bodies.emplace_back(ProgrammeDefine{
          programmes_.back(), world_->office, kDirections[i], {"Бағыт", "Направление", "Direction"}, {}});
    }
    submitByTwo(world_->authority1, world_->authority2, bodies);
  }

  // One of each project on each day.
  void scheduleActivities() {
    const CivilDay today = world_->now().civilDay();
    for (std::size_t i = 0; i < kProjects; ++i) {
      const auto project = world_->newId();
      submit(world_->officer, {ProjectStart{project,
                                            programmes_[i % programmes_.size()],
                                            world_->organisation,
                                            draws_.region(),
                                            today,
                                            today + 364,
                                            {"Жоба", "Проект", "Project"}}});
      Bodies activities;
      for (std::size_t day = 0; day < kActivityDays; ++day) {
        activities_.push_back(world_->newId());
        const UtcMs begin = beginOn(day);
        activities.emplace_back(ActivitySchedule{activities_.back(), project, ActivityKind::kEvent, "",
                                                 Instant{begin, 300},
                                                 Instant{begin + kActivityMinutes * kMsPerMinute, 300}});
      }
      submit(world_->coordinator, activities);
    }
  }

  static UtcMs beginOn(std::size_t day) { return tests::kWorldStart + static_cast<UtcMs>(day + 1) * kMsPerDay; }

  void registerVolunteers(std::size_t count) {
    while (volunteers_.size() < count) {
      Bodies bodies;
      for (std::size_t i = 0; i < kCommandsPerSubmission; ++i) {
        volunteers_.push_back(random_.id<PersonId>());
        bodies.emplace_back(registration(volunteers_.back()));
      }
      submit(world_->clerk, bodies);
    }
  }

  PersonRegister registration(const PersonId& person) {
    return {person, world_->office, draws_.region(), AgeBand::kFrom18to35, {}, {}};
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
        awards.emplace_back(GrantAward{grant, number, "Grant " + draws_.words(3), world_->funder, world_->organisation,
                                       programmes_[grants_.size() % programmes_.size()], draws_.region(),
                                       tenge(kGrantMinor), GrantClass::kSmall, FundSource::kState, now});
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
    for (std::size_t i = 0; i < commands_; ++i) {
      const std::size_t volunteer = claimed_.size() % volunteers_.size();
      const std::size_t day = claimed_.size() / volunteers_.size() % kActivityDays;
      HoursClaim claim;
      claim.hours = world_->newId();
      claim.volunteer = volunteers_[volunteer];
      claim.activity = activities_[volunteer % kProjects * kActivityDays + day];
      claim.minutes = draws_.duration();
      const std::int64_t latest = (kActivityMinutes - claim.minutes.count()) * kMsPerMinute;
      claim.occurred_at = {beginOn(day) + static_cast<UtcMs>(random_.below(static_cast<std::uint64_t>(latest))), 300};
      claim.role = draws_.words(2);
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
      bodies.emplace_back(ExpenditureRecord{spent.grant, spent.expenditure, "materials", tenge(draws_.sum()), document,
                                            DocumentKind::kInvoice, "INV-" + std::to_string(number),
                                            world_->now().civilDay(), vendors_[random_.below(kVendors)],
                                            PaymentMethod::kBank, world_->now()});
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

  Submission registrations() {
    Bodies bodies;
    for (std::size_t i = 0; i < commands_; ++i) bodies.emplace_back(registration(random_.id<PersonId>()));
    return world_->scribe.sign(world_->clerk, bodies);
  }

  Submission refunds() {
    Bodies bodies;
    for (std::size_t i = 0; i < commands_; ++i) {
      const SubjectId& grant = grants_[refunded_++ % grants_.size()];
      bodies.emplace_back(
          RefundSend{grant, world_->newId(), tenge(draws_.sum()), "R-" + std::to_string(refunded_), world_->now()});
    }
    return world_->scribe.sign(world_->officer, bodies);
  }

  // A minute less each.
  Submission corrections() {
    Bodies bodies;
    for (std::size_t i = 0; i < commands_; ++i) {
      const HoursClaim& claim = claimed_[corrected_++];
      bodies.emplace_back(
          HoursCorrect{claim.hours, claim.minutes - Minutes{1}, HoursReason::kArithmetic, world_->now()});
    }
    return world_->scribe.sign(world_->attestor2, bodies);
  }

  std::unique_ptr<tests::World> world_;
  SeededRandom& random_;
  Draws draws_;
  std::size_t commands_;
  tests::Actor keeper_;
  std::vector<std::string> vendors_;
  std::vector<SubjectId> programmes_;
  std::vector<SubjectId> activities_;  // of the first project on each day, then of the next
  std::vector<PersonId> volunteers_;
  std::vector<SubjectId> grants_;
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
  std::exit(1);  // NOLINT(concurrency-mt-unsafe): nothing runs at exit
}

}  // namespace tools
