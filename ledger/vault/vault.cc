#include "ledger/vault/vault.h"

#include <algorithm>

#include "ledger/base/file_io.h"
#include "ledger/vault/field.h"
#include "ledger/vault/vault_rows.h"

namespace ledger {
namespace {

Error refused(const char* reason, std::string message) {
  return {ErrorCode::kRefused, reason, std::move(message)};
}

bool holdsStores(const std::filesystem::path& folder) {
  std::error_code ignored;
  for (const auto& one : std::filesystem::directory_iterator(folder, ignored))
    if (one.path().filename().string().starts_with("store-")) return true;
  return false;
}

Error outdated(const VaultParts& parts) {
  return refused("VAULT_OUTDATED", "the vault in " + parts.folder.string() + " is not of generation " +
                                       std::to_string(parts.name.generation) +
                                       ", that of its key: it is an older copy, whose key was destroyed; take the "
                                       "newest copy of the vault");
}

}  // namespace

std::filesystem::path storeFolder(const std::filesystem::path& folder, std::uint32_t generation) {
  return folder / ("store-" + std::to_string(generation));
}

Vault::Vault(const VaultParts& parts, std::unique_ptr<VaultStore> store) : parts_(parts), store_(std::move(store)) {}

Result<void> Vault::create(const VaultParts& parts, const SecretKey& key, const VaultMade& made) {
  ASAR_TRY(makeFolders(parts.folder));
  std::error_code ignored;
  std::filesystem::permissions(parts.folder, std::filesystem::perms::owner_all, ignored);
  auto store = VaultStore::open(storeFolder(parts.folder, parts.name.generation), VaultStore::Mode::kCreate);
  if (!store) return store.error();
  Bytes meta = rows::meta(parts.name, made);
  const SecretKey pepper = SecretKey::draw(parts.random);
  const Bytes box = sealBox(key, meta, pepper.view(), parts.random);
  appendBytes(meta, box);
  ASAR_TRY((*store)->write({{rows::letter('m'), std::move(meta)}}));
  return syncFolder(parts.folder);
}

Result<std::unique_ptr<Vault>> Vault::open(const VaultParts& parts) {
  const auto folder = storeFolder(parts.folder, parts.name.generation);
  if (!std::filesystem::exists(folder)) {
    if (holdsStores(parts.folder)) return outdated(parts);
    return Error{ErrorCode::kNotFound, "VAULT_MISSING",
                 parts.folder.string() + " holds no vault, although there is a key for one: restore its newest copy"};
  }
  auto store = VaultStore::open(folder, parts.writes ? VaultStore::Mode::kWrite : VaultStore::Mode::kReadOnly);
  if (!store) return store.error();
  std::unique_ptr<Vault> vault(new Vault(parts, std::move(*store)));
  ASAR_TRY(vault->checkName());
  const auto unfinished = vault->store_->get(rows::letter('s'));
  if (!unfinished) return unfinished.error();
  if (*unfinished && parts.writes) ASAR_TRY(vault->removeRows({}));
  return vault;
}

Result<void> Vault::checkName() {
  const auto meta = store_->get(rows::letter('m'));
  if (!meta) return meta.error();
  const auto held = *meta ? ByteView(**meta) : ByteView();
  const Bytes expected = rows::meta(parts_.name, {});
  constexpr std::size_t kGenerationAt = 1 + 2 * rows::kIdBytes;
  if (held.size() < rows::kMetaBytes ||
      !std::ranges::equal(held.first(kGenerationAt), ByteView(expected).first(kGenerationAt)))
    return refused("VAULT_OTHER_LEDGER",
                   "the vault in " + parts_.folder.string() + " belongs to another ledger or key");
  if (readBigEndian32(held.subspan(kGenerationAt, 4)) != parts_.name.generation) return outdated(parts_);
  return {};
}

Result<void> Vault::unlock(const SecretKey& key) {
  const std::lock_guard lock(mutex_);
  const auto meta = store_->get(rows::letter('m'));
  if (!meta) return meta.error();
  auto pepper = openBox(key, ByteView(**meta).first(rows::kMetaBytes), ByteView(**meta).subspan(rows::kMetaBytes));
  if (!pepper || pepper->size() != key.view().size())
    return refused("VAULT_KEY_WRONG", "the key is not that of the vault in " + parts_.folder.string());
  unlocked_ = Unlocked{key, SecretKey(*pepper)};
  wipe(*pepper);
  return {};
}

bool Vault::isLocked() const {
  const std::lock_guard lock(mutex_);
  return !unlocked_;
}

Result<void> Vault::requireKey() const {
  if (unlocked_) return {};
  return refused("VAULT_LOCKED", "the vault's passphrase was not given: personal values are neither taken nor shown");
}

Result<std::optional<SecretKey>> Vault::personKey(const PersonId& person) {
  const auto waiting = std::ranges::find(new_, person, [](const auto& one) { return one.first; });
  if (waiting != new_.end()) return std::optional(waiting->second);
  const auto row = store_->get(rows::keyOf('k', person));
  if (!row) return row.error();
  if (!*row) return std::optional<SecretKey>();
  auto bytes = openBox(unlocked_->key, rows::boundKey(parts_.name, person), **row);
  if (!bytes) return bytes.error();
  const SecretKey key(*bytes);
  wipe(*bytes);
  return std::optional(key);
}

Result<SecretKey> Vault::personKeyOrNew(const PersonId& person, Rows& rows) {
  auto known = personKey(person);
  if (!known) return known.error();
  if (*known) return **known;
  const SecretKey key = SecretKey::draw(parts_.random);
  rows.push_back({rows::keyOf('k', person),
                  sealBox(unlocked_->key, rows::boundKey(parts_.name, person), key.view(), parts_.random)});
  new_.emplace_back(person, key);
  return key;
}

Result<std::optional<PersonId>> Vault::holderOf(const Digest& hash) {
  const Bytes prefix = rows::indexPrefix(hash);
  const auto waiting = awaited_.lower_bound(prefix);
  if (waiting != awaited_.end() && std::ranges::equal(ByteView(*waiting).first(prefix.size()), prefix))
    return std::optional(rows::personOfIndex(*waiting));
  std::optional<PersonId> holder;
  ASAR_TRY(store_->walk(prefix, [&](ByteView key, ByteView) -> Result<bool> {
    holder = rows::personOfIndex(key);
    return false;
  }));
  return holder;
}

Result<void> Vault::requireUnique(const PersonalValue& value, const Digest& hash) {
  const auto holder = holderOf(hash);
  if (!holder) return holder.error();
  if (!*holder || **holder == value.person) return {};
  return Error{ErrorCode::kConflict, "PERSON_KNOWN",
               "another person, " + (*holder)->text() + ", is registered with the same " +
                   std::string(nameOf(static_cast<Field>(value.opening.tag))) + ": go on with that one"};
}

Result<void> Vault::checkUnique(std::span<const PersonalValue> values) {
  const std::lock_guard lock(mutex_);
  ASAR_TRY(requireKey());
  for (const PersonalValue& value : values) {
    if (!isUnique(static_cast<Field>(value.opening.tag))) continue;
    ASAR_TRY(requireUnique(value, rows::uniqueHash(unlocked_->pepper, value.opening.tag, value.opening.value)));
  }
  return {};
}

Result<std::vector<VaultRow>> Vault::prepare(std::span<const PersonalValue> values) {
  const std::lock_guard lock(mutex_);
  ASAR_TRY(checkUnique(values));
  Rows rows;
  std::vector<Bytes> index;
  for (const PersonalValue& value : values) {
    const Bytes row_key = rows::valueKey(value.person, value.opening);
    const auto held = store_->get(row_key);
    if (!held) return held.error();
    if (*held) continue;
    const auto key = personKeyOrNew(value.person, rows);
    if (!key) return key.error();
    rows.push_back({row_key, rows::valueRow(*key, parts_.name, value, parts_.random)});
    if (!isUnique(static_cast<Field>(value.opening.tag))) continue;
    const Digest hash = rows::uniqueHash(unlocked_->pepper, value.opening.tag, value.opening.value);
    // Two of these very values may be the same.
    ASAR_TRY(requireUnique(value, hash));
    rows.push_back({rows::indexKey(hash, row_key), Bytes()});
    awaited_.insert(rows.back().key);
  }
  return rows;
}

Result<void> Vault::commit(const std::vector<VaultRow>& rows) {
  const std::lock_guard lock(mutex_);
  ASAR_TRY(store_->write(rows));
  for (const VaultRow& row : rows) {
    if (row.key[0] == 'i') awaited_.erase(row.key);
    if (row.key[0] == 'k') std::erase_if(new_, [&](const auto& one) { return one.first == rows::personOf(row.key); });
  }
  return {};
}

Result<PersonalValue> Vault::openValue(const SecretKey& key, ByteView row_key, ByteView row_value) {
  PersonalValue value{rows::personOf(row_key), rows::submissionOf(row_value), rows::openingOf(row_key)};
  auto packed = openBox(key, rows::boundOpening(parts_.name, value), row_value.subspan(rows::kIdBytes));
  if (!packed) return packed.error();
  const bool whole = unpackOpening(*packed, value.opening);
  wipe(*packed);
  if (whole && commitmentOf(value.opening.tag, value.opening.salt, value.opening.value) == value.opening.commitment)
    return value;
  return Error{ErrorCode::kCorrupt, "COMMITMENT_MISMATCH",
               "a value of " + value.person.text() + " is not the one that was committed to: it is not shown"};
}

Result<std::vector<PersonalValue>> Vault::read(const PersonId& person) {
  const std::lock_guard lock(mutex_);
  ASAR_TRY(requireKey());
  const auto key = personKey(person);
  if (!key) return key.error();
  std::vector<PersonalValue> values;
  if (!*key) return values;
  ASAR_TRY(store_->walk(rows::keyOf('v', person), [&](ByteView row_key, ByteView row_value) -> Result<bool> {
    auto value = openValue(**key, row_key, row_value);
    if (!value) return value.error();
    values.push_back(std::move(*value));
    return true;
  }));
  return values;
}

}  // namespace ledger
