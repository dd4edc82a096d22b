#include "ledger/vault/vault.h"

#include "ledger/vault/vault_rows.h"
#include "tests/ledger/vault/vault_world.h"

namespace ledger {
namespace {

using VaultTest = VaultWorld;

TEST_F(VaultTest, GivesBackWhatWasPutInOverReopening) {
  const PersonId person = registered(kName, kIin);
  reopen();
  EXPECT_EQ(textsOf(person), (std::vector<std::string>{std::string(kIin), std::string(kName)}));
  EXPECT_TRUE(textsOf(random_.id<PersonId>()).empty());
  EXPECT_EQ(vault_->figures()->persons, 1U);
  EXPECT_EQ(vault_->figures()->values, 2U);
}

TEST_F(VaultTest, NoFileHoldsAValueInTheClear) {
  registered(kName, kIin);
  EXPECT_EQ(filesWith(asBytes(kName)), 0U);
  EXPECT_EQ(filesWith(asBytes(kIin)), 0U);
  EXPECT_EQ(filesWith(sha256(asBytes(kIin)).view()), 0U);
  EXPECT_EQ(filesWith(key_.view()), 0U);
}

TEST_F(VaultTest, LockedItNeitherTakesNorShows) {
  const PersonId person = registered(kName, kIin);
  vault_.reset();
  const auto locked = Vault::open(parts());
  ASSERT_TRUE(locked.ok());
  EXPECT_TRUE((*locked)->isLocked());
  EXPECT_EQ((*locked)->read(person).error().reason, "VAULT_LOCKED");
  EXPECT_EQ((*locked)->prepare(std::vector{value(person, Field::kPhone, "+77010000000")}).error().reason,
            "VAULT_LOCKED");
  EXPECT_EQ((*locked)->unlock(SecretKey::draw(random_)).error().reason, "VAULT_KEY_WRONG");
  EXPECT_TRUE((*locked)->isLocked());
  EXPECT_TRUE((*locked)->unlock(key_).ok());
  EXPECT_EQ((*locked)->read(person)->size(), 2U);
}

TEST_F(VaultTest, KnowsTheNumberOfAnotherPerson) {
  const PersonId person = registered(kName, kIin);
  const PersonId other = random_.id<PersonId>();
  const auto refused = vault_->prepare(std::vector{value(other, Field::kIin, kIin)});
  ASSERT_FALSE(refused.ok());
  EXPECT_EQ(refused.error().reason, "PERSON_KNOWN");
  EXPECT_NE(refused.error().message.find(person.text()), std::string::npos);
  EXPECT_EQ(refused.error().message.find(kIin), std::string::npos);
  EXPECT_EQ(put({value(other, Field::kIin, kOtherIin)}), "");
  EXPECT_EQ(put({value(other, Field::kName, kName)}), "") << "names are shared";
  reopen();
  EXPECT_EQ(put({value(random_.id<PersonId>(), Field::kIin, kOtherIin)}), "PERSON_KNOWN");
}

TEST_F(VaultTest, KnowsANumberThatIsOnItsWay) {
  const auto first = vault_->prepare(std::vector{value(random_.id<PersonId>(), Field::kIin, kIin)});
  ASSERT_TRUE(first.ok());
  const PersonId other = random_.id<PersonId>();
  EXPECT_EQ(put({value(other, Field::kIin, kIin)}), "PERSON_KNOWN");
  EXPECT_EQ(put({value(other, Field::kIin, kOtherIin), value(random_.id<PersonId>(), Field::kIin, kOtherIin)}),
            "PERSON_KNOWN")
      << "in one submission";
}

TEST_F(VaultTest, ABoxMovedToAnotherPersonOrFieldDoesNotOpen) {
  const PersonId person = registered(kName, kIin);
  const PersonId other = registered(kName, kOtherIin);
  vault_.reset();
  {
    const auto store = VaultStore::open(storeFolder(folder_ / "vault", 1), VaultStore::Mode::kWrite);
    ASSERT_TRUE(store.ok());
    const auto swap = [&](const PersonId& from, const PersonId& to) {
      return VaultRow{rows::keyOf('k', to), *(*store)->get(rows::keyOf('k', from))};
    };
    ASSERT_TRUE((*store)->write({swap(person, other), swap(other, person)}).ok());
  }
  reopen();
  EXPECT_EQ(textsOf(person), std::vector<std::string>{"AUTH_FAIL"});
}

TEST_F(VaultTest, AnotherValueThanTheCommittedOneIsNotShown) {
  const auto person = random_.id<PersonId>();
  PersonalValue lie = value(person, Field::kName, "Үлгі");
  lie.opening.value = toBytes(asBytes("Басқа"));
  ASSERT_EQ(put({lie}), "");
  EXPECT_EQ(textsOf(person), std::vector<std::string>{"COMMITMENT_MISMATCH"});
}

TEST_F(VaultTest, OfAnotherLedgerOrMissingIsRefused) {
  vault_.reset();
  name_.ledger = random_.id<LedgerId>();
  EXPECT_EQ(Vault::open(parts()).error().reason, "VAULT_OTHER_LEDGER");
  VaultParts elsewhere = parts();
  elsewhere.folder = folder_ / "absent";
  EXPECT_EQ(Vault::open(elsewhere).error().reason, "VAULT_MISSING");
}

}  // namespace
}  // namespace ledger
