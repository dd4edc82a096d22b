// Table — a map whose changes can be taken back, so that commands see those before them.
//
// Shape    edit() changes a record in place and keeps what it was before its first change; settle() lets that go,
//          discard() brings it back.
// Threads  one.
#pragma once

#include <absl/container/flat_hash_map.h>

#include <cstdint>
#include <optional>
#include <utility>
#include <vector>

namespace ledger {

// What stands in a container, as `Of` tells it. The views of libstdc++ 12 do not compile with clang 14.
template <class Places, class Of>
class Walk {
 public:
  class Iterator {
   public:
    Iterator(typename Places::const_iterator at, const Of& of) : at_(at), of_(&of) {}
    auto operator*() const { return (*of_)(*at_); }
    Iterator& operator++() {
      ++at_;
      return *this;
    }
    bool operator==(const Iterator& other) const { return at_ == other.at_; }

   private:
    typename Places::const_iterator at_;
    const Of* of_;
  };

  Walk(const Places& places, Of of) : places_(places), of_(of) {}
  Iterator begin() const { return {places_.begin(), of_}; }
  Iterator end() const { return {places_.end(), of_}; }
  bool empty() const { return places_.empty(); }

 private:
  const Places& places_;
  Of of_;
};

template <class Key, class Record>
class Table {
 public:
  // Valid until the next edit, settle or discard of this table.
  const Record* find(const Key& key) const {
    const auto at = slots_.find(key);
    return at == slots_.end() ? nullptr : &at->second.record;
  }
  bool has(const Key& key) const { return find(key) != nullptr; }

  // The record to change; a new one where there was none.
  Record& edit(const Key& key) {
    const auto [at, is_new] = slots_.try_emplace(key);
    Slot& slot = at->second;
    if (slot.turn != turn_) {
      before_.push_back({key, is_new ? std::nullopt : std::optional<Record>(slot.record)});
      slot.turn = turn_;
    }
    return slot.record;
  }

  void settle() {
    before_.clear();
    ++turn_;
  }
  void discard() {
    for (auto& [key, record] : before_) {
      if (record) {
        slots_.find(key)->second.record = std::move(*record);
      } else {
        slots_.erase(key);
      }
    }
    settle();
  }

  std::size_t size() const { return slots_.size(); }
  // Pairs of key and record, in no order.
  auto all() const {
    return Walk(slots_, [](const auto& at) { return Pair(at.first, at.second.record); });
  }
  // Those edited since the last settle(), each once.
  auto changed() const {
    return Walk(before_, [this](const Before& before) { return Pair(before.key, *find(before.key)); });
  }

 private:
  struct Slot {
    Record record{};
    std::uint64_t turn = 0;  // of its last change
  };
  struct Before {
    Key key;
    std::optional<Record> record;  // none: there was none
  };
  using Pair = std::pair<const Key&, const Record&>;

  absl::flat_hash_map<Key, Slot> slots_;
  std::vector<Before> before_;
  std::uint64_t turn_ = 1;
};

}  // namespace ledger
