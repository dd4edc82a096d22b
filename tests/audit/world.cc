#include "tests/audit/world.h"

#include <cstdio>
#include <cstdlib>

#include "audit/verify/report.h"
#include "ledger/base/check.h"
#include "ledger/merkle/hashing.h"
#include "ledger/rules/subjects.h"

namespace audit::tests {
namespace {

using ledger::Role;
using ledger::Visibility;

constexpr Visibility kPublic = Visibility::kPublic;
constexpr Visibility kScoped = Visibility::kScoped;
constexpr Visibility kPrivate = Visibility::kPrivate;

ledger::KeyPair newKey(ledger::Random& random) {
  ledger::Seed seed{};
  random.fill(seed);
  return *ledger::KeyPair::fromSeed(seed);
}

ledger::Names names(const char* name) {
  return {name, name, name};
}

template <class T>
T must(ledger::Result<T> result) {
  if (!result) {
    std::fprintf(stderr, "the ledger refused: %s: %s\n", result.error().reason.c_str(), result.error().message.c_str());
    std::abort();
  }
  return std::move(*result);
}

}  // namespace

std::string binOf(unsigned number) {
  std::string digits = std::to_string(number);
  digits = "260140" + std::string(5 - digits.size(), '0') + digits;
  const auto check = [&](unsigned weight) {
    unsigned sum = 0;
    for (const char digit : digits) {
      sum += weight * static_cast<unsigned>(digit - '0');
      weight = weight == 11 ? 1 : weight + 1;
    }
    return sum % 11;
  };
  const unsigned once = check(1);
  return "KZ-BIN-" + digits + std::to_string(once == 10 ? check(3) : once);
}

World::World(std::uint64_t seed) : random_(seed), log_key(newKey(random_)), first(newActor()), second(newActor()) {
  ledger_ = must(ledger::Ledger::open({log_, clock_, random_, {}}));
  found();
}

Actor World::newActor() {
  return {random_.id<ledger::PersonId>(), newKey(random_)};
}

ledger::Digest World::digest() {
  ledger::Digest digest;
  random_.fill(digest.bytes);
  return digest;
}

void World::found() {
  ledger::LedgerFound command;
  command.origin = kOrigin;
  command.log_key = ledger::actorKeyOf(log_key);
  command.zone = "Asia/Almaty";
  command.currency = "KZT";
  command.schema_hash = ledger::schemaHash();
  for (const Actor* actor : {&first, &second}) {
    command.authorities.push_back({actor->person, ledger::actorKeyOf(actor->key)});
  }
  ledger::SubmissionDraft draft;
  draft.submission = timeOrderedId(clock_.now(), random_);
  draft.person = first.person;
  draft.signed_at = clock_.now();
  draft.expires_at = draft.signed_at + ledger::kMsPerDay;
  draft.seen = {0, ledger::emptyRoot()};
  auto submission = signSubmission(draft, {ledger::Command{fresh<ledger::NonceId>(), {}, command}}, first.key);
  addSignature(submission, second.key);
  id = must(ledger_->submit(submission)).ledger;
}

ledger::SubmissionDraft World::draft(const Actor& actor, Visibility visibility, ledger::Assurance assurance) {
  const auto sealed = ledger_->sealed();
  ledger::SubmissionDraft draft;
  draft.ledger = id;
  draft.submission = timeOrderedId(clock_.now(), random_);
  draft.person = actor.person;
  draft.signed_at = clock_.now();
  draft.expires_at = draft.signed_at + ledger::kMsPerDay;
  draft.seen = {sealed.size, sealed.root};
  draft.visibility = visibility;
  draft.assurance = assurance;
  return draft;
}

ledger::Submission World::sign(const Actor& actor, const Forgery& what) {
  auto head = draft(actor, what.visibility, what.assurance);
  if (what.before) what.before(head);
  auto submission =
      signSubmission(head, {ledger::Command{fresh<ledger::NonceId>(), what.expects, what.body}}, actor.key);
  if (what.after) what.after(submission);
  return submission;
}

void World::submit(const ledger::Submission& submission) {
  must(ledger_->submit(submission));
}

void World::import(const ledger::SubjectId& batch, std::vector<ledger::CommandBody> bodies, Visibility visibility) {
  bodies.insert(bodies.begin(), ledger::ImportRecord{batch, 0, digest(), digest(), 0, 1});
  submit(signImport(*importer, std::move(bodies), visibility));
}

Visibility World::classOfBatch(const ledger::SubjectId& batch) {
  auto visibility = Visibility::kPublic;
  ledger_->inspect([&](const ledger::State& state) {
    if (const auto* record = state.batches.find(batch)) visibility = record->visibility;
  });
  return visibility;
}

ledger::Submission World::signImport(const Actor& actor, std::vector<ledger::CommandBody> bodies,
                                     Visibility visibility) {
  std::vector<ledger::Command> commands;
  for (auto& body : bodies) commands.push_back({fresh<ledger::NonceId>(), {}, std::move(body)});
  return signSubmission(draft(actor, visibility, ledger::Assurance::kImported), commands, actor.key);
}

ledger::Digest World::leafOf(std::uint64_t index) {
  return must(log_.leafHashes(index, 1)).at(0);
}

void World::say(const Actor& actor, const ledger::CommandBody& body, Visibility visibility,
                ledger::Assurance assurance) {
  submit(sign(actor, {body, visibility, assurance}));
}

ledger::Digest World::propose(const Actor& actor, const ledger::CommandBody& body, Visibility visibility) {
  const auto receipt = must(ledger_->submit(sign(actor, {body, visibility})));
  return leafOf(receipt.submission + 1);
}

void World::agree(const Actor& actor, const Actor& endorser, const ledger::CommandBody& body, Visibility visibility) {
  const ledger::Endorse endorse{propose(actor, body, visibility)};
  submit(sign(endorser, {endorse, visibility}));
}

Actor World::enrol(ledger::AgeBand band) {
  Actor actor = newActor();
  say(first, ledger::PersonRegister{actor.person, office, "KZ-ALA", band, ledger::AgeBasis::kDeclared, {}}, kPrivate);
  say(first,
      ledger::KeyRegister{actor.person, ledger::actorKeyOf(actor.key), provePossession(id, actor.person, actor.key)},
      kPrivate);
  return actor;
}

void World::give(const Actor& actor, Role role, ledger::SubjectId scope) {
  agree(first, second, ledger::RoleGrant{actor.person, role, scope, 0}, kPrivate);
}

void World::settle() {
  office = subject();
  agree(first, second, ledger::OfficeEstablish{office, ledger::OfficeKind::kNational, "", names("Office")}, kPublic);
  clerk = enrol();
  give(*clerk, Role::kClerk);
  funder = subject();
  grantee = subject();
  say(*clerk,
      ledger::OrganisationRegister{funder, office, ledger::OrganisationKind::kFoundation, names("Funder"), "KZ-ALA",
                                   binOf(1)},
      kPublic);
  say(*clerk,
      ledger::OrganisationRegister{grantee, office, ledger::OrganisationKind::kNgo, names("Grantee"), "KZ-AST",
                                   binOf(2)},
      kPublic);
  programme = subject();
  agree(first, second, ledger::ProgrammeDefine{programme, office, "umit", names("Programme")}, kPublic);
  const std::pair<std::optional<Actor>*, std::pair<Role, ledger::SubjectId>> people[] = {
      {&officer, {Role::kOfficer, grantee}},  {&attestor, {Role::kAttestor, grantee}},
      {&funder_one, {Role::kFunder, funder}}, {&funder_two, {Role::kFunder, funder}},
      {&payer, {Role::kPayer, funder}},       {&verifier, {Role::kVerifier, funder}},
      {&auditor, {Role::kAuditor, {}}},       {&importer, {Role::kImporter, {}}}};
  for (const auto& [actor, role] : people) {
    *actor = enrol();
    give(**actor, role.first, role.second);
  }
  volunteer = enrol();
  project = subject();
  activity = subject();
  const auto today = now().civilDay();
  say(*officer, ledger::ProjectStart{project, programme, grantee, "KZ-AST", today - 30, today + 300, names("Project")},
      kPublic);
  say(*attestor, ledger::ActivitySchedule{activity, project, ledger::ActivityKind::kEvent, "", now(), ago(-600)},
      kScoped);
}

void World::work() {
  hours = subject();
  grant = subject();
  disbursement = subject();
  expenditure = subject();
  const ledger::Currency tenge = *ledger::Currency::parse("KZT");
  wait(300);
  ledger::HoursClaim claim;
  claim.hours = hours;
  claim.volunteer = volunteer->person;
  claim.activity = activity;
  claim.occurred_at = ago(200);
  claim.until = ago(20);
  claim.minutes = ledger::Minutes(150);
  claim.role = "helper";
  say(*volunteer, claim, kPrivate);
  say(*attestor,
      ledger::HoursAttest{hours, ledger::Minutes(120), ledger::AttestationMethod::kPresent,
                          ledger::HoursReason::kLeftEarly, now()},
      kPrivate);
  agree(*funder_one, *funder_two,
        ledger::GrantAward{grant,
                           "SG-2026-0001",
                           "Trees",
                           funder,
                           grantee,
                           programme,
                           "KZ-AST",
                           {30'000'000, tenge},
                           ledger::GrantClass::kSmall,
                           ledger::FundSource::kState,
                           now()},
        kPublic);
  const auto today = now().civilDay();
  agree(*funder_one, *officer,
        ledger::AgreementSign{grant,
                              "A-1",
                              {{"materials", ledger::CostType::kMaterials, 20'000'000}},
                              {{1, 25'000'000, today + 30}},
                              today,
                              today + 100,
                              now()},
        kPublic);
  agree(*funder_one, *funder_two, ledger::TrancheApprove{grant, 1, now()}, kPublic);
  say(*payer, ledger::TrancheDisburse{grant, disbursement, 1, {25'000'000, tenge}, "P-1", now()}, kPublic);
  wait(5);
  ledger::ExpenditureRecord spent;
  spent.grant = grant;
  spent.expenditure = expenditure;
  spent.line = "materials";
  spent.amount = {7'000'000, tenge};
  spent.document_hash = digest();
  spent.document_number = "INV-1";
  spent.document_date = today;
  spent.vendor = binOf(9);
  spent.occurred_at = now();
  say(*officer, spent, kPublic);
}

std::vector<Buffer> World::entries() {
  std::vector<Buffer> all;
  while (all.size() < log_.head().size) {
    for (auto& entry : must(log_.read(all.size(), 1U << 20U)).entries) all.push_back(std::move(entry.body));
  }
  return all;
}

Buffer World::entry(std::uint64_t index) {
  return std::move(must(log_.read(index, 1)).entries.at(0).body);
}

std::vector<Buffer> World::forged(const Actor& actor, const Forgery& forgery) {
  return forged(sign(actor, forgery), forgery.decision);
}

std::vector<Buffer> World::forged(const ledger::Submission& submission, const ledger::Decision& decision) {
  auto all = entries();
  append(all, submission, decision);
  return all;
}

void World::append(std::vector<Buffer>& all, const ledger::Submission& submission, const ledger::Decision& decision) {
  const std::uint64_t position = all.size();
  const auto add = [&](ledger::Entry entry) {
    entry.version = 1;
    entry.index = all.size();
    entry.previous = ledger::leafHash(all.back());
    entry.recorded_at = clock_.now();
    entry.salt = fresh<ledger::NonceId>();
    all.push_back(encode(entry));
  };
  ledger::Entry entry;
  entry.body = ledger::SubmissionBody{submission.header, submission.signatures};
  add(entry);
  for (std::uint32_t i = 0; i < submission.commands.size(); ++i) {
    const auto command = must(ledger::decodeCommand(submission.commands[i]));
    entry.streams.clear();
    ledger_->inspect([&](const ledger::State& state) {
      const auto subjects = subjectsOf(state, command);
      if (subjects) entry.streams = streamsOf(state, kindOf(command), *subjects);
    });
    entry.body = ledger::EventBody{position, i, submission.commands[i], decision};
    add(entry);
  }
}

std::string World::broken(const Actor& actor, const Forgery& forgery) {
  return broken(sign(actor, forgery), forgery.decision);
}

std::string World::broken(const ledger::Submission& submission, const ledger::Decision& decision) {
  return namesOf(forged(submission, decision), submission.commands.size());
}

std::string World::brokenEndorsement(const Actor& actor, const Forgery& proposal, const Actor& endorser,
                                     ledger::Decision endorsed) {
  auto all = forged(actor, proposal);
  endorsed.endorses = all.size() - 1;
  const ledger::Endorse endorse{ledger::leafHash(all.back())};
  append(all, sign(endorser, {endorse, proposal.visibility}), endorsed);
  return namesOf(all, 1);
}

std::vector<Buffer> World::forged(const std::vector<Act>& acts) {
  auto all = entries();
  for (const auto& [actor, forgery] : acts) {
    Forgery next = forgery;
    if (const auto* endorse = next.body.as<ledger::Endorse>();
        endorse != nullptr && endorse->proposal == ledger::Digest{}) {
      next.body = ledger::Endorse{ledger::leafHash(all.back())};
      next.decision.endorses = all.size() - 1;
    }
    append(all, sign(actor, next), next.decision);
  }
  return all;
}

std::string World::broken(const std::vector<Act>& acts) {
  // Each submission has its own entry and that of its one command.
  return namesOf(forged(acts), 2 * acts.size() - 1);
}

std::string World::namesOf(const std::vector<Buffer>& forged_log, std::size_t commands) {
  Audit audit;
  verifyMembers(sealedLog(forged_log, log_key), {}, audit);
  std::string names;
  for (const Finding& finding : audit.findings.sorted()) {
    const bool there = finding.index && *finding.index + 1 + commands >= forged_log.size();
    if (!there) return "elsewhere: " + textReport(audit, false);
    // An entry that belongs to other streams than it should is another finding, without a name.
    if (!finding.name.empty()) names += finding.name + " ";
  }
  return names;
}

void World::rechain(std::vector<ledger::Entry>& entries) {
  ledger::Digest previous{};
  for (std::size_t i = 0; i < entries.size(); ++i) {
    entries[i].index = i;
    entries[i].previous = previous;
    previous = ledger::leafHash(encode(entries[i]));
  }
}

}  // namespace audit::tests
