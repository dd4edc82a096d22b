#include "ledger/rules/roles.h"

#include <algorithm>
#include <cctype>
#include <fstream>
#include <map>
#include <set>

#include "tests/ledger/rules/rules_world.h"

namespace ledger {
namespace {

class RoleRules : public RulesWorld {};

// What the table of ledger/schema/README.md says of a command, over all of its rows.
struct TableRow {
  std::string who, second;
};

std::map<std::string, TableRow> tableOfTheReadme() {
  std::ifstream page(std::string(ASAR_SOURCE_DIR) + "/ledger/schema/README.md");
  std::map<std::string, TableRow> table;
  std::string line;
  while (std::getline(page, line) && line != "| command | role (scope) | second person |") continue;
  std::getline(page, line);
  while (std::getline(page, line) && line.starts_with("| ")) {
    const auto first = line.find(" | "), second = line.find(" | ", first + 3);
    std::string commands = line.substr(2, first - 2);
    commands.resize(std::min(commands.find(" of "), commands.size()));
    for (std::size_t from = 0; from < commands.size();) {
      const std::size_t to = std::min(commands.find(", ", from), commands.size());
      TableRow& row = table[commands.substr(from, to - from)];
      row.who += line.substr(first + 3, second - first - 3) + "; ";
      row.second += line.substr(second + 3, line.size() - second - 5) + "; ";
      from = to + 2;
    }
  }
  return table;
}

// Those named in the text, but for the scopes in parentheses.
std::set<Role> rolesIn(const std::string& text) {
  std::set<Role> roles;
  std::string word;
  int depth = 0;
  for (const char letter : text + " ") {
    if (letter == '(') ++depth;
    if (letter == ')') --depth;
    if (depth == 0 && std::isalpha(static_cast<unsigned char>(letter)) != 0) {
      word += letter;
      continue;
    }
    for (std::size_t i = 0; i < kEnumerants<Role>; ++i) {
      if (word == nameOf(static_cast<Role>(i))) roles.insert(static_cast<Role>(i));
    }
    word.clear();
  }
  return roles;
}

bool saysSecond(const Permission& permission, const std::string& text) {
  const std::set<Role> own(permission.roles.begin(), permission.roles.end()), named = rolesIn(text);
  const auto says = [&](const char* words) { return text.find(words) != std::string::npos; };
  switch (permission.second) {
    case Second::kNone:
      return named.empty() || says("where minutes rise");  // of a voiding they never do
    case Second::kSameRole:
      return named == own || says("any of these roles");
    case Second::kAuthority:
      return named == std::set{Role::kAuthority};
    case Second::kGranteesOfficer:
      return says("officer (grantee)");
    case Second::kWhereMinutesRise:
      return named == own && says("where minutes rise");
    case Second::kFunderOverLimit:
      return says("funder (funder) above the limit");
  }
  return false;
}

TEST_F(RoleRules, TheTableNamesEveryKind) {
  for (std::size_t i = 0; i < kKinds; ++i) EXPECT_EQ(permissionOf(static_cast<Kind>(i)).kind, static_cast<Kind>(i));
}

TEST_F(RoleRules, TheTableIsThatOfTheReadme) {
  const auto table = tableOfTheReadme();
  for (std::size_t i = 0; i < kKinds; ++i) {
    const auto kind = static_cast<Kind>(i);
    if (kind == Kind::kLedgerFound || kind == Kind::kEndorse) continue;
    const std::string command(traitsOf(kind).command);
    ASSERT_TRUE(table.contains(command)) << command;
    const Permission& permission = permissionOf(kind);
    const TableRow& row = table.at(command);
    if (permission.self != Self::kAnyone) {
      EXPECT_EQ(rolesIn(row.who), std::set<Role>(permission.roles.begin(), permission.roles.end())) << command;
    }
    // Of coordinators an officer decides alone.
    if (kind == Kind::kRoleGrant || kind == Kind::kRoleRevoke) continue;
    EXPECT_TRUE(saysSecond(permission, row.second)) << command << ": " << row.second;
  }
  EXPECT_EQ(table.size(), kKinds - 2);
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
  Context now;
  now.recorded_at = now_;
  EXPECT_TRUE(holdsRole(state_, volunteer_, Role::kCoordinator, organisation_, now));
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
  define("medal");
  EXPECT_EQ(send(officer_, AwardNominate{award, officer_, organisation_, "medal", when}), "SELF_NOMINATION");
  ASSERT_EQ(send(officer_, AwardNominate{award, authority_, organisation_, "medal", when}), "");
  EXPECT_EQ(send(authority_, AwardConfer{award, "1", when}), "SELF_CONFERRAL");
  ASSERT_EQ(send(second_authority_, AwardConfer{award, "1", when}), "");
  EXPECT_EQ(endorse(authority_), "SELF_CONFERRAL");
}

}  // namespace
}  // namespace ledger
