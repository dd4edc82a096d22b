#include "ledger/vault/vault_rows.h"
#include "tests/ledger/vault/vault_world.h"

namespace ledger {
namespace {

class VaultRotation : public VaultWorld {
 protected:
  // As whoever keeps the key does it.
  void rotate() {
    const SecretKey next = SecretKey::draw(random_);
    const auto written = vault_->writeNextGeneration(next, {2000, 12});
    ASSERT_TRUE(written.ok()) << written.error().message;
    vault_.reset();
    key_ = next;
    ++name_.generation;
    ASSERT_TRUE(Vault::removeOtherStores(folder_ / "vault", name_.generation).ok());
    reopen();
  }
  void copyVault(const char* from, const char* to) {
    std::filesystem::copy(folder_ / from, folder_ / to, std::filesystem::copy_options::recursive);
  }
};

TEST_F(VaultRotation, KeepsEveryValueAndTheIndex) {
  const PersonId person = registered(kName, kIin);
  rotate();
  EXPECT_EQ(textsOf(person), (std::vector<std::string>{std::string(kIin), std::string(kName)}));
  EXPECT_EQ(put({value(random_.id<PersonId>(), Field::kIin, kIin)}), "PERSON_KNOWN");
  EXPECT_EQ(vault_->figures()->made.at, 2000);
  EXPECT_EQ(vault_->figures()->made.size, 12U);
  EXPECT_FALSE(std::filesystem::exists(storeFolder(folder_ / "vault", 1)));
  rotate();
  EXPECT_EQ(textsOf(person).size(), 2U);
}

TEST_F(VaultRotation, AnOlderCopyOpensNoMore) {
  registered(kName, kIin);
  vault_.reset();
  copyVault("vault", "copy");
  reopen();
  rotate();
  vault_.reset();
  std::filesystem::remove_all(folder_ / "vault");
  copyVault("copy", "vault");
  EXPECT_EQ(Vault::open(parts()).error().reason, "VAULT_OUTDATED");
  // Nor under the name of the newer store.
  std::filesystem::rename(storeFolder(folder_ / "vault", 1), storeFolder(folder_ / "vault", 2));
  EXPECT_EQ(Vault::open(parts()).error().reason, "VAULT_OUTDATED");
  // Nor as what it is, with the key of today.
  std::filesystem::rename(storeFolder(folder_ / "vault", 2), storeFolder(folder_ / "vault", 1));
  name_.generation = 1;
  const auto old = Vault::open(parts());
  ASSERT_TRUE(old.ok());
  EXPECT_EQ((*old)->unlock(key_).error().reason, "VAULT_KEY_WRONG");
}

TEST_F(VaultRotation, TheIndexOfAnOlderCopySaysNothingUnderTheNewPepper) {
  const PersonId person = registered(kName, kIin);
  const auto index = [&](std::uint32_t generation) {
    vault_.reset();
    const auto store = VaultStore::open(storeFolder(folder_ / "vault", generation), VaultStore::Mode::kReadOnly);
    Bytes found;
    EXPECT_TRUE((*store)
                    ->walk(rows::letter('i'),
                           [&](ByteView key, ByteView) -> Result<bool> {
                             found = toBytes(key);
                             return true;
                           })
                    .ok());
    EXPECT_EQ(rows::personOfIndex(found), person);
    reopen();
    return found;
  };
  const Bytes before = index(1);
  rotate();
  EXPECT_NE(index(2), before);
}

TEST_F(VaultRotation, TheBoxesOfAnOlderCopyOpenWithNoKeyOfTheNewStore) {
  const PersonId person = registered(kName, kIin);
  const PersonalValue kept = vault_->read(person)->front();
  const auto boxes = [&](std::uint32_t generation) {
    vault_.reset();
    const auto store = VaultStore::open(storeFolder(folder_ / "vault", generation), VaultStore::Mode::kReadOnly);
    const auto key = (*store)->get(rows::keyOf('k', person));
    const auto row = (*store)->get(rows::valueKey(person, kept.opening));
    EXPECT_TRUE(key->has_value() && row->has_value());
    return std::pair(**key, **row);
  };
  const Bytes before = boxes(1).second;
  reopen();
  rotate();
  const auto [key_box, after] = boxes(2);
  auto key = openBox(key_, rows::boundKey(name_, person), key_box);
  ASSERT_TRUE(key.ok());
  const Bytes bound = rows::boundOpening(name_, kept);
  EXPECT_TRUE(openBox(SecretKey(*key), bound, ByteView(after).subspan(rows::kIdBytes)).ok());
  EXPECT_EQ(openBox(SecretKey(*key), bound, ByteView(before).subspan(rows::kIdBytes)).error().reason, "AUTH_FAIL");
}

TEST_F(VaultRotation, ThatWasBrokenOffIsStartedAfresh) {
  const PersonId person = registered(kName, kIin);
  ASSERT_TRUE(vault_->writeNextGeneration(SecretKey::draw(random_), {1500, 9}).ok());
  reopen();  // the key never became that of the ledger
  EXPECT_EQ(textsOf(person).size(), 2U);
  rotate();
  EXPECT_EQ(textsOf(person).size(), 2U);
}

TEST_F(VaultRotation, NeedsTheKey) {
  vault_.reset();
  const auto locked = Vault::open(parts());
  ASSERT_TRUE(locked.ok());
  EXPECT_EQ((*locked)->writeNextGeneration(SecretKey::draw(random_), {}).error().reason, "VAULT_LOCKED");
}

}  // namespace
}  // namespace ledger
