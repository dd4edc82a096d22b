#include "tests/audit/random_history.h"

#include "ledger/rules/authorise.h"
#include "ledger/rules/grant.h"
#include "ledger/rules/subjects.h"

namespace audit::tests {

using namespace ledger;  // every command of the catalogue

namespace {

const Currency& kzt() {
  static const Currency kTenge = *Currency::parse("KZT");
  return kTenge;
}

Visibility visibilityOf(const CommandBody& body) {
  return traitsOf(body.kind()).visibility;
}

}  // namespace

RandomHistory::RandomHistory(std::uint64_t seed) : world(seed) {
  world.settle();
  opened_ = world.now();
  appoint();
  activities_ = {world.activity};
  grants_.push_back({world.subject(), {}, {}, {}, false});
  world.wait(200);
}

// Besides those in one office each, some in two, so that separations can be broken.
void RandomHistory::appoint() {
  auto& w = world;
  other_funder_ = w.subject();
  w.say(*w.clerk, OrganisationRegister{other_funder_, w.office, OrganisationKind::kNgo, {"a", "b", "c"}, "KZ-ALA", ""},
        Visibility::kPublic);
  const std::vector<std::vector<std::pair<Role, SubjectId>>> hats = {
      {{Role::kAttestor, w.grantee}},
      {{Role::kFunder, w.funder}, {Role::kPayer, w.funder}},
      {{Role::kPayer, w.funder}, {Role::kVerifier, w.funder}},
      {{Role::kFunder, {}}, {Role::kOfficer, w.grantee}, {Role::kVerifier, {}}},
      {{Role::kAttestor, w.grantee}, {Role::kClerk, {}}, {Role::kImporter, {}}},
      {{Role::kOperator, {}}},
      {{Role::kFunder, w.grantee}},
      {{Role::kFunder, w.grantee}},
      {{Role::kPayer, w.grantee}},
      {{Role::kOfficer, other_funder_}}};
  people_ = {w.first,    w.second,      *w.clerk,      *w.officer, *w.attestor, *w.volunteer,
             *w.auditor, *w.funder_one, *w.funder_two, *w.payer,   *w.verifier, *w.importer};
  for (const auto& roles : hats) {
    people_.push_back(w.enrol(AgeBand::kFrom14to15));
    for (const auto& [role, scope] : roles) w.give(people_.back(), role, scope);
  }
  // Another profile of somebody, perhaps: she is in no office.
  people_.push_back(w.enrol());
  appointed_ = people_.size();
  const SubjectId medal = w.subject();
  w.agree(w.first, w.second, DistinctionDefine{medal, "medal", DistinctionKind::kPrize, {"a", "b", "c"}, w.digest()},
          Visibility::kPublic);
  lives_[StreamRole::kDistinction].push_back(medal);
  volunteers_ = {w.volunteer->person, people_[12].person, people_[16].person, people_.back().person};
  bands_ = {{w.volunteer->person, AgeBand::kFrom18to35},
            {people_.back().person, AgeBand::kFrom18to35},
            {people_[12].person, AgeBand::kFrom14to15},
            {people_[16].person, AgeBand::kFrom14to15}};
}

SubjectId RandomHistory::known(const std::vector<SubjectId>& of) {
  if (of.empty() || chance(2)) return chance(50) ? world.subject() : world.office;
  // The newest are asked for most.
  return chance(50) ? of.back() : of[below(of.size())];
}

Money RandomHistory::amount(std::int64_t usual) {
  const auto minor = chance(80) ? usual : static_cast<std::int64_t>(below(14)) - 1;
  return {minor, chance(99) ? kzt() : *Currency::parse("USD")};
}

Minutes RandomHistory::minutes(std::int64_t usual) {
  return Minutes(chance(75) ? usual : static_cast<std::int64_t>(below(70)) - 1);
}

Digest RandomHistory::document() {
  if (documents_.empty() || chance(92)) documents_.push_back(world.digest());
  return one(documents_);
}

const RandomHistory::Spender& RandomHistory::spender() {
  std::vector<const Spender*> there;
  world.front().inspect([&](const State& state) {
    for (const Spender& one : grants_) {
      const auto* grant = state.grants.find(one.grant);
      if (grant != nullptr && (grant->state != GrantState::kVoided || chance(5))) there.push_back(&one);
    }
  });
  if (there.empty() || chance(4)) return one(grants_);
  return *there[there.size() - 1 - below(std::min<std::size_t>(there.size(), 4))];
}

std::int64_t RandomHistory::onHandOf(const SubjectId& grant) {
  std::int64_t sum = 3;
  world.front().inspect([&](const State& state) {
    if (const auto* record = state.grants.find(grant)) sum = onHand(record->sums);
  });
  return sum;
}

CommandBody RandomHistory::ofService() {
  const auto start = static_cast<std::int64_t>(below(160));
  switch (below(5)) {
    case 0:
      return ActivitySchedule{
          world.subject(),  world.project,         chance(93) ? ActivityKind::kEvent : ActivityKind::kTraining, "",
          world.ago(start), world.ago(start - 400)};
    case 1:
      return ShiftOpen{world.subject(),
                       known(activities_),
                       "role",
                       world.ago(start),
                       world.ago(start - 30),
                       1,
                       static_cast<std::uint16_t>(below(3))};
    case 2:
    case 3:
      return AttendanceSummarise{known(shifts_), static_cast<AttendanceState>(below(4)),
                                 static_cast<std::uint32_t>(below(3)), chance(50) ? Minutes(0) : minutes(30)};
    default:
      break;
  }
  const auto day = world.now().civilDay();
  return PolicyPublish{world.subject(),
                       {},
                       "1",
                       static_cast<LegalStatus>(below(kEnumerants<LegalStatus>)),
                       "act",
                       day - 20,
                       0,
                       HoursLimits{{{AgeBand::kFrom14to15, Minutes(30 + static_cast<int>(below(90)))}},
                                   1,
                                   1,
                                   static_cast<std::uint16_t>(below(3))}};
}

CommandBody RandomHistory::ofHours() {
  const SubjectId entry = known(hours_);
  const auto reason = static_cast<HoursReason>(below(kEnumerants<HoursReason>));
  std::int64_t claimed = 10;
  std::int64_t standing = 0;
  // Where an entry waits for a decision, the decision is likely.
  std::uint64_t likely = 0;
  world.front().inspect([&](const State& state) {
    if (const auto* held = state.hours.find(entry)) {
      claimed = held->claimed.count();
      standing = held->standing.count();
      if (held->state == HoursState::kClaimed) likely = 3;
      if (held->state == HoursState::kAttested) likely = 6;
      if (held->state == HoursState::kDisputed) likely = 7;
    }
  });
  switch (hours_.empty() ? 0 : likely != 0 && chance(35) ? likely : below(12)) {
    case 0:
    case 1:
    case 2: {
      HoursClaim claim{
          world.subject(), one(volunteers_), known(activities_), when(), {}, minutes(20), "role", {}, {}, {}};
      claim.split = chance(85);
      if (chance(70)) claim.until = Instant{claim.occurred_at.utc_ms + 30 * kMsPerMinute, 300};
      if (!claim.until && chance(10)) claim.minutes = Minutes(1400);
      if (chance(12)) payFor(claim);
      return claim;
    }
    case 3:
    case 4:
      return HoursAttest{entry, minutes(claimed), AttestationMethod::kPresent, reason, recent()};
    case 5:
      return HoursReject{entry, reason, recent()};
    case 6:
      return HoursDispute{entry, reason, recent()};
    case 7: {
      const auto outcome = static_cast<DisputeOutcome>(below(3));
      const auto usual = outcome == DisputeOutcome::kUpheld   ? standing
                         : outcome == DisputeOutcome::kVoided ? 0
                                                              : claimed;
      return HoursResolve{entry, outcome, minutes(usual), recent()};
    }
    case 8:
    case 9:
      return HoursCorrect{entry, minutes(static_cast<std::int64_t>(below(20))), reason, recent()};
    case 10:
      return HoursVoid{entry, reason, recent()};
    default:
      return HoursConfirm{entry, recent()};
  }
}

CommandBody RandomHistory::ofGrants() {
  auto& w = world;
  const Spender& about = spender();
  const auto day = w.now().civilDay();
  const auto tranche = static_cast<std::uint16_t>(1 + below(2));
  bool awarded = false;
  w.front().inspect([&](const State& state) {
    const auto* grant = state.grants.find(about.grant);
    awarded = grant != nullptr && grant->state == GrantState::kAwarded;
  });
  switch (awarded && chance(60) ? 2 : below(10)) {
    case 0:
    case 1:
      return GrantAward{w.subject(),
                        "N-" + std::to_string(below(40)),
                        "T",
                        chance(90) ? w.funder : other_funder_,
                        chance(95) ? w.grantee : w.funder,
                        w.programme,
                        "KZ-AST",
                        amount(20),
                        {},
                        {},
                        recent()};
    case 2:
    case 3:
      return AgreementSign{about.grant,
                           "A",
                           {{"materials", CostType::kMaterials, amount(12).minor}, {"travel", CostType::kMaterials, 8}},
                           {{1, amount(10).minor, day}, {static_cast<std::uint16_t>(chance(95) ? 2 : 3), 10, day}},
                           day - 1,
                           day + (chance(95) ? 9 : -2),
                           recent()};
    case 4:
    case 5:
      return TrancheApprove{about.grant, tranche, recent()};
    case 6:
    case 7:
      return TrancheDisburse{about.grant, w.subject(), tranche, amount(10), "P", chance(70) ? w.now() : w.ago(30)};
    case 8:
      return chance(50)
                 ? CommandBody(DisbursementConfirm{about.grant, known(about.disbursements), recent()})
                 : CommandBody(DisbursementReverse{about.grant, known(about.disbursements), amount(2), "P", recent()});
    default:
      return GrantClose{about.grant, recent()};
  }
}

CommandBody RandomHistory::ofSpending() {
  auto& w = world;
  const Spender& about = spender();
  const auto reason = static_cast<ExpenditureReason>(below(kEnumerants<ExpenditureReason>));
  const SubjectId spent = known(about.expenditures);
  const bool paid = !about.disbursements.empty();
  if (!paid && chance(60)) return TrancheDisburse{about.grant, w.subject(), 1, amount(10), "P", w.now()};
  const bool first = paid && about.expenditures.empty() && chance(70);
  switch (first ? 0 : !about.refunds.empty() && chance(25) ? 9 : below(11)) {
    case 0:
    case 1:
    case 2:
      return ExpenditureRecord{about.grant,
                               w.subject(),
                               chance(95) ? (chance(60) ? "materials" : "travel") : "food",
                               amount(static_cast<std::int64_t>(1 + below(9))),
                               document(),
                               DocumentKind::kInvoice,
                               "INV-" + std::to_string(below(30)),
                               w.now().civilDay() - (chance(97) ? 0 : 5),
                               chance(95) ? binOf(9) : number(),
                               PaymentMethod::kBank,
                               recent()};
    case 3:
    case 10:
      return ExpenditureVerify{about.grant, spent, recent()};
    case 4:
      return ExpenditureQuery{about.grant, spent, reason, recent()};
    case 5:
      return ExpenditureDisallow{about.grant, spent, amount(1), reason, recent()};
    case 6:
      return ExpenditureReverse{about.grant, w.subject(), chance(70) ? spent : SubjectId{}, amount(1), document(),
                                reason,      recent()};
    case 7:
      return InterestRecord{about.grant, amount(1), document(), recent()};
    case 8:
      return RefundSend{about.grant, w.subject(), amount(onHandOf(about.grant)), "R", recent()};
    default:
      break;
  }
  const SubjectId refund = known(about.refunds);
  std::int64_t sent = 1;
  w.front().inspect([&](const State& state) {
    if (const auto* record = state.refunds.find(refund)) sent = record->amount;
  });
  return RefundReceive{about.grant, refund, amount(sent), recent()};
}

CommandBody RandomHistory::ofOffices() {
  auto& w = world;
  const Actor& person = one(people_);
  const SubjectId scopes[] = {{}, w.grantee, w.funder, w.office, other_funder_};
  const SubjectId scope = scopes[below(5)];
  const auto role = static_cast<Role>(below(kEnumerants<Role>));
  switch (below(10)) {
    case 0:
    case 1:
      return RoleGrant{person.person, role, scope, chance(50) ? 0 : w.now().utc_ms + 200 * kMsPerMinute};
    case 2: {
      RoleRevoke revoke{person.person, role, scope};
      w.front().inspect([&](const State& state) {
        const auto* held = state.roles.find(person.person);
        if (held == nullptr || held->empty() || chance(20)) return;
        const RoleHeld& one_of_them = one(*held);
        revoke.role = one_of_them.role;
        revoke.scope = one_of_them.scope;
      });
      return revoke;
    }
    case 3:
      return AwardNominate{w.subject(), person.person, w.grantee, chance(88) ? "medal" : "c" + std::to_string(below(4)),
                           lately()};
    case 4:
    case 9:
      return AwardConfer{known(awards_), "act", recent()};
    case 5:
    case 6:
      return AwardRevoke{known(awards_), "act", RevocationReason::kError, recent()};
    case 8:
      return ofProjects();
    default:
      return OrganisationRegister{w.subject(), w.office, OrganisationKind::kNgo, names(), "KZ-ALA", number()};
  }
}

// Keys of those who came last: the others stay able to act.
CommandBody RandomHistory::ofKeys() {
  auto& w = world;
  if (newcomers_.empty() || chance(25)) newcomers_.push_back(w.newActor());
  const Actor& newcomer = newcomers_.back();
  const Actor& person = people_.size() > appointed_ && chance(90) ? people_.back() : newcomer;
  switch (below(7)) {
    case 5:
      return PersonErase{chance(50) ? newcomer.person : one(volunteers_), ErasureBasis::kRequest};
    case 6:
      if (chance(60)) return ofHeads();
      return VaultAccessHash{w.now().civilDay() - 12 + static_cast<CivilDay>(below(13)), 3, w.digest()};
    case 0: {
      PersonRegister registration{newcomer.person, w.office, chance(90) ? "KZ-ALA" : "KZ", {}, {}, {}};
      for (const auto language : {SpokenLanguage::kKk, SpokenLanguage::kRu, SpokenLanguage::kOther})
        if (chance(40)) registration.languages.push_back(language);
      if (chance(8)) std::ranges::reverse(registration.languages);
      registration.channel = static_cast<RegistrationChannel>(below(kEnumerants<RegistrationChannel>));
      return registration;
    }
    case 1:
    case 2: {
      const Actor& owner = chance(80) ? newcomer : person;
      const Actor& proved = chance(95) ? owner : people_.front();
      return KeyRegister{owner.person, actorKeyOf(owner.key), provePossession(w.id, proved.person, owner.key)};
    }
    case 3: {
      const Actor next = w.newActor();
      KeyRotate rotation{person.person, actorKeyOf(person.key), actorKeyOf(next.key),
                         provePossession(w.id, person.person, next.key)};
      newcomers_.push_back({person.person, next.key});  // last: `person` may be one of them
      return rotation;
    }
    default:
      return KeyRevoke{person.person, actorKeyOf(person.key), KeyRevocation::kLost, 0};
  }
}

CommandBody RandomHistory::anyBody() {
  const auto which = below(100);
  if (chance(8)) return ofPeople();
  if (chance(6)) return ofTerms();
  if (chance(9)) return ofFunding();
  if (chance(18)) return ofCoordination();
  if (chance(35)) return ofLaterKind();
  if (which < 5) return ofKeys();
  if (which < 34) return ofHours();
  if (which < 54) return ofGrants();
  if (which < 78) return ofSpending();
  return which < 89 ? ofService() : ofOffices();
}

CommandBody RandomHistory::importable() {
  for (;;) {
    auto body = anyBody();
    if (chance(3) || traitsOf(body.kind()).importable) return body;
  }
}

// Somebody who may ask for it, most of the time.
const Actor& RandomHistory::anybody(const CommandBody& body, const PersonId* proposer) {
  if (chance(10)) return one(people_);
  Command command{{}, {}, body};
  std::vector<const Actor*> fit;
  world.front().inspect([&](const State& state) {
    const auto subjects = subjectsOf(state, command);
    if (!subjects) return;
    Context context;
    context.recorded_at = world.now().utc_ms;
    for (const Actor& actor : people_) {
      context.person = proposer != nullptr ? *proposer : actor.person;
      if (proposer != nullptr) context.endorser = actor.person;
      for (const auto assurance : {Assurance::kSelf, Assurance::kAssisted}) {
        context.assurance = assurance;
        if (authorise(state, command, *subjects, context).ok()) fit.push_back(&actor);
      }
    }
  });
  return fit.empty() ? one(people_) : *fit[below(fit.size())];
}

Attempt RandomHistory::endorsement() {
  return endorsing(chance(80) ? proposals_.back() : one(proposals_));
}

Attempt RandomHistory::endorsing(const Proposal& proposal) {
  const Decision decision{kRulesVersion, Effect::kEffective, 0, proposal.position, {}};
  const Endorse body{proposal.leaf};
  const Actor& actor = anybody(proposal.body, &proposal.person);
  return {world.sign(actor, {body, visibilityOf(proposal.body)}), {body}, actor.person, decision};
}

Attempt RandomHistory::importing() {
  const Actor& actor = chance(90) ? *world.importer : one(people_);
  std::vector<CommandBody> bodies;
  if (!batches_.empty() && chance(20)) {
    const SubjectId batch = known(batches_);
    bodies = {ImportVoid{batch, recent()}};
    const auto visibility = chance(90) ? world.classOfBatch(batch) : Visibility::kPublic;
    return {world.signImport(actor, bodies, visibility), bodies, actor.person, {kRulesVersion}};
  }
  bodies = {ImportRecord{world.subject(), chance(97) ? 0U : 1U, world.digest(), world.digest(), 0, 1,
                         chance(80) ? SubjectId{} : life(StreamRole::kSystem)}};
  bodies.push_back(importable());
  const auto visibility = visibilityOf(bodies[1]);
  // A whole grant now and then, so that batches hold things of their own.
  if (chance(30)) {
    const SubjectId grant = world.subject();
    const auto day = world.now().civilDay();
    bodies.resize(1);
    bodies.push_back(GrantAward{grant,
                                "I-" + grant.text(),
                                "T",
                                world.funder,
                                world.grantee,
                                world.programme,
                                "KZ-AST",
                                Money{20, kzt()},
                                {},
                                {},
                                world.now()});
    bodies.push_back(AgreementSign{grant,
                                   "A",
                                   {{"materials", CostType::kMaterials, 20}},
                                   {{1, 10, day}, {2, 10, day}},
                                   day - 1,
                                   day + 9,
                                   world.now()});
    bodies.push_back(TrancheApprove{grant, 1, world.now()});
    bodies.push_back(TrancheDisburse{grant, world.subject(), 1, {10, kzt()}, "P", world.now()});
  }
  return {world.signImport(actor, bodies, bodies.size() > 2 ? Visibility::kPublic : visibility),
          bodies,
          actor.person,
          {kRulesVersion}};
}

Attempt RandomHistory::next() {
  world.wait(static_cast<std::int64_t>(below(25)));
  if (!proposals_.empty() && chance(20)) return endorsement();
  if (chance(12)) return importing();
  if (!tickets_.empty() && chance(4)) return enrolling();
  if (chance(9)) return calling();
  const auto body = anyBody();
  const Actor& actor = anybody(body);
  auto assurance = Assurance::kSelf;
  const auto* claim = body.as<HoursClaim>();
  if (claim != nullptr && claim->volunteer != actor.person && chance(95)) assurance = Assurance::kAssisted;
  return {world.sign(actor, {body, visibilityOf(body), assurance}), {body}, actor.person, {kRulesVersion}};
}

// What an endorsement brings about; what took effect by itself.
const CommandBody& RandomHistory::proposedAs(const CommandBody& body) const {
  const auto* endorse = body.as<Endorse>();
  if (endorse == nullptr) return body;
  const auto found = std::ranges::find(proposals_, endorse->proposal, &Proposal::leaf);
  return found == proposals_.end() ? body : found->body;
}

void RandomHistory::taken(const Attempt& attempt, const Receipt& receipt) {
  auto position = receipt.submission;
  for (const CommandBody& body : attempt.bodies) {
    ++position;
    const auto entry = *decodeEntry(world.entry(position));
    if (std::get<EventBody>(entry.body).decision.effect == Effect::kProposed) {
      proposals_.push_back({world.leafOf(position), position, body, attempt.person});
    } else {
      rememberFunding(proposedAs(body));
      rememberTerms(proposedAs(body));
      rememberCalls(proposedAs(body), attempt.person);
    }
    // What is only proposed is spoken of, too: sooner than the rules allow.
    if (const auto* c = body.as<Endorse>(); c != nullptr && chance(90)) {
      std::erase_if(proposals_, [&](const Proposal& proposal) { return proposal.leaf == c->proposal; });
    }
    const auto joins = [&](const PersonId& person, const ActorKey& key) {
      for (const Actor& one : newcomers_) {
        if (one.person == person && actorKeyOf(one.key) == key) return people_.push_back(Actor{one});
      }
    };
    if (const auto* c = body.as<KeyRegister>()) joins(c->person, c->key);
    if (const auto* c = body.as<KeyRotate>()) joins(c->person, c->new_key);
    const auto into = [&](const SubjectId& grant) -> Spender& {
      for (Spender& one : grants_) {
        if (one.grant == grant) return one;
      }
      return grants_.front();
    };
    rememberLife(body);
    rememberPeople(body, position);
    if (const auto* c = body.as<ProgrammeDefine>()) lives_[StreamRole::kProgramme].push_back(c->programme);
    if (const auto* c = body.as<ProjectPropose>()) proposed_.push_back(*c);
    if (const auto* c = body.as<ActivitySchedule>()) activities_.push_back(c->activity);
    if (const auto* c = body.as<ShiftOpen>()) shifts_.push_back(c->shift);
    if (const auto* c = body.as<HoursClaim>()) hours_.push_back(c->hours);
    if (const auto* c = body.as<AwardNominate>()) awards_.push_back(c->award);
    if (const auto* c = body.as<ImportRecord>()) batches_.push_back(c->batch);
    if (const auto* c = body.as<GrantAward>()) grants_.push_back({c->grant, {}, {}, {}, c->parent != SubjectId{}});
    if (const auto* c = body.as<TrancheDisburse>()) into(c->grant).disbursements.push_back(c->disbursement);
    if (const auto* c = body.as<ExpenditureRecord>()) into(c->grant).expenditures.push_back(c->expenditure);
    if (const auto* c = body.as<RefundSend>()) into(c->grant).refunds.push_back(c->refund);
  }
}

std::string RandomHistory::figures(const Digest& root, std::uint64_t size) {
  std::map<std::string, std::string> grants;
  std::map<std::string, std::int64_t> minutes;
  std::map<std::string, GrantSums> totals;
  std::int64_t total_minutes = 0;
  const auto rest = [](const GrantSums& sums) {
    return "\"disbursed\":" + std::to_string(sums.disbursed - sums.reversed) +
           ",\"onHand\":" + std::to_string(onHand(sums)) + ",\"returned\":" + std::to_string(sums.returned) +
           ",\"spent\":" + std::to_string(sums.spent) + "}";
  };
  world.front().inspect([&](const State& state) {
    for (const Spender& one : grants_) {
      const auto* grant = state.grants.find(one.grant);
      if (grant == nullptr || grant->state == GrantState::kVoided) continue;
      const std::string currency(grant->currency.code());
      grants[one.grant.text()] = "{\"awarded\":" + std::to_string(grant->sums.awarded) + ",\"currency\":\"" + currency +
                                 "\"," + rest(grant->sums);
      if (one.is_sub_award) continue;
      GrantSums& total = totals[currency];
      total.awarded += grant->sums.awarded;
      total.disbursed += grant->sums.disbursed;
      total.reversed += grant->sums.reversed;
      total.interest += grant->sums.interest;
      total.vendor_refunds += grant->sums.vendor_refunds;
      total.returned += grant->sums.returned;
      total.spent += grant->sums.spent;
    }
    for (const SubjectId& id : hours_) {
      const auto* entry = state.hours.find(id);
      if (entry == nullptr || entry->assurance == Assurance::kImported || entry->standing.count() == 0) continue;
      minutes[entry->volunteer.text()] += entry->standing.count();
      total_minutes += entry->standing.count();
    }
  });
  const auto object = [](const auto& map, const auto& text) {
    std::string out;
    for (const auto& [name, value] : map) out += (out.empty() ? "\"" : ",\"") + name + "\":" + text(value);
    return "{" + out + "}";
  };
  const auto number = [](std::int64_t value) { return std::to_string(value); };
  const auto same = [](const std::string& value) { return value; };
  const auto sums = [&](const GrantSums& of) { return "{\"awarded\":" + number(of.awarded) + "," + rest(of); };
  return "{\"grants\":" + object(grants, same) + ",\"minutes\":" + object(minutes, number) + ",\"root\":\"" +
         root.hex() + "\",\"size\":" + std::to_string(size) + ",\"totals\":{\"grants\":" + object(totals, sums) +
         ",\"minutes\":" + number(total_minutes) + "}}\n";
}

}  // namespace audit::tests
