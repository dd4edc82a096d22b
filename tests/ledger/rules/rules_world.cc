#include "tests/ledger/rules/rules_world.h"

#include "ledger/rules/invariants.h"

namespace ledger {
namespace {

const SignatureRules kTrusting{[](const ActorKey&) { return true; },
                               [](const ActorKey&, ByteView, const ActorSignature&) { return true; }};

}  // namespace

ActorKey keyOf(const PersonId& person) {
  ActorKey key;
  std::copy(person.bytes.begin(), person.bytes.end(), key.bytes.begin());
  return key;
}

RulesWorld::RulesWorld() {
  LedgerFound found;
  found.origin = "log.example/rules";
  found.currency = "KZT";
  for (PersonId* person : {&authority_, &second_authority_}) {
    *person = random_.id<PersonId>();
    found.authorities.push_back({*person, keyOf(*person)});
  }
  EXPECT_EQ(send(authority_, found), "");
  EXPECT_EQ(sendByTwo(authority_, second_authority_,
                      OfficeEstablish{office_, OfficeKind::kRegional, "KZ-75", {"к", "о", "o"}}),
            "");
  clerk_ = newPerson(Role::kClerk, office_);
  for (const SubjectId& organisation : {organisation_, fund_, grantee_}) {
    EXPECT_EQ(
        send(clerk_, OrganisationRegister{organisation, office_, OrganisationKind::kNgo, {"к", "о", "o"}, "KZ-75", ""}),
        "");
  }
  EXPECT_EQ(
      sendByTwo(authority_, second_authority_, ProgrammeDefine{programme_, office_, "taza-alem", {"к", "о", "o"}}), "");
  officer_ = newPerson(Role::kOfficer, organisation_);
  coordinator_ = newPerson(Role::kCoordinator, organisation_);
  attestor_ = newPerson(Role::kAttestor, organisation_);
  second_attestor_ = newPerson(Role::kAttestor, organisation_);
  volunteer_ = random_.id<PersonId>();
  EXPECT_EQ(send(clerk_, PersonRegister{volunteer_, office_, "KZ-75", AgeBand::kFrom18to35, AgeBasis::kDeclared, {}}),
            "");
  funder_ = newPerson(Role::kFunder, fund_);
  second_funder_ = newPerson(Role::kFunder, fund_);
  payer_ = newPerson(Role::kPayer, fund_);
  verifier_ = newPerson(Role::kVerifier, fund_);
  auditor_ = newPerson(Role::kAuditor);
  importer_ = newPerson(Role::kImporter);
  grantees_officer_ = newPerson(Role::kOfficer, grantee_);
  EXPECT_EQ(
      send(officer_,
           ProjectStart{
               project_, programme_, organisation_, "KZ-75", day("2026-01-01"), day("2026-12-31"), {"к", "о", "o"}}),
      "");
  EXPECT_EQ(send(coordinator_, ActivitySchedule{activity_, project_, ActivityKind::kEvent, "750000000",
                                                at("2026-06-01T00:00:00+05:00"), at("2026-06-14T00:00:00+05:00")}),
            "");
  now_ = at("2026-06-15T12:00:00+05:00").utc_ms;
}

std::string RulesWorld::send(const PersonId& person, const CommandBody& body, Assurance assurance) {
  const Command command{random_.id<NonceId>(), {}, body};
  Context context;
  context.rules = rules_;
  context.person = person;
  context.key = keyOf(person);
  context.assurance = assurance;
  context.visibility = traitsOf(kindOf(command)).visibility;
  if (const auto* endorsement = body.as<Endorse>()) {
    if (const auto* proposal = state_.proposals.find(endorsement->proposal)) context.visibility = proposal->visibility;
  }
  context.recorded_at = now_;
  context.seen = seen_.value_or(next_);
  context.index = next_;
  context.count = 1;
  context.signatures = &kTrusting;
  const auto judgement = decide(state_, command, context);
  if (!judgement) return judgement.error().reason;
  decision_ = judgement->decision;
  const Digest leaf_hash = sha256(asBytes(std::to_string(next_)));
  if (decision_.effect == Effect::kProposed) last_ = leaf_hash;
  evolve(state_, command, context, decision_, leaf_hash);
  EXPECT_EQ(brokenInvariant(state_).value_or(""), "");
  state_.settle();
  ++next_;
  return "";
}

std::string RulesWorld::sendOn(const char* recorded, const PersonId& person, const CommandBody& body) {
  const UtcMs now = now_;
  now_ = at(recorded).utc_ms;
  const std::string refused = send(person, body);
  now_ = now;
  return refused;
}

std::string RulesWorld::endorse(const PersonId& second) {
  return send(second, Endorse{last_});
}

std::string RulesWorld::sendByTwo(const PersonId& first, const PersonId& second, const CommandBody& body) {
  const std::string refused = send(first, body);
  return refused.empty() ? endorse(second) : refused;
}

std::string RulesWorld::import(const std::vector<CommandBody>& bodies, SubjectId batch) {
  if (batch.isNone()) batch = id();
  std::vector<CommandBody> all{ImportRecord{batch, 0, sha256(asBytes("file")), sha256(asBytes("map")), 0, 1}};
  all.insert(all.end(), bodies.begin(), bodies.end());
  Context context;
  context.rules = rules_;
  context.person = importer_;
  context.assurance = Assurance::kImported;
  context.recorded_at = now_;
  context.count = static_cast<std::uint32_t>(all.size());
  context.batch = batch;
  context.signatures = &kTrusting;
  for (context.ordinal = 0; context.ordinal < all.size(); ++context.ordinal) {
    const Command command{random_.id<NonceId>(), {}, all[context.ordinal]};
    context.visibility = traitsOf(kindOf(command)).visibility;
    context.index = next_++;
    const auto judgement = decide(state_, command, context);
    if (!judgement) {
      state_.discard();
      return judgement.error().reason;
    }
    decision_ = judgement->decision;
    evolve(state_, command, context, decision_, {});
  }
  EXPECT_EQ(brokenInvariant(state_).value_or(""), "");
  state_.settle();
  return "";
}

PersonId RulesWorld::newPerson(Role role, const SubjectId& scope) {
  const auto person = random_.id<PersonId>();
  const PersonId registrar = clerk_.isNone() ? authority_ : clerk_;
  EXPECT_EQ(send(registrar, PersonRegister{person, office_, "KZ-75", AgeBand::kFrom36to59, AgeBasis::kDeclared, {}}),
            "");
  EXPECT_EQ(sendByTwo(authority_, second_authority_, RoleGrant{person, role, scope, 0}), "");
  return person;
}

SubjectId RulesWorld::define(const char* code) {
  const SubjectId distinction = id();
  EXPECT_EQ(
      sendByTwo(authority_, second_authority_,
                DistinctionDefine{distinction, code, DistinctionKind::kPrize, {"а", "б", "c"}, sha256(asBytes(code))}),
      "");
  return distinction;
}

HoursClaim RulesWorld::claim(std::int64_t minutes, const char* from, const char* until) {
  HoursClaim claim;
  claim.hours = id();
  claim.volunteer = volunteer_;
  claim.activity = activity_;
  claim.occurred_at = at(from);
  if (until != nullptr) claim.until = at(until);
  claim.minutes = Minutes{minutes};
  claim.role = "helper";
  claim.split = true;
  return claim;
}

HoursAttest RulesWorld::attest(const SubjectId& hours, std::int64_t minutes, HoursReason reason) {
  return {hours, Minutes{minutes}, AttestationMethod::kPresent, reason, at("2026-06-15T10:00:00+05:00")};
}

SubjectId RulesWorld::attested(std::int64_t minutes, const char* from, const char* until) {
  const HoursClaim claimed = claim(minutes, from, until);
  EXPECT_EQ(send(volunteer_, claimed), "");
  EXPECT_EQ(send(attestor_, attest(claimed.hours, minutes)), "");
  return claimed.hours;
}

SubjectId RulesWorld::agreedGrant() {
  const SubjectId grant = id();
  const std::string number = "SG-2026-" + std::to_string(++numbers_);
  EXPECT_EQ(sendByTwo(funder_, second_funder_,
                      GrantAward{grant, number, "Sample", fund_, grantee_, programme_, "KZ-75", tenge(100'000),
                                 GrantClass::kSmall, FundSource::kState, at("2026-05-01T10:00:00+05:00")}),
            "");
  EXPECT_EQ(sendByTwo(funder_, grantees_officer_,
                      AgreementSign{grant,
                                    number,
                                    {{"materials", CostType::kMaterials, 100'000}},
                                    {{1, 60'000, day("2026-06-01")}, {2, 40'000, day("2026-07-01")}},
                                    day("2026-06-01"),
                                    day("2026-06-30"),
                                    at("2026-05-02T10:00:00+05:00")}),
            "");
  return grant;
}

SubjectId RulesWorld::paidGrant() {
  const SubjectId grant = agreedGrant();
  EXPECT_EQ(sendByTwo(funder_, second_funder_, TrancheApprove{grant, 1, at("2026-05-20T10:00:00+05:00")}), "");
  EXPECT_EQ(send(payer_, TrancheDisburse{grant, id(), 1, tenge(60'000), "PAY-1", at("2026-06-01T10:00:00+05:00")}), "");
  return grant;
}

ExpenditureRecord RulesWorld::expenditure(const SubjectId& grant, std::int64_t minor, const char* paid) {
  const std::string number = "INV-" + std::to_string(++numbers_);
  return {grant,
          id(),
          "materials",
          tenge(minor),
          sha256(asBytes(number)),
          DocumentKind::kInvoice,
          number,
          at(paid).civilDay(),
          "KZ-BIN-000140000012",
          PaymentMethod::kBank,
          at(paid)};
}

}  // namespace ledger
