// StreamBundle — an export of one stream: its entries with their paths to a checkpoint, and the proof that these are
// all.
//
// Shape    members README, checkpoint, entries, manifest, proofs, stream. Everything is read before anything is judged;
//          an entry and its path are only what somebody brought.
// Errors   nullopt: the bytes are not of that form.
// Source   ledger/schema/README.md section 10.
#pragma once

#include <filesystem>

#include "audit/base/sum_tree.h"
#include "audit/log/archive.h"

namespace audit {

enum class StreamSort { kPerson, kGrant, kOrganisation, kRegion };
std::string_view wordOf(StreamSort sort);  // "grant"

// A leaf of a tree and the nodes beside its way up.
struct LeafPath {
  std::uint64_t place = 0;
  StreamHead head;
  std::vector<SumNode> path;
};

struct TreePath {
  std::string tree;  // "persons", "minutes", "grants KZT", "organisations", "regions"
  std::vector<LeafPath> leaves;

  std::size_t sums() const;
};

// The member `stream`.
struct StreamClaim {
  StreamSort sort = StreamSort::kPerson;
  Id id{};
  std::string name;         // the id as it is written: 26 characters, or the code of a region
  std::uint64_t heads = 0;  // index of the entry StreamHeads
  std::vector<TreePath> trees;

  static std::optional<StreamClaim> parse(Bytes bytes);
};

struct BroughtEntry {
  std::uint64_t index = 0;
  std::vector<std::uint64_t> words;  // its bytes, at an address divisible by 8
  std::size_t length = 0;
  std::vector<Hash> path;  // its neighbour first
  // Of an event: the path of its command to the root that its submission was signed for.
  std::optional<std::vector<Hash>> command_path;

  Bytes bytes() const { return {reinterpret_cast<const std::uint8_t*>(words.data()), length}; }
};

// The members `entries` and `proofs` (of the public archive `shown`), which name the same entries; ascending by index.
std::optional<std::vector<BroughtEntry>> broughtEntries(Bytes entries, Bytes proofs);

// By its last member, as a ZIP of ours has them in order; or by the file `stream` of a folder.
bool isStreamBundle(const std::filesystem::path& path);
// The archive of everything public, by its member `shown`, or `without-proofs` in its place.
bool isPublicArchive(const std::filesystem::path& path);

}  // namespace audit
