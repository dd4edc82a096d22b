// The half of Vault that gives it another key: what is left moves into a new store, and the old one can be thrown away.
#include <system_error>

#include "ledger/base/file_io.h"
#include "ledger/vault/field.h"
#include "ledger/vault/vault.h"
#include "ledger/vault/vault_rows.h"

namespace ledger {
namespace {

constexpr std::size_t kRowsAtOnce = 4096;

}  // namespace

Result<void> Vault::copyPerson(const PersonId& person, const VaultName& next_name, const Unlocked& next, Rows& rows) {
  const auto key = personKey(person);
  if (!key) return key.error();
  ASAR_CHECK(key->has_value());
  // A key of the person's own again: with the old one, an old copy would show values that were replaced since.
  const SecretKey next_key = SecretKey::draw(parts_.random);
  rows.push_back(
      {rows::keyOf('k', person), sealBox(next.key, rows::boundKey(next_name, person), next_key.view(), parts_.random)});
  return store_->walk(rows::keyOf('v', person), [&](ByteView row_key, ByteView row_value) -> Result<bool> {
    auto value = openValue(**key, row_key, row_value);
    if (!value) return value.error();
    rows.push_back({toBytes(row_key), rows::valueRow(next_key, next_name, *value, parts_.random)});
    if (isUnique(static_cast<Field>(value->opening.tag))) {
      // Under the new pepper: with the old one, an old copy's index could be tried out number by number.
      const Digest hash = rows::uniqueHash(next.pepper, value->opening.tag, value->opening.value);
      rows.push_back({rows::indexKey(hash, row_key), Bytes()});
    }
    wipe(value->opening.value);
    return true;
  });
}

Result<void> Vault::writeNextGeneration(const SecretKey& next_key, const VaultMade& made) {
  const std::lock_guard lock(mutex_);
  ASAR_TRY(requireKey());
  VaultName next_name = parts_.name;
  ++next_name.generation;
  const auto folder = storeFolder(parts_.folder, next_name.generation);
  // Of a rotation that was broken off: its key was never kept.
  std::error_code ignored;
  std::filesystem::remove_all(folder, ignored);
  ASAR_TRY(create({parts_.folder, next_name, parts_.random, true}, next_key, made));
  const auto next = open({parts_.folder, next_name, parts_.random, true});
  if (!next) return next.error();
  ASAR_TRY((*next)->unlock(next_key));
  Rows rows;
  const auto copy = [&](ByteView key, ByteView) -> Result<bool> {
    ASAR_TRY(copyPerson(rows::personOf(key), next_name, *(*next)->unlocked_, rows));
    if (rows.size() < kRowsAtOnce) return true;
    ASAR_TRY((*next)->store_->write(rows));
    rows.clear();
    return true;
  };
  ASAR_TRY(store_->walk(rows::letter('k'), copy));
  return (*next)->store_->write(rows);
}

Result<void> Vault::removeOtherStores(const std::filesystem::path& folder, std::uint32_t generation) {
  std::error_code failed;
  std::vector<std::filesystem::path> others;
  for (const auto& one : std::filesystem::directory_iterator(folder, failed)) {
    const bool store = one.path().filename().string().starts_with("store-");
    if (store && one.path() != storeFolder(folder, generation)) others.push_back(one.path());
  }
  for (const auto& other : others)
    if (!failed) std::filesystem::remove_all(other, failed);
  if (!failed) return syncFolder(folder);
  return Error{ErrorCode::kUnavailable, "FILE_UNWRITTEN",
               "an older store in " + folder.string() + " could not be removed: " + failed.message()};
}

}  // namespace ledger
