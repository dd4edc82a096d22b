// The half of Vault that deletes, and looks whether anything is left.
#include <unordered_set>

#include "ledger/vault/vault.h"
#include "ledger/vault/vault_rows.h"

namespace ledger {

Result<void> Vault::indexRowsOf(const std::function<bool(const PersonId&)>& of, Rows& rows) {
  return store_->walk(rows::letter('i'), [&](ByteView key, ByteView) -> Result<bool> {
    if (of(rows::personOfIndex(key))) rows.push_back({toBytes(key), std::nullopt});
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
  ASAR_TRY(indexRowsOf([&](const PersonId& person) { return wanted.contains(person); }, gone));
  ASAR_TRY(removeRows(std::move(gone)));
  for (const PersonId& person : wanted) {
    const auto left = remainsOf(person);
    if (!left) return left.error();
    if (left->none()) continue;
    return Error{ErrorCode::kUnavailable, "ERASURE_PENDING",
                 "something of " + person.text() + " is still in the vault's files: open the ledger again to finish"};
  }
  return {};
}

Result<std::size_t> Vault::keepOnly(const Keeps& keeps) {
  const std::lock_guard lock(mutex_);
  Rows gone;
  std::unordered_set<PersonId> kept;
  ASAR_TRY(store_->walk(rows::letter('v'), [&](ByteView key, ByteView value) -> Result<bool> {
    const PersonId person = rows::personOf(key);
    if (keeps(person, rows::submissionOf(value))) {
      kept.insert(person);
    } else {
      gone.push_back({toBytes(key), std::nullopt});
    }
    return true;
  }));
  const std::size_t values = gone.size();
  ASAR_TRY(store_->walk(rows::letter('k'), [&](ByteView key, ByteView) -> Result<bool> {
    if (!kept.contains(rows::personOf(key))) gone.push_back({toBytes(key), std::nullopt});
    return true;
  }));
  ASAR_TRY(indexRowsOf([&](const PersonId& person) { return !kept.contains(person); }, gone));
  if (!gone.empty()) ASAR_TRY(removeRows(std::move(gone)));
  return values;
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
  ASAR_TRY(indexRowsOf([&](const PersonId& of) { return of == person; }, index));
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
