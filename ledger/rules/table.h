// Table — a map with one pending change on top, so that commands see those before them.
//
// Shape    find() reads the change first, then what is settled; edit() copies a record into the change.
//          settle() keeps the change, discard() forgets it.
// Threads  one.
#pragma once

#include <absl/container/flat_hash_map.h>

#include <utility>

namespace ledger {

template <class Key, class Record>
class Table {
 public:
  // Valid until the next edit, settle or discard of this table.
  const Record* find(const Key& key) const {
    if (!changed_.empty()) {
      const auto pending = changed_.find(key);
      if (pending != changed_.end()) return &pending->second;
    }
    const auto settled = settled_.find(key);
    return settled == settled_.end() ? nullptr : &settled->second;
  }
  bool has(const Key& key) const { return find(key) != nullptr; }

  // The record to change; a new one where there was none.
  Record& edit(const Key& key) {
    const auto pending = changed_.find(key);
    if (pending != changed_.end()) return pending->second;
    const auto settled = settled_.find(key);
    return changed_.emplace(key, settled == settled_.end() ? Record{} : settled->second).first->second;
  }

  void settle() {
    for (auto& [key, record] : changed_) settled_.insert_or_assign(key, std::move(record));
    changed_.clear();
  }
  void discard() { changed_.clear(); }

  const absl::flat_hash_map<Key, Record>& settled() const { return settled_; }
  const absl::flat_hash_map<Key, Record>& changed() const { return changed_; }

 private:
  absl::flat_hash_map<Key, Record> settled_;
  absl::flat_hash_map<Key, Record> changed_;
};

}  // namespace ledger
