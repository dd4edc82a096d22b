// Tampering: every single byte of a bundle, and whole entries dropped, doubled, swapped, cut off, signed anew.
#include <gtest/gtest.h>

#include <algorithm>
#include <functional>

#include "audit/verify/report.h"
#include "tests/audit/funding_world.h"

namespace audit::tests {
namespace {

std::string verdictOf(const Buffer& zip, const Request& request) {
  Audit audit;
  verifyZip(zip, request, audit);
  return audit.findings.verdict();
}

Request pinned(const World& world) {
  Request request;
  request.vkey = verifierKeyOf(world.log_key);
  request.ledger = world.id.bytes;
  request.threads = 1;
  return request;
}

// Founding, an office by two persons, one person with a key: about 6 KB of entries.
World& smallWorld() {
  static World world;
  static const bool kFilled = [] {
    world.office = world.subject();
    world.agree(world.first, world.second,
                ledger::OfficeEstablish{world.office, ledger::OfficeKind::kNational, "", {"Кеңсе", "Офис", "Office"}},
                ledger::Visibility::kPublic);
    world.enrol();
    return true;
  }();
  static_cast<void>(kFilled);
  return world;
}

TEST(Tamper, EverySingleFlippedByteOfABundleIsFound) {
  World& world = smallWorld();
  const Buffer zip = zipOf(bundleOf(world.entries(), world.log_key));
  ASSERT_LE(zip.size(), 20'480U);
  const Request request = pinned(world);
  ASSERT_EQ(verdictOf(zip, request), "OK");
  for (std::size_t i = 0; i < zip.size(); ++i) {
    Buffer flipped = zip;
    flipped[i] = static_cast<std::uint8_t>(flipped[i] ^ 1U << (i % 8));
    ASSERT_NE(verdictOf(flipped, request), "OK") << "byte " << i;
  }
}

// Without checksums and manifest: tiles, entries and checkpoint have to betray themselves.
TEST(Tamper, EverySingleFlippedByteOfABareTileFolderIsFound) {
  World& world = smallWorld();
  const Members members = sealedLog(world.entries(), world.log_key);
  const Request request = pinned(world);
  for (const auto& [name, bytes] : members) {
    for (std::size_t i = 0; i < bytes.size(); ++i) {
      Members flipped = members;
      flipped[name][i] = static_cast<std::uint8_t>(flipped[name][i] ^ 1U << (i % 8));
      Audit audit;
      verifyMembers(flipped, request, audit);
      ASSERT_EQ(audit.findings.exitCode(), kExitWrong) << name << " byte " << i << "\n" << textReport(audit, false);
    }
  }
}

// A sub-award that was paid out and is paid for by the grant it came from, and a credit for an hour of service.
class LaterWorld : public FundingWorld {
 public:
  LaterWorld() {
    const ledger::GrantAward award = subAward(40);
    agree(*regrant_one, *regrant_two, award, ledger::Visibility::kPublic);
    ledger::ExpenditureRecord payment = spending(parent, "regrant", 40);
    payment.disbursement = subPaid(award.grant);
    say(*officer, payment, ledger::Visibility::kPublic);
    wait(90);
    const ledger::SubjectId served = serve();
    const ledger::SubjectId rules = publishCredit();
    say(*branch_officer,
        ledger::CreditGrant{subject(),
                            volunteer->person,
                            branch,
                            rules,
                            now().civilDay(),
                            ledger::AgeBand::kFrom18to35,
                            1,
                            {},
                            {{served, ledger::Minutes(60)}},
                            now()},
        ledger::Visibility::kPrivate);
  }

 private:
  ledger::SubjectId serve() {
    ledger::HoursClaim claim;
    claim.hours = subject();
    claim.volunteer = volunteer->person;
    claim.activity = activity;
    claim.occurred_at = ago(90);
    claim.minutes = ledger::Minutes(60);
    claim.role = "guide";
    say(*volunteer, claim, ledger::Visibility::kPrivate);
    say(*attestor,
        ledger::HoursAttest{claim.hours, claim.minutes, ledger::AttestationMethod::kPresent, ledger::HoursReason::kNone,
                            now()},
        ledger::Visibility::kPrivate);
    return claim.hours;
  }
  ledger::SubjectId publishCredit() {
    ledger::PolicyPublish policy;
    policy.policy = subject();
    policy.kind = ledger::PolicyKind::kCreditRules;
    policy.version = "1";
    policy.status = ledger::LegalStatus::kInForce;
    policy.source = "act";
    policy.valid_from = today - 5;
    policy.credit_rules = ledger::CreditRules{};
    policy.credit_rules->unit = "credit";
    policy.credit_rules->time_bases = {ledger::TimeBasis::kUnpaid};
    policy.credit_rules->window = ledger::CreditWindow::kFiscalYear;
    policy.credit_rules->rounding = ledger::CreditRounding::kWholeHours;
    policy.credit_rules->double_use = "one";
    agree(first, second, policy, ledger::Visibility::kPublic);
    return policy.policy;
  }
};

LaterWorld& laterWorld() {
  static LaterWorld world;
  return world;
}

// Whether an entry holds a sub-award, its payment, rules of credit, or a credit.
bool isLater(const Buffer& bytes) {
  const auto entry = ledger::decodeEntry(bytes);
  const auto* event = std::get_if<ledger::EventBody>(&entry->body);
  if (event == nullptr) return false;
  const auto command = ledger::decodeCommand(event->command);
  const auto* award = command->body.as<ledger::GrantAward>();
  const auto* payment = command->body.as<ledger::ExpenditureRecord>();
  const auto* policy = command->body.as<ledger::PolicyPublish>();
  return (award != nullptr && !award->parent.isNone()) || (payment != nullptr && !payment->disbursement.isNone()) ||
         (policy != nullptr && policy->credit_rules) || command->body.is<ledger::CreditGrant>();
}

TEST(Tamper, EverySingleFlippedByteOfASubAwardAndACreditIsFound) {
  LaterWorld& world = laterWorld();
  const std::vector<Buffer> entries = world.entries();
  const Members members = sealedLog(entries, world.log_key);
  const Request request = pinned(world);
  Audit honest;
  verifyMembers(members, request, honest);
  ASSERT_EQ(honest.findings.verdict(), "OK") << textReport(honest, false);
  std::size_t found = 0;
  for (const Buffer& entry : entries) {
    if (!isLater(entry)) continue;
    ++found;
    for (const auto& [name, bytes] : members) {
      const auto place = std::search(bytes.begin(), bytes.end(), entry.begin(), entry.end());
      if (place == bytes.end()) continue;
      const auto start = static_cast<std::size_t>(place - bytes.begin());
      for (std::size_t i = start; i < start + entry.size(); ++i) {
        Members flipped = members;
        flipped[name][i] = static_cast<std::uint8_t>(flipped[name][i] ^ 1U << (i % 8));
        Audit audit;
        verifyMembers(flipped, request, audit);
        ASSERT_EQ(audit.findings.exitCode(), kExitWrong) << name << " byte " << i << "\n" << textReport(audit, false);
      }
    }
  }
  EXPECT_EQ(found, 4U);
}

TEST(Tamper, FlippedBytesOfABundleWithSubAwardsAndCreditsAreFound) {
  LaterWorld& world = laterWorld();
  const Buffer zip = zipOf(bundleOf(world.entries(), world.log_key));
  const Request request = pinned(world);
  ASSERT_EQ(verdictOf(zip, request), "OK");
  constexpr std::size_t kStep = 101;  // a prime: bytes of every kind of field are met
  for (std::size_t i = 0; i < zip.size(); i += kStep) {
    Buffer flipped = zip;
    flipped[i] = static_cast<std::uint8_t>(flipped[i] ^ 1U << (i % 8));
    ASSERT_NE(verdictOf(flipped, request), "OK") << "byte " << i;
  }
}

// The same flips where nothing is checked but the form of the file find nothing in the log: so the tests above can
// fail.
TEST(Tamper, CanaryAnAuditThatTrustsTheCheckpointWouldMissThem) {
  World& world = smallWorld();
  auto entries = world.entries();
  entries.back()[200] ^= 1;
  const Members members = sealedLog(entries, world.log_key);
  Request request;
  request.integrity_only = true;
  Audit audit;
  verifyMembers(members, request, audit);
  EXPECT_FALSE(audit.findings.has(Wrong::kTileTampered));
  EXPECT_FALSE(audit.findings.has(Wrong::kBadNoteSignature));
}

struct Mutation {
  const char* name;
  std::function<void(World&, std::vector<Buffer>&)> change;
  const char* verdict;
};

// Changes entries and makes the chain hold again.
void change(std::vector<Buffer>& bytes, const std::function<void(std::vector<ledger::Entry>&)>& edit) {
  std::vector<ledger::Entry> entries;
  for (const Buffer& entry : bytes) entries.push_back(*ledger::decodeEntry(entry));
  edit(entries);
  World::rechain(entries);
  for (std::size_t i = 0; i < bytes.size(); ++i) bytes[i] = encode(entries[i]);
}

// The dishonest operator seals what he changed: tiles, root, manifest and checkpoint all fit.
const std::vector<Mutation>& resealed() {
  static const std::vector<Mutation> kAll = {
      {"dropped_last_event", [](World&, auto& e) { e.pop_back(); }, "BAD_SIGNATURE"},
      {"dropped_middle_entry", [](World&, auto& e) { e.erase(e.begin() + 3); }, "CHAIN_BROKEN"},
      {"doubled_entry", [](World&, auto& e) { e.insert(e.begin() + 3, e[3]); }, "CHAIN_BROKEN"},
      {"swapped_entries", [](World&, auto& e) { std::swap(e[3], e[5]); }, "CHAIN_BROKEN"},
      {"cut_entry", [](World&, auto& e) { e.back().resize(e.back().size() - 8); }, "ENTRY_TAMPERED"},
      {"longer_entry", [](World&, auto& e) { e.back().resize(e.back().size() + 8); }, "ENTRY_TAMPERED"},
      {"empty_entry", [](World&, auto& e) { e.back().clear(); }, "ENTRY_TAMPERED"},
      {"other_command_rechained",
       [](World&, auto& e) {
         change(e, [](auto& entries) {
           auto& body = std::get<ledger::EventBody>(entries.back().body);
           auto command = *ledger::decodeCommand(body.command);
           command.body.template edit<ledger::KeyRegister>().possession.bytes[0] ^= 1;
           body.command = encode(command);
         });
       },
       "BAD_SIGNATURE"},
      {"other_salt_rechained", [](World&, auto& e) { change(e, [](auto& entries) { entries[6].salt.bytes[0] ^= 1; }); },
       "FORK"},
      {"signed_by_another_key",
       [](World& world, auto& e) {
         change(e, [&world, &e](auto& entries) {
           auto& last = std::get<ledger::SubmissionBody>(entries[e.size() - 2].body);
           last.signatures[0].signature.bytes = world.newActor().key.sign(ledger::signedMessage(last.header));
         });
       },
       "BAD_SIGNATURE"},
      {"later_recorded_at", [](World&, auto& e) { change(e, [](auto& entries) { entries.back().recorded_at += 1; }); },
       "CHAIN_BROKEN"},
      {"other_stream_version",
       [](World&, auto& e) { change(e, [](auto& entries) { entries.back().streams.at(0).version += 1; }); },
       "CHAIN_BROKEN"},
  };
  return kAll;
}

TEST(Tamper, WhatAnOperatorChangedAndSealedAnewIsFound) {
  World& world = smallWorld();
  for (const Mutation& mutation : resealed()) {
    auto entries = world.entries();
    mutation.change(world, entries);
    Audit audit;
    verifyMembers(sealedLog(entries, world.log_key), pinned(world), audit);
    EXPECT_EQ(audit.findings.verdict().substr(0, std::string(mutation.verdict).size()), mutation.verdict)
        << mutation.name << "\n"
        << textReport(audit, false);
  }
}

TEST(Tamper, ACheckpointSealedWithAnotherKeyIsFound) {
  World& world = smallWorld();
  Audit audit;
  verifyMembers(sealedLog(world.entries(), world.first.key), pinned(world), audit);
  EXPECT_EQ(audit.findings.verdict(), "BAD_SIGNATURE") << textReport(audit, false);
}

TEST(Tamper, AMemberThatDoesNotBelongIsDamage) {
  World& world = smallWorld();
  auto members = bundleOf(world.entries(), world.log_key);
  members["tile/0/000.p/3"] = members["tile/0/000.p/" + std::to_string(world.entries().size())];
  refreshManifest(members);
  EXPECT_EQ(verdictOf(zipOf(members), pinned(world)), "BUNDLE_DAMAGED");
}

TEST(Tamper, ForgedFiguresAreFound) {
  World& world = smallWorld();
  auto members = bundleOf(world.entries(), world.log_key);
  auto& figures = members["figures.json"];
  const std::string text(textOf(figures));
  const auto place = text.rfind("\"minutes\":0");
  ASSERT_NE(place, std::string::npos);
  figures[place + 10] = '7';
  refreshManifest(members);
  EXPECT_EQ(verdictOf(zipOf(members), pinned(world)), "FIGURES_DIFFER");
}

}  // namespace
}  // namespace audit::tests
