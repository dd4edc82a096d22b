// Imports and what is left when a batch is voided, as the audit counts it.
#include <gtest/gtest.h>

#include "audit/verify/report.h"
#include "tests/audit/world.h"

namespace audit::tests {
namespace {

using namespace ledger;  // every command and code below

constexpr Visibility kPublic = Visibility::kPublic;

Money tenge(std::int64_t minor) {
  return {minor, *Currency::parse("KZT")};
}

// work() leaves a grant of 300,000.00 with one paid tranche of 250,000.00, of which 70,000.00 are spent.
class Imports : public ::testing::Test {
 protected:
  Imports() {
    world.settle();
    world.work();
  }

  ExpenditureRecord spending(const SubjectId& grant, std::int64_t minor, const std::string& invoice,
                             const Digest& document) {
    ExpenditureRecord body;
    body.grant = grant;
    body.expenditure = world.subject();
    body.line = "materials";
    body.amount = tenge(minor);
    body.document_hash = document;
    body.document_number = invoice;
    body.document_date = world.now().civilDay();
    body.vendor = binOf(8);
    body.occurred_at = world.now();
    return body;
  }
  std::vector<CommandBody> wholeGrant(const SubjectId& grant, const ExpenditureRecord& spent) {
    const auto day = world.now().civilDay();
    return {GrantAward{grant,
                       "IMPORTED-1",
                       "T",
                       world.funder,
                       world.grantee,
                       world.programme,
                       "KZ-AST",
                       tenge(500),
                       {},
                       {},
                       world.now()},
            AgreementSign{
                grant, "A", {{"materials", CostType::kMaterials, 500}}, {{1, 500, day}}, day, day + 9, world.now()},
            TrancheApprove{grant, 1, world.now()},
            TrancheDisburse{grant, world.subject(), 1, tenge(500), "P", world.now()}, spent};
  }
  HoursClaim service() {
    HoursClaim claim;
    claim.hours = world.subject();
    claim.volunteer = world.volunteer->person;
    claim.activity = world.activity;
    claim.occurred_at = world.ago(18);
    claim.until = world.ago(8);
    claim.minutes = Minutes(10);
    claim.role = "helper";
    return claim;
  }
  void revoke(const SubjectId& batch) {
    world.submit(world.signImport(*world.importer, {ImportVoid{batch, world.now()}}, world.classOfBatch(batch)));
  }
  Forgery importVoid(const SubjectId& batch) { return importVoid(batch, world.classOfBatch(batch)); }
  Forgery importVoid(const SubjectId& batch, Visibility visibility) {
    return {ImportVoid{batch, world.now()}, visibility, Assurance::kImported};
  }
  // Without the size and the root, which every entry changes.
  std::string figures() {
    const auto members = bundleOf(world.entries(), world.log_key);
    Audit audit;
    verifyMembers(members, {}, audit);
    EXPECT_EQ(audit.findings.verdict(), "OK") << textReport(audit, false);
    const std::string text(textOf(members.at("figures.json")));
    return text.substr(0, text.find(",\"root\"")) + text.substr(text.find(",\"totals\""));
  }

  World world;
};

TEST_F(Imports, MoneyOfABatchInAGrantOfOthersVanishesWithIt) {
  world.agree(*world.funder_one, *world.funder_two,
              GrantAward{world.subject(),
                         "N-2",
                         "T",
                         world.funder,
                         world.grantee,
                         world.programme,
                         "KZ-AST",
                         tenge(5),
                         {},
                         {},
                         world.now()},
              kPublic);
  const std::string before = figures();
  const SubjectId batch = world.subject();
  const auto spent = spending(world.grant, 900, "INV-8", world.digest());
  world.import(
      batch,
      {spent,
       ExpenditureReverse{world.grant, world.subject(), spent.expenditure, tenge(300), world.digest(),
                          ExpenditureReason::kReturnedGoods, world.now()},
       ExpenditureReverse{
           world.grant, world.subject(), {}, tenge(40), world.digest(), ExpenditureReason::kReturnedGoods, world.now()},
       InterestRecord{world.grant, tenge(7), world.digest(), world.now()},
       RefundSend{world.grant, world.subject(), tenge(11), "R", world.now()}},
      kPublic);
  const std::string with = figures();
  // 180,000.00 on hand, less 900, plus 300, 40 and 7, less 11; 70,000.00 spent and 600 more.
  EXPECT_NE(with.find("\"disbursed\":25000000,\"onHand\":17999436,\"returned\":11,\"spent\":7000600"),
            std::string::npos)
      << with;
  revoke(batch);
  EXPECT_EQ(figures(), before);
}

TEST_F(Imports, OfAGrantOfOthersDecisionsAndPaymentsAreNotImported) {
  const std::vector<CommandBody> forged = {
      TrancheApprove{world.grant, 2, world.now()},
      TrancheDisburse{world.grant, world.subject(), 1, tenge(1), "P", world.now()},
      DisbursementConfirm{world.grant, world.disbursement, world.now()},
      DisbursementReverse{world.grant, world.disbursement, tenge(1), "P", world.now()}};
  for (const CommandBody& body : forged) {
    const std::string found = world.broken(*world.importer, {body, kPublic, Assurance::kImported});
    EXPECT_NE(found.find("NOT_IMPORTABLE "), std::string::npos) << found;
  }
}

TEST_F(Imports, AVoidedBatchFreesWhatItClaimedAndIsNotVoidedTwice) {
  const SubjectId grant = world.subject();
  const auto spent = spending(grant, 100, "INV-9", world.digest());
  const SubjectId batch = world.subject();
  const std::string before = figures();
  world.import(batch, wholeGrant(grant, spent), kPublic);
  EXPECT_NE(figures().find("\"awarded\":500,\"currency\":\"KZT\",\"disbursed\":500,\"onHand\":400"), std::string::npos);
  EXPECT_NE(world.broken(*world.officer, {spending(world.grant, 100, "INV-10", spent.document_hash), kPublic}), "");
  revoke(batch);
  EXPECT_EQ(figures(), before);
  EXPECT_EQ(world.broken(*world.importer, importVoid(batch)), "WRONG_STATE ");
  const SubjectId again = world.subject();
  world.import(world.subject(), wholeGrant(again, spending(again, 100, "INV-9", spent.document_hash)), kPublic);
  EXPECT_NE(figures().find("\"awarded\":500,"), std::string::npos);
}

TEST_F(Imports, ABatchOthersBuildUponStays) {
  const SubjectId batch = world.subject();
  const auto spent = spending(world.grant, 900, "INV-8", world.digest());
  world.import(batch, {spent}, kPublic);
  EXPECT_EQ(world.broken(*world.importer, importVoid(batch)), "");
  world.say(*world.verifier,
            ExpenditureDisallow{world.grant, spent.expenditure, tenge(1), ExpenditureReason::kOther, world.now()},
            kPublic);
  EXPECT_EQ(world.broken(*world.importer, importVoid(batch)), "BATCH_IN_USE ");
}

TEST_F(Imports, MoneyAlreadySpentIsNotVoided) {
  const SubjectId batch = world.subject();
  world.import(batch, {InterestRecord{world.grant, tenge(500), world.digest(), world.now()}}, kPublic);
  world.say(*world.officer, RefundSend{world.grant, world.subject(), tenge(18'000'000), "R", world.now()}, kPublic);
  EXPECT_EQ(world.broken(*world.importer, importVoid(batch)), "");
  world.say(*world.officer, RefundSend{world.grant, world.subject(), tenge(1), "R", world.now()}, kPublic);
  EXPECT_EQ(world.broken(*world.importer, importVoid(batch)), "NOT_ENOUGH_MONEY ");
}

TEST_F(Imports, HoursStandAtOnceAreNotCountedAndMakeRoomAgain) {
  const std::string before = figures();
  const SubjectId batch = world.subject();
  const auto imported = service();
  world.import(batch, {imported}, Visibility::kPrivate);
  EXPECT_EQ(figures(), before) << "imported minutes are never credited";
  auto own = service();
  own.split = true;  // an imported entry of that day and role is there
  world.say(*world.volunteer, own, Visibility::kPrivate);
  const HoursAttest attested{own.hours, Minutes(10), AttestationMethod::kPresent, HoursReason::kNone, world.now()};
  EXPECT_EQ(world.broken(*world.attestor, {attested}), "OVERLAP ");
  revoke(batch);
  EXPECT_EQ(world.broken(*world.attestor, {attested}), "");
  world.say(*world.attestor, attested, Visibility::kPrivate);
  EXPECT_NE(figures().find(":130}"), std::string::npos) << figures();
}

TEST_F(Imports, ABatchIsVoidedInItsMostPublicClass) {
  constexpr Visibility kScoped = Visibility::kScoped;
  constexpr Visibility kPrivate = Visibility::kPrivate;
  const SubjectId batch = world.subject();
  ImportRecord part{batch, 0, world.digest(), world.digest(), 0, 1};
  world.submit(world.signImport(*world.importer, {part, service()}, kPrivate));
  const auto found = [&](Visibility visibility, std::uint16_t rules = kRulesVersion) {
    Forgery forged = importVoid(batch, visibility);
    forged.decision.rules = rules;
    return world.broken(*world.importer, forged);
  };
  EXPECT_EQ(found(kPrivate), "");
  EXPECT_EQ(found(kScoped), only("CLASS_MISMATCH"));
  EXPECT_EQ(found(kPublic), only("CLASS_MISMATCH"));
  EXPECT_EQ(found(kPublic, 2), only("DECISION_DIFFERS")) << "the version falls, and that alone";
  for (const Visibility next : {kScoped, kPrivate}) {
    ++part.part;
    world.submit(world.signImport(*world.importer, {part}, next));
  }
  EXPECT_EQ(found(kScoped), "");
  EXPECT_EQ(found(kPrivate), only("CLASS_MISMATCH"));
  EXPECT_EQ(found(kPublic), only("CLASS_MISMATCH"));
}

TEST_F(Imports, ACountOfAttendanceIsFreeAgain) {
  const SubjectId shift = world.subject();
  world.say(*world.attestor, ShiftOpen{shift, world.activity, "role", world.ago(18), world.ago(8), 1, 3},
            Visibility::kScoped);
  const AttendanceSummarise count{shift, AttendanceState::kCompleted, 2, Minutes(20)};
  const SubjectId batch = world.subject();
  world.import(batch, {count}, Visibility::kScoped);
  EXPECT_EQ(world.broken(*world.attestor, {count, Visibility::kScoped}), "ATTENDANCE_TAKEN ");
  revoke(batch);
  EXPECT_EQ(world.broken(*world.attestor, {count, Visibility::kScoped}), "");
}

}  // namespace
}  // namespace audit::tests
