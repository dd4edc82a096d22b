#include "ledger/vault/vault_rows.h"

#include "tests/ledger/vault/vault_world.h"

namespace ledger {
namespace {

class VaultRows : public VaultWorld {};

TEST_F(VaultRows, KeysGiveBackTheirParts) {
  const auto person = random_.id<PersonId>();
  const PersonalValue one = value(person, Field::kIin, kIin);
  EXPECT_EQ(rows::personOf(rows::keyOf('k', person)), person);
  const Bytes key = rows::valueKey(person, one.opening);
  EXPECT_EQ(key.size(), 1U + 16 + 2 + 32);
  EXPECT_EQ(rows::personOf(key), person);
  EXPECT_EQ(rows::openingOf(key).tag, 1);
  EXPECT_EQ(rows::openingOf(key).commitment, one.opening.commitment);
  const Bytes index = rows::indexKey(sha256(key), key);
  EXPECT_EQ(index.size(), 1U + 32 + 16 + 2 + 32);
  EXPECT_EQ(rows::personOfIndex(index), person);
  EXPECT_EQ(rows::valueKeyOfIndex(index), key);
}

TEST_F(VaultRows, BoxesAreBoundToAllThatNamesTheirPlace) {
  const PersonalValue one = value(random_.id<PersonId>(), Field::kIin, kIin);
  const Bytes bound = rows::boundOpening(name_, one);
  PersonalValue other = one;
  other.person = random_.id<PersonId>();
  EXPECT_NE(rows::boundOpening(name_, other), bound);
  other = one;
  other.submission = random_.id<SubmissionId>();
  EXPECT_NE(rows::boundOpening(name_, other), bound);
  other = one;
  other.opening.tag = 2;
  EXPECT_NE(rows::boundOpening(name_, other), bound);
  VaultName next = name_;
  ++next.generation;
  EXPECT_NE(rows::boundKey(next, one.person), rows::boundKey(name_, one.person));
}

TEST_F(VaultRows, TheUniqueHashNeedsThePepper) {
  const SecretKey other = SecretKey::draw(random_);
  EXPECT_EQ(rows::uniqueHash(key_, 1, asBytes(kIin)), rows::uniqueHash(key_, 1, asBytes(kIin)));
  EXPECT_NE(rows::uniqueHash(key_, 1, asBytes(kIin)), rows::uniqueHash(other, 1, asBytes(kIin)));
  EXPECT_NE(rows::uniqueHash(key_, 1, asBytes(kIin)), rows::uniqueHash(key_, 2, asBytes(kIin)));
}

}  // namespace
}  // namespace ledger
