// Vault — the values behind the log's commitments, each under its person's own key, where erasing really deletes.
//
// Shape    FOLDER/store-GENERATION is a RocksDB of boxes (vault_rows.h): a random key for each person encrypts that
//          person's values and is itself encrypted under the vault's key, which the caller brings and which is kept
//          elsewhere. Without it the vault is locked: it erases and counts, and neither takes nor shows values.
//          Rotation writes all that is left into a new store under a new key; copies of older stores open no more.
// Durable  commit() returns when the values are synced, and is called before their submission enters the log: no
//          acknowledged value is lost. A crash between the two leaves values of a submission that never was; whoever
//          opens the ledger for writing sweeps them with keepOnly(). An erasure stands in the log first; a crash
//          before the vault is done is made good by the same sweep. So is it with values that others take the place
//          of. Deleted rows are gone from every file before erase() and removeReplaced() return; a mark in the store
//          has that finished at the next opening after a crash.
// Errors   kRefused VAULT_LOCKED, VAULT_KEY_WRONG, VAULT_OUTDATED, VAULT_OTHER_LEDGER; kConflict PERSON_KNOWN; kCorrupt
//          AUTH_FAIL, COMMITMENT_MISMATCH; kUnavailable ERASURE_PENDING; those of vault_store.h. None holds a value.
// Threads  every method from any thread.
#pragma once

#include <filesystem>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <set>
#include <span>
#include <vector>

#include "ledger/vault/aead.h"
#include "ledger/vault/commitment.h"
#include "ledger/vault/vault_store.h"

namespace ledger {

using VaultId = Id<struct VaultIdTag>;

struct VaultName {
  LedgerId ledger;
  VaultId vault;
  std::uint32_t generation = 1;  // of its key
};

// When a generation began: by the clock, and by the log.
struct VaultMade {
  UtcMs at = 0;
  Position size = 0;
};

struct VaultParts {
  std::filesystem::path folder;
  VaultName name;
  Random& random;
  bool writes = false;
};

// Values of one field of a person, but for those behind the commitments that took their place.
struct Replaced {
  PersonId person;
  std::uint16_t tag = 0;
  std::vector<Digest> by;
};

// What is still there of a person; all zero after an erasure.
struct Remains {
  bool key = false;
  std::size_t values = 0;
  std::size_t index_rows = 0;
  std::size_t files = 0;  // of the store that hold the person's id

  bool none() const { return !key && values == 0 && index_rows == 0 && files == 0; }
};

struct VaultFigures {
  std::size_t persons = 0;
  std::size_t values = 0;
  VaultMade made;  // this generation
};

class Vault {
 public:
  // An empty vault; the folder holds no store of that generation yet.
  static Result<void> create(const VaultParts& parts, const SecretKey& key, const VaultMade& made);
  // Locked.
  static Result<std::unique_ptr<Vault>> open(const VaultParts& parts);
  Result<void> unlock(const SecretKey& key);
  bool isLocked() const;
  std::uint32_t generation() const { return parts_.name.generation; }

  // Encrypts; the rows are handed to commit(). PERSON_KNOWN where another person has the same unique value.
  Result<std::vector<VaultRow>> prepare(std::span<const PersonalValue> values);
  Result<void> commit(const std::vector<VaultRow>& rows);
  // The same refusals, and nothing is made ready.
  Result<void> checkUnique(std::span<const PersonalValue> values);

  // The person's values, each checked against its commitment. List the access before they are shown.
  Result<std::vector<PersonalValue>> read(const PersonId& person);

  // What nobody asked for is no error.
  Result<void> erase(const std::vector<PersonId>& persons);
  // Deletes these values, with their rows of the index; the person's key stays.
  Result<void> removeReplaced(const std::vector<Replaced>& replaced);
  // Of the opening it sees tag and commitment.
  using Keeps = std::function<bool(const PersonalValue& closed)>;
  // Deletes the values it does not keep, and the keys of persons of whom nothing is kept; how many values went.
  Result<std::size_t> keepOnly(const Keeps& keeps);
  Result<Remains> remainsOf(const PersonId& person);
  Result<VaultFigures> figures();

  // Writes the store of the next generation under `next_key`, complete and synced. This one stays until
  // removeOtherStores(), which is called when the new key is safe.
  Result<void> writeNextGeneration(const SecretKey& next_key, const VaultMade& made);
  static Result<void> removeOtherStores(const std::filesystem::path& folder, std::uint32_t generation);

 private:
  Vault(const VaultParts& parts, std::unique_ptr<VaultStore> store);

  struct Unlocked {
    SecretKey key;
    SecretKey pepper;
  };
  using Rows = std::vector<VaultRow>;

  Result<void> checkName();
  Result<void> requireKey() const;
  Result<std::optional<SecretKey>> personKey(const PersonId& person);
  Result<SecretKey> personKeyOrNew(const PersonId& person, Rows& rows);
  Result<std::optional<PersonId>> holderOf(const Digest& hash);
  Result<void> requireUnique(const PersonalValue& value, const Digest& hash);
  Result<PersonalValue> openValue(const SecretKey& key, ByteView row_key, ByteView row_value);
  Result<void> indexRowsOf(const std::function<bool(ByteView index_key)>& of, Rows& rows);
  Result<void> removeRows(Rows rows);
  Result<void> copyPerson(const PersonId& person, const VaultName& next_name, const Unlocked& next, Rows& rows);

  const VaultParts parts_;
  mutable std::recursive_mutex mutex_;  // guards the rest
  std::unique_ptr<VaultStore> store_;
  std::optional<Unlocked> unlocked_;
  std::set<Bytes> awaited_;                          // index rows that are prepared and not committed yet
  std::vector<std::pair<PersonId, SecretKey>> new_;  // keys in the same state
};

std::filesystem::path storeFolder(const std::filesystem::path& folder, std::uint32_t generation);

}  // namespace ledger
