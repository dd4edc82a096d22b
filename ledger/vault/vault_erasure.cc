// The half of Vault that deletes, and looks whether anything is left.
#include <algorithm>
#include <unordered_set>

#include "ledger/vault/vault.h"
#include "ledger/vault/vault_rows.h"

namespace ledger {
namespace {

std::vector<VaultRow> deletionOf(const std::set<Bytes>& keys) {
  std::vector<VaultRow> gone;
  gone.reserve(keys.size());
  for (const Bytes& key : keys) gone.push_back({key, std::nullopt});
  return gone;
}

Error pending(const std::string& what) {
  return {ErrorCode::kUnavailable, "ERASURE_PENDING",
          what + " is still in the vault's files: open the ledger again to finish"};
}

}  // namespace

Result<void> Vault::indexRowsOf(const std::function<bool(ByteView index_key)>& of, Rows& rows) {
  return store_->walk(rows::letter('i'), [&](ByteView key, ByteView) -> Result<bool> {
    if (of(key)) rows.push_back({toBytes(key), std::nullopt});
    return true;
  });
}

// The mark is synced with the deletions, so that a crash before the files are rewritten is made good.
Result<void> Vault::removeRows(Rows rows) {
  rows.push_back({rows::letter('s'), Bytes()});
  ASAR_TRY(store_->write(rows));
  ASAR_TRY(store_->scrub());
  return store_->write({{rows::letter('s'), std::nullopt}});
}

Result<void> Vault::erase(const std::vector<PersonId>& persons) {
  const std::lock_guard lock(mutex_);
  const std::unordered_set<PersonId> wanted(persons.begin(), persons.end());
  Rows gone;
  for (const PersonId& person : wanted) {
    gone.push_back({rows::keyOf('k', person), std::nullopt});
    ASAR_TRY(store_->walk(rows::keyOf('v', person), [&](ByteView key, ByteView) -> Result<bool> {
      gone.push_back({toBytes(key), std::nullopt});
      return true;
    }));
  }
  ASAR_TRY(indexRowsOf([&](ByteView key) { return wanted.contains(rows::personOfIndex(key)); }, gone));
  ASAR_TRY(removeRows(std::move(gone)));
  for (const PersonId& person : wanted) {
    const auto left = remainsOf(person);
    if (!left) return left.error();
    if (left->none()) continue;
    return pending("something of " + person.text());
  }
  return {};
}

Result<std::size_t> Vault::keepOnly(const Keeps& keeps) {
  const std::lock_guard lock(mutex_);
  std::set<Bytes> values;  // their keys
  std::unordered_set<PersonId> kept;
  ASAR_TRY(store_->walk(rows::letter('v'), [&](ByteView key, ByteView row) -> Result<bool> {
    const PersonalValue closed{rows::personOf(key), rows::submissionOf(row), rows::openingOf(key)};
    if (keeps(closed)) {
      kept.insert(closed.person);
    } else {
      values.insert(toBytes(key));
    }
    return true;
  }));
  Rows gone = deletionOf(values);
  ASAR_TRY(store_->walk(rows::letter('k'), [&](ByteView key, ByteView) -> Result<bool> {
    if (!kept.contains(rows::personOf(key))) gone.push_back({toBytes(key), std::nullopt});
    return true;
  }));
  const auto goes = [&](ByteView key) {
    return !kept.contains(rows::personOfIndex(key)) || values.contains(rows::valueKeyOfIndex(key));
  };
  ASAR_TRY(indexRowsOf(goes, gone));
  if (!gone.empty()) ASAR_TRY(removeRows(std::move(gone)));
  return values.size();
}

Result<void> Vault::removeReplaced(const std::vector<Replaced>& replaced) {
  const std::lock_guard lock(mutex_);
  std::set<Bytes> values;  // their keys
  for (const Replaced& one : replaced) {
    ASAR_TRY(store_->walk(rows::tagPrefix(one.person, one.tag), [&](ByteView key, ByteView) -> Result<bool> {
      const Digest commitment = rows::openingOf(key).commitment;
      if (std::ranges::find(one.by, commitment) == one.by.end()) values.insert(toBytes(key));
      return true;
    }));
  }
  if (values.empty()) return {};
  Rows gone = deletionOf(values);
  ASAR_TRY(indexRowsOf([&](ByteView key) { return values.contains(rows::valueKeyOfIndex(key)); }, gone));
  ASAR_TRY(removeRows(std::move(gone)));
  for (const Bytes& value : values) {
    // Of its index row as well: both hold the value's place.
    const auto files = filesHolding(storeFolder(parts_.folder, parts_.name.generation), ByteView(value).subspan(1));
    if (!files) return files.error();
    if (*files > 0) return pending("a value of " + rows::personOf(value).text() + " that was replaced");
  }
  return {};
}

Result<Remains> Vault::remainsOf(const PersonId& person) {
  const std::lock_guard lock(mutex_);
  Remains left;
  const auto key = store_->get(rows::keyOf('k', person));
  if (!key) return key.error();
  left.key = key->has_value();
  ASAR_TRY(store_->walk(rows::keyOf('v', person), [&](ByteView, ByteView) -> Result<bool> {
    ++left.values;
    return true;
  }));
  Rows index;
  ASAR_TRY(indexRowsOf([&](ByteView row) { return rows::personOfIndex(row) == person; }, index));
  left.index_rows = index.size();
  const auto files = filesHolding(storeFolder(parts_.folder, parts_.name.generation), person.bytes);
  if (!files) return files.error();
  left.files = *files;
  return left;
}

Result<VaultFigures> Vault::figures() {
  const std::lock_guard lock(mutex_);
  VaultFigures figures;
  const auto count = [&](char kind, std::size_t& into) {
    return store_->walk(rows::letter(kind), [&](ByteView, ByteView) -> Result<bool> {
      ++into;
      return true;
    });
  };
  ASAR_TRY(count('k', figures.persons));
  ASAR_TRY(count('v', figures.values));
  const auto meta = store_->get(rows::letter('m'));
  if (!meta) return meta.error();
  figures.made = rows::madeOf(**meta);
  return figures;
}

}  // namespace ledger
