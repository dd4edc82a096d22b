#include "ledger/rules/roles.h"

#include "tests/ledger/rules/rules_world.h"

namespace ledger {
namespace {

class RoleRules : public RulesWorld {};

TEST_F(RoleRules, TheTableNamesEveryKind) {
  for (std::size_t i = 0; i < kKinds; ++i) EXPECT_EQ(permissionOf(static_cast<Kind>(i)).kind, static_cast<Kind>(i));
}

TEST_F(RoleRules, AStrangerMaySendNothing) {
  const PersonId stranger = random_.id<PersonId>();
  EXPECT_EQ(send(stranger, OfficeEstablish{id(), OfficeKind::kNational, "", {"к", "о", "o"}}), "ROLE_MISSING");
  EXPECT_EQ(send(stranger, claim(60)), "ROLE_MISSING");
  EXPECT_EQ(send(stranger, ImportVoid{id(), at("2026-06-15T11:00:00+05:00")}), "IMPORT_WITHOUT_BATCH");
}

TEST_F(RoleRules, ARoleHoldsInItsScopeOnly) {
  const PersonId elsewhere = newPerson(Role::kAttestor, grantee_);
  const HoursClaim claimed = claim(60);
  ASSERT_EQ(send(volunteer_, claimed), "");
  EXPECT_EQ(send(elsewhere, attest(claimed.hours, 60)), "ROLE_MISSING");
}

TEST_F(RoleRules, ARoleEndsWhenItIsRevokedOrExpires) {
  const PersonId brief = newPerson(Role::kAuditor);
  ASSERT_EQ(sendByTwo(authority_, second_authority_, RoleRevoke{brief, Role::kAuditor, {}}), "");
  const SubjectId hours = attested(60);
  EXPECT_EQ(send(brief, HoursDispute{hours, HoursReason::kOther, at("2026-06-15T11:00:00+05:00")}), "ROLE_MISSING");
  ASSERT_EQ(sendByTwo(authority_, second_authority_, RoleGrant{brief, Role::kAuditor, {}, now_}), "");
  now_ += 1;
  EXPECT_EQ(send(brief, HoursDispute{hours, HoursReason::kOther, at("2026-06-15T11:00:00+05:00")}), "ROLE_MISSING");
  now_ -= 1;
  EXPECT_EQ(send(brief, HoursDispute{hours, HoursReason::kOther, at("2026-06-15T11:00:00+05:00")}), "");
}

TEST_F(RoleRules, TwoAuthoritiesAlwaysRemain) {
  EXPECT_EQ(send(authority_, RoleRevoke{second_authority_, Role::kAuthority, {}}), "LAST_AUTHORITIES");
  newPerson(Role::kAuthority);
  EXPECT_EQ(sendByTwo(authority_, second_authority_, RoleRevoke{second_authority_, Role::kAuthority, {}}), "");
}

TEST_F(RoleRules, AKeyThatWasRevokedEndsWhatItProposed) {
  const PersonId third = newPerson(Role::kAuthority);
  const ActorKey key = keyOf(authority_);
  const SubjectId office = id();
  const Names names{"Үлгі", "Образец", "Sample"};
  ASSERT_EQ(send(authority_, OfficeEstablish{office, OfficeKind::kRegional, "KZ-10", names}), "");
  KeyRecord& record = state_.keys.edit(key);
  record.person = authority_;
  record.live = false;
  EXPECT_EQ(endorse(second_authority_), "") << "a rotated key still stands behind what it said";
  ASSERT_EQ(send(second_authority_, OfficeEstablish{id(), OfficeKind::kRegional, "KZ-11", names}), "");
  KeyRecord& stolen = state_.keys.edit(keyOf(second_authority_));
  stolen.person = second_authority_;
  stolen.revoked = true;
  EXPECT_EQ(endorse(third), "KEY_REVOKED");
}

TEST_F(RoleRules, ARoleThatHasExpiredIsHeldNoMore) {
  const PersonId brief = newPerson(Role::kOperator);
  ASSERT_EQ(sendByTwo(authority_, second_authority_, RoleRevoke{brief, Role::kOperator, {}}), "");
  ASSERT_EQ(sendByTwo(authority_, second_authority_, RoleGrant{brief, Role::kAuthority, {}, now_}), "");
  EXPECT_EQ(send(authority_, RoleGrant{brief, Role::kAuthority, {}, 0}), "ROLE_HELD");
  // One who holds the role for a while does not stand in for another.
  EXPECT_EQ(send(authority_, RoleRevoke{second_authority_, Role::kAuthority, {}}), "LAST_AUTHORITIES");
  now_ += 1;
  EXPECT_EQ(send(authority_, RoleRevoke{second_authority_, Role::kAuthority, {}}), "LAST_AUTHORITIES");
  EXPECT_EQ(send(authority_, RoleRevoke{brief, Role::kAuthority, {}}), "ROLE_NOT_HELD");
  EXPECT_EQ(send(authority_, RoleGrant{brief, Role::kOperator, {}, 0}), "");
  ASSERT_EQ(sendByTwo(authority_, second_authority_, RoleGrant{brief, Role::kAuthority, {}, 0}), "");
  EXPECT_EQ(send(authority_, RoleRevoke{second_authority_, Role::kAuthority, {}}), "");
}

TEST_F(RoleRules, AnOperatorHoldsNoOtherRole) {
  const PersonId operating = newPerson(Role::kOperator);
  EXPECT_EQ(send(authority_, RoleGrant{operating, Role::kAuditor, {}, 0}), "ROLES_INCOMPATIBLE");
  EXPECT_EQ(send(authority_, RoleGrant{auditor_, Role::kOperator, {}, 0}), "ROLES_INCOMPATIBLE");
}

TEST_F(RoleRules, AnOfficerAppointsCoordinatorsAlone) {
  EXPECT_EQ(send(officer_, RoleGrant{volunteer_, Role::kCoordinator, organisation_, 0}), "");
  EXPECT_TRUE(holdsRole(state_, volunteer_, Role::kCoordinator, organisation_, now_));
  EXPECT_EQ(send(officer_, RoleGrant{volunteer_, Role::kAttestor, organisation_, 0}), "ROLE_MISSING");
}

TEST_F(RoleRules, AProposalWaitsFourteenDays) {
  const UtcMs start = now_;
  ASSERT_EQ(send(authority_, RoleGrant{volunteer_, Role::kAuditor, {}, 0}), "");
  now_ = start + 14 * kMsPerDay + 1;
  EXPECT_EQ(endorse(second_authority_), "PROPOSAL_EXPIRED");
  now_ = start + 14 * kMsPerDay;
  EXPECT_EQ(endorse(second_authority_), "");
  EXPECT_EQ(endorse(second_authority_), "PROPOSAL_CLOSED");
}

TEST_F(RoleRules, ImportsCarryImportableCommandsOnly) {
  const HoursClaim imported = claim(60);
  ASSERT_EQ(import({imported}), "");
  EXPECT_EQ(import({attest(imported.hours, 60)}), "NOT_IMPORTABLE");
  EXPECT_EQ(send(importer_, claim(60), Assurance::kImported), "IMPORT_WITHOUT_BATCH");
}

TEST_F(RoleRules, AnIdIsGivenOnceOverAllKinds) {
  OrganisationRegister again{
      SubjectId{volunteer_.bytes}, office_, OrganisationKind::kNgo, {"к", "о", "o"}, "KZ-75", ""};
  EXPECT_EQ(send(clerk_, again), "ID_TAKEN");
  again.organisation = id();
  EXPECT_EQ(send(clerk_, again), "");
}

TEST_F(RoleRules, NobodyDecidesAboutTheirOwnDistinction) {
  const SubjectId award = id();
  const Instant when = at("2026-06-15T11:00:00+05:00");
  EXPECT_EQ(send(officer_, AwardNominate{award, officer_, organisation_, "medal", when}), "SELF_NOMINATION");
  ASSERT_EQ(send(officer_, AwardNominate{award, authority_, organisation_, "medal", when}), "");
  EXPECT_EQ(send(authority_, AwardConfer{award, "1", when}), "SELF_CONFERRAL");
  ASSERT_EQ(send(second_authority_, AwardConfer{award, "1", when}), "");
  EXPECT_EQ(endorse(authority_), "SELF_CONFERRAL");
}

}  // namespace
}  // namespace ledger
