// People, at random: who acts for whom, tickets, ages, corrections, closed days and late facts, appeals, credits, and
// the policies behind them.
#include "ledger/merkle/hashing.h"
#include "ledger/rules/heads.h"
#include "tests/audit/random_history.h"

namespace audit::tests {

using namespace ledger;

namespace {

constexpr std::int64_t kTier = 20;  // minutes for a credit
constexpr std::int64_t kHighTier = 50;
constexpr std::uint32_t kHighCredits = 3;
constexpr std::size_t kSuspended = 14;  // pays and verifies, as others do

std::uint32_t creditsFor(std::int64_t minutes) {
  return minutes >= kHighTier ? kHighCredits : minutes >= kTier ? 1 : 0;
}

}  // namespace

CommandBody RandomHistory::ofPeople() {
  switch (below(11)) {
    case 10:
      return ofCorrections();
    case 0:
    case 1:
    case 2:
      return ofDelegations();
    case 3:
    case 4:
      return ofTickets();
    case 5:
      return ofPolicies();
    case 6:
    case 7:
      return ofDays();
    case 8:
      return ofAppeals();
    default:
      return ofCredits();
  }
}

// To values of these fields, now and then of another.
std::vector<Commitment> RandomHistory::commitments(const std::vector<std::uint16_t>& tags) {
  std::vector<Commitment> some(1 + below(2));
  for (Commitment& one_of_them : some)
    one_of_them = {chance(88) ? one(tags) : static_cast<std::uint16_t>(1 + below(11)), world.digest()};
  return some;
}

// With a document and without, of people who may have been erased.
CommandBody RandomHistory::ofCorrections() {
  PersonCorrect correction;
  correction.person = chance(70) ? one(volunteers_) : one(people_).person;
  correction.reason = static_cast<CorrectionReason>(below(2));
  if (chance(60)) correction.document = world.digest();
  correction.occurred_at = recent();
  if (chance(94))
    correction.commitments =
        commitments(chance(60) ? std::vector<std::uint16_t>{4, 5, 6} : std::vector<std::uint16_t>{2, 7, 8, 9, 10});
  return correction;
}

// Mostly of a role that the person holds.
CommandBody RandomHistory::ofDelegations() {
  if (chance(20)) return DelegationEnd{life(StreamRole::kDelegation), recent()};
  const Actor& person = one(people_);
  const CivilDay today = world.now().civilDay();
  DelegationSet set{world.subject(),
                    person.person,
                    one(people_).person,
                    static_cast<Role>(below(kEnumerants<Role>)),
                    {},
                    today - static_cast<CivilDay>(below(2)),
                    today + static_cast<CivilDay>(chance(95) ? below(3) : 90),
                    recent()};
  world.front().inspect([&](const State& state) {
    const auto* held = state.roles.find(person.person);
    if (held == nullptr || held->empty() || chance(10)) return;
    const RoleHeld& one_of_them = one(*held);
    set.role = one_of_them.role;
    if (chance(50)) set.within = chance(90) ? one_of_them.scope : world.grantee;
  });
  return set;
}

// To newcomers, who may have no key yet, and to those who came last, so that the others stay able to act.
CommandBody RandomHistory::ofTickets() {
  if (newcomers_.empty() || chance(20)) newcomers_.push_back(world.newActor());
  const PersonId newcomer = newcomers_.back().person;
  const PersonId person = chance(80) ? people_.back().person : newcomer;
  const Digest ticket = world.digest();
  const SubjectId enrolment = world.subject();
  switch (below(8)) {
    case 0:
      return PersonRegister{newcomer, world.office, "KZ-ALA", {}, {}, {}};
    case 1:
      return KeyRecoveryCancel{life(StreamRole::kEnrolment), recent()};
    case 2:
    case 3:
    case 4:
      tickets_.push_back({enrolment, chance(95) ? person : newcomer, ticket});
      return KeyRecoveryOffer{enrolment, person, ledger::sha256(ticket.bytes), world.digest()};
    default:
      tickets_.push_back({enrolment, newcomer, ticket});
      return EnrolmentOffer{enrolment, chance(95) ? newcomer : person, ledger::sha256(ticket.bytes)};
  }
}

// A new key by a ticket, which may not count yet, or any more, or be another's.
Attempt RandomHistory::enrolling() {
  const Ticket& ticket = chance(60) ? tickets_.back() : one(tickets_);
  const Actor actor{ticket.person, world.newActor().key};
  newcomers_.insert(newcomers_.begin(), actor);
  KeyRegister body{actor.person, actorKeyOf(actor.key), provePossession(world.id, actor.person, actor.key),
                   ticket.enrolment, chance(92) ? ticket.ticket : world.digest()};
  if (chance(3)) body.enrolment = one(tickets_).enrolment;
  if (chance(2)) body.ticket = {};
  const Actor& signer = chance(95) ? actor : one(people_);
  Forgery forgery{body};
  const bool unseen = chance(40);
  if (unseen) forgery.before = [](SubmissionDraft& draft) { draft.seen = {0, ledger::emptyRoot()}; };
  return {world.sign(signer, forgery), {body}, signer.person, {kRulesVersion}};
}

// Of the first days, which are late or closed by and by.
CommandBody RandomHistory::ofDays() {
  const CivilDay today = world.now().civilDay();
  const Instant early{opened_.utc_ms + static_cast<std::int64_t>(below(580)) * kMsPerMinute, 300};
  const SubjectId organisation = chance(90) ? world.grantee : world.funder;
  switch (below(9)) {
    case 0:
      return PeriodClose{
          world.subject(), organisation, today - 1 - static_cast<CivilDay>(below(3)), today - (chance(90) ? 1 : 0),
          world.digest(),  world.now()};
    case 1: {
      // No opening is sent along, which would have to prove the age.
      AgeBandSet set{one(volunteers_), static_cast<AgeBand>(2 + below(3)),
                     chance(90) ? AgeBasis::kDeclared : AgeBasis::kVault, recent()};
      if (chance(30)) set.commitments = commitments({1, 3});
      return set;
    }
    case 2:
      return GuardianConsentRecord{world.subject(),
                                   one(volunteers_),
                                   one(people_).person,
                                   today - static_cast<CivilDay>(below(3)),
                                   today + static_cast<CivilDay>(below(3)),
                                   world.digest()};
    case 3:
      if (chance(30)) {
        const Spender& about = spender();
        const Instant day = world.ago(static_cast<std::int64_t>(below(3000)));
        if (chance(50)) return RefundReceive{about.grant, known(about.refunds), amount(1), day};
        return ExpenditureDisallow{about.grant, known(about.expenditures), amount(1),
                                   ExpenditureReason::kProhibitedCost, day};
      }
      return InterestRecord{spender().grant, amount(1), document(), world.ago(static_cast<std::int64_t>(below(3000)))};
    case 4:
      return RefundSend{spender().grant, world.subject(), amount(1), "R",
                        world.ago(static_cast<std::int64_t>(below(3000)))};
    case 5: {
      const Instant day = world.ago(static_cast<std::int64_t>(below(3000)));
      if (chance(50))
        return TrainingHold{world.subject(), organisation, TrainingKind::kCourse, "topic", minutes(30), 5, day};
      return DonationRecord{world.subject(), organisation, {}, DonorKind::kAnonymous, amount(9), {}, "P",
                            document(),      day};
    }
    default: {
      HoursClaim claim;
      claim.hours = world.subject();
      claim.volunteer = one(volunteers_);
      claim.activity = world.activity;
      claim.occurred_at = early;
      claim.minutes = minutes(10);
      claim.role = "r" + std::to_string(below(6));
      claim.split = chance(40);
      return claim;
    }
  }
}

// Of one person, who is suspended most of the time; now and then of an authority, who stays one.
CommandBody RandomHistory::ofAppeals() {
  const PersonId person = people_[chance(80) ? kSuspended : 1].person;
  const CivilDay until = world.now().civilDay() - 1 + static_cast<CivilDay>(below(3));
  switch (below(6)) {
    case 5:
      return AppealDecide{life(StreamRole::kAppeal), AppealOutcome::kUpheld, world.digest(), recent()};
    case 0:
      return PersonSuspend{person, SuspensionReason::kConduct, until, recent()};
    case 1:
      return PersonExclude{person, SuspensionReason::kConduct, until, world.digest(), recent()};
    case 2:
      return PersonReinstate{person, recent()};
    default:
      return AppealFile{world.subject(), person, world.digest(), recent()};
  }
}

CommandBody RandomHistory::ofPolicies() {
  const CivilDay today = world.now().civilDay();
  PolicyPublish policy;
  policy.policy = !credit_policies_.empty() && chance(20) ? one(credit_policies_) : world.subject();
  policy.version = "1";
  policy.status = chance(80) ? LegalStatus::kInForce : static_cast<LegalStatus>(below(kEnumerants<LegalStatus>));
  policy.source = "act";
  policy.valid_from = today - static_cast<CivilDay>(below(4));
  policy.valid_to = chance(70) ? 0 : today + static_cast<CivilDay>(below(2));
  if (chance(15)) policy.legal_basis = life(StreamRole::kBasis);
  const auto days = [&] { return static_cast<std::uint16_t>(1 + below(2)); };
  switch (below(4)) {
    case 0:
      policy.kind = PolicyKind::kAgeRules;
      policy.age_rules =
          AgeRules{{{AgeBand::kFrom14to15, chance(30), 1320, 360, chance(50), {{"r1"}, {"r2"}}},
                    {AgeBand::kFrom16to17, false, 0, static_cast<std::uint16_t>(below(300)), false, {}}}};
      break;
    case 1:
      policy.kind = PolicyKind::kDeadlines;
      policy.deadlines = Deadlines{{{"finding-response", days(), static_cast<DayCount>(below(2)), 0, 0},
                                    {"scoring", days(), DayCount::kCalendar, 0, 0},
                                    {"technical-check", days(), DayCount::kWorking, 0, 0}},
                                   {{today, chance(50)}, {today + 1, chance(50)}}};
      break;
    default:
      policy.kind = PolicyKind::kCreditRules;
      policy.credit_rules = CreditRules{};
      policy.credit_rules->unit = "credit";
      policy.credit_rules->time_bases = {TimeBasis::kUnpaid};
      policy.credit_rules->window = CreditWindow::kUnlimited;
      policy.credit_rules->tiers = {{"low", {}, Minutes(kTier), 0, 1, {}},
                                    {"high", {}, Minutes(kHighTier), 0, kHighCredits, {}}};
      policy.credit_rules->double_use = "use";
      policy.credit_rules->verified_only = chance(25);
  }
  return policy;
}

// What stands of the person's unpaid hours, in the order of days and claims, without what another policy used.
std::vector<CreditUse> RandomHistory::creditable(const PersonId& person, const SubjectId& policy) {
  std::vector<const Claimed*> hers;
  const bool verified_only = verified_only_.contains(policy);
  for (const Claimed& one : claimed_) {
    if (stayed(one.claim.volunteer) != stayed(person) || one.claim.time_basis != TimeBasis::kUnpaid) continue;
    if (verified_only && (!verified_from_ || one.claim.occurred_at.civilDay() < *verified_from_)) continue;
    const bool taken = std::ranges::any_of(credits_, [&](const CreditGrant& credit) {
      return stayed(credit.person) == stayed(person) && credit.credit_policy != policy &&
             std::ranges::any_of(credit.used, [&](const CreditUse& use) { return use.hours == one.claim.hours; });
    });
    if (!taken) hers.push_back(&one);
  }
  std::ranges::sort(hers, {},
                    [](const Claimed* one) { return std::pair(one->claim.occurred_at.civilDay(), one->position); });
  std::vector<CreditUse> used;
  world.front().inspect([&](const State& state) {
    for (const Claimed* one : hers) {
      const auto* entry = state.hours.find(one->claim.hours);
      if (entry == nullptr || entry->assurance == Assurance::kImported || entry->standing.count() == 0) continue;
      if (entry->state != HoursState::kDisputed) used.push_back({one->claim.hours, entry->standing});
    }
  });
  return used;
}

CommandBody RandomHistory::ofCredits() {
  if (chance(15)) return CreditReverse{life(StreamRole::kCredit), {}, world.digest(), recent()};
  const PersonId person = one(volunteers_);
  CreditGrant grant;
  grant.credit = world.subject();
  grant.person = person;
  grant.organisation = chance(50) ? world.grantee : world.funder;
  grant.credit_policy = credit_policies_.empty() || chance(3) ? world.subject() : one(credit_policies_);
  grant.day = world.now().civilDay() + (chance(97) ? 0 : 1);
  grant.age_band = chance(97) ? bands_[person] : AgeBand::kFrom60;
  grant.used = creditable(person, grant.credit_policy);
  std::int64_t sum = 0;
  for (const CreditUse& use : grant.used) sum += use.minutes.count();
  grant.credits = creditsFor(sum);
  for (const CreditGrant& before : credits_) {
    if (stayed(before.person) != stayed(person) || before.credit_policy != grant.credit_policy) continue;
    grant.credits -= std::min(grant.credits, before.credits);
  }
  if (chance(5)) ++grant.credits;
  if (chance(5) && !grant.used.empty()) grant.used.pop_back();
  grant.occurred_at = world.now();
  return grant;
}

// What counts at once; a claim or policy that waits for its second person is known a little early.
void RandomHistory::rememberPeople(const CommandBody& body, Position position) {
  if (const auto* c = body.as<HoursClaim>()) claimed_.push_back({*c, position});
  if (const auto* c = body.as<AgeBandSet>()) bands_[c->person] = c->age_band;
  if (const auto* c = body.as<CreditGrant>()) credits_.push_back(*c);
  if (const auto* c = body.as<CreditReverse>())
    std::erase_if(credits_, [&](const CreditGrant& credit) { return credit.credit == c->credit; });
  const auto* policy = body.as<PolicyPublish>();
  if (policy == nullptr || !policy->credit_rules) return;
  credit_policies_.push_back(policy->policy);
  verified_only_.erase(policy->policy);
  if (policy->credit_rules->verified_only) verified_only_.insert(policy->policy);
}

CommandBody RandomHistory::ofHeads() {
  StreamHeads heads;
  const Position at = world.front().sealed().size + 1;
  world.front().inspect([&](const State& state) { heads = headsOf(*headTreesOf(state), at); });
  if (chance(8)) ++heads.at_size;
  if (chance(8)) ++heads.service.minutes;
  if (chance(8)) heads.persons.root = world.digest();
  if (chance(8)) --heads.regions.entries;
  if (chance(8) && !heads.grants.empty()) ++heads.grants.back().spent;
  return heads;
}

}  // namespace audit::tests
