// Strong ids and ordinals — names of things that must not be mixed up.
//
// Shape    Id<Tag> is 16 bytes. Text: 26 lower-case Crockford base32 characters, as ULID: the 128
//          bits as one big-endian number, first character 0–7. All-zero means "none".
// Units    Position counts log entries from 0.
// Errors   parse refuses any other spelling with kInvalid.
// Threads  value types.
#pragma once

#include <array>
#include <compare>
#include <cstdint>
#include <cstring>
#include <functional>
#include <string>
#include <string_view>

#include "ledger/base/bytes.h"
#include "ledger/base/result.h"

namespace ledger {

using Id16 = std::array<std::uint8_t, 16>;

std::string idText(const Id16& bytes);
Result<Id16> parseIdText(std::string_view text);

template <class Tag>
struct Id {
  Id16 bytes{};

  bool isNone() const { return bytes == Id16{}; }
  std::string text() const { return idText(bytes); }
  ByteView view() const { return bytes; }
  static Result<Id> parse(std::string_view text) {
    auto parsed = parseIdText(text);
    if (!parsed) return parsed.error();
    return Id{*parsed};
  }
  // NOLINTNEXTLINE(modernize-use-nullptr): clang-tidy takes the zero of a rewritten comparison for ours
  friend auto operator<=>(const Id&, const Id&) = default;
  // Two words; the comparison of arrays would call a function of the C library for every lookup.
  friend bool operator==(const Id& a, const Id& b) { return std::memcmp(&a.bytes, &b.bytes, sizeof a.bytes) == 0; }

  // All bytes count: who makes an id chooses it.
  template <class H>
  friend H AbslHashValue(H h, const Id& id) {
    return H::combine_contiguous(std::move(h), id.bytes.data(), id.bytes.size());
  }
};

using LedgerId = Id<struct LedgerIdTag>;
using SubmissionId = Id<struct SubmissionIdTag>;
using PersonId = Id<struct PersonIdTag>;
// A subject of any kind: organisation, office, grant, activity …; and the stream it is.
using SubjectId = Id<struct SubjectIdTag>;

// The stream of a region: its ISO 3166-2 code padded with zeros to 16 bytes.
SubjectId regionStream(std::string_view iso_code);

// The index of an entry in the log.
using Position = std::uint64_t;

}  // namespace ledger

template <class Tag>
struct std::hash<ledger::Id<Tag>> {
  std::size_t operator()(const ledger::Id<Tag>& id) const noexcept {
    std::size_t value = 0;
    std::memcpy(&value, id.bytes.data() + 8, sizeof value);
    return value;
  }
};
