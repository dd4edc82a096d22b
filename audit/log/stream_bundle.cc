#include "audit/log/stream_bundle.h"

#include <algorithm>
#include <array>
#include <span>

namespace audit {
namespace {

constexpr std::size_t kPathHashBytes = 32;
constexpr std::size_t kTreePathMost = 63;
constexpr std::size_t kTreesMost = 200;  // of currencies there are fewer
constexpr std::size_t kStreamBytesMost = 1U << 20U;

// Between single spaces.
std::vector<std::string_view> spacedWords(std::string_view line) {
  std::vector<std::string_view> words;
  for (std::size_t start = 0; words.size() < 16;) {
    const auto end = line.find(' ', start);
    words.push_back(line.substr(start, end - start));
    if (end == std::string_view::npos) break;
    start = end + 1;
  }
  return words;
}

std::optional<Hash> hashFrom(std::string_view base64) {
  const auto bytes = base64Decoded(base64);
  if (!bytes || bytes->size() != kPathHashBytes) return std::nullopt;
  return fixed<kPathHashBytes>(*bytes);
}

bool readSums(std::span<const std::string_view> words, Sums& sums) {
  for (std::size_t i = 0; i < words.size(); ++i) {
    const auto value = decimal(words[i]);
    if (!value || *value >> 63U != 0) return false;
    sums[i] = static_cast<std::int64_t>(*value);
  }
  return true;
}

// leaf place ID count last sum…
std::optional<LeafPath> leafFrom(std::span<const std::string_view> words, std::size_t sums) {
  if (words.size() != 5 + sums) return std::nullopt;
  const auto place = decimal(words[1]);
  const auto id = idFrom(words[2]);
  const auto count = decimal(words[3]);
  const auto last = decimal(words[4]);
  LeafPath leaf;
  if (!place || !id || !count || !last || !readSums(words.subspan(5), leaf.head.sums)) return std::nullopt;
  leaf.place = *place;
  leaf.head.id = *id;
  leaf.head.count = *count;
  leaf.head.last = *last;
  return leaf;
}

// node base64 count sum…
std::optional<SumNode> nodeFrom(std::span<const std::string_view> words, std::size_t sums) {
  if (words.size() != 3 + sums) return std::nullopt;
  const auto hash = hashFrom(words[1]);
  const auto count = decimal(words[2]);
  SumNode node;
  if (!hash || !count || !readSums(words.subspan(3), node.sums)) return std::nullopt;
  node.hash = *hash;
  node.count = *count;
  return node;
}

bool isTree(std::string_view name) {
  const auto capital = [](char c) { return c >= 'A' && c <= 'Z'; };
  if (name.starts_with("grants ")) return name.size() == 10 && std::ranges::all_of(name.substr(7), capital);
  return name == "persons" || name == "minutes" || name == "organisations" || name == "regions";
}

bool takeTreeLine(std::string_view line, StreamClaim& claim) {
  if (line.starts_with("tree ")) {
    if (!isTree(line.substr(5)) || claim.trees.size() == kTreesMost) return false;
    claim.trees.push_back({std::string(line.substr(5)), {}});
    return true;
  }
  if (claim.trees.empty()) return false;
  TreePath& tree = claim.trees.back();
  const auto words = spacedWords(line);
  if (words[0] == "leaf") {
    auto leaf = leafFrom(words, tree.sums());
    if (!leaf || tree.leaves.size() == 2) return false;
    tree.leaves.push_back(std::move(*leaf));
    return true;
  }
  if (words[0] != "node" || tree.leaves.empty() || tree.leaves.back().path.size() == kTreePathMost) return false;
  const auto node = nodeFrom(words, tree.sums());
  if (node) tree.leaves.back().path.push_back(*node);
  return node.has_value();
}

// The stream's own line: its sort and its name.
bool takeName(std::string_view line, StreamClaim& claim) {
  static constexpr std::pair<std::string_view, StreamSort> kSorts[] = {{"person", StreamSort::kPerson},
                                                                       {"grant", StreamSort::kGrant},
                                                                       {"organisation", StreamSort::kOrganisation},
                                                                       {"region", StreamSort::kRegion}};
  const auto words = spacedWords(line);
  const auto* const sort = std::ranges::find(kSorts, words[0], &std::pair<std::string_view, StreamSort>::first);
  if (words.size() != 2 || sort == std::end(kSorts)) return false;
  claim.sort = sort->second;
  claim.name = words[1];
  if (claim.sort == StreamSort::kRegion) {
    if (claim.name.empty() || claim.name.size() > claim.id.size()) return false;
    std::ranges::copy(claim.name, claim.id.begin());
    return true;
  }
  const auto id = idFrom(words[1]);
  claim.id = id.value_or(Id{});
  return id.has_value();
}

// The last member of a ZIP of ours, or a file of a folder that has a manifest.
bool hasLast(const std::filesystem::path& path, std::string_view name) {
  constexpr std::size_t kEndBytes = 22;  // of the end record, which the last name stands before
  constexpr std::array<std::uint8_t, 4> kEndMark{0x50, 0x4B, 0x05, 0x06};
  std::error_code error;
  if (std::filesystem::is_directory(path, error)) {
    return std::filesystem::is_regular_file(path / name, error) &&
           std::filesystem::is_regular_file(path / "manifest", error);
  }
  const auto source = openFile(path);
  Buffer tail(name.size() + kEndBytes);
  if (!source || source->size() < tail.size() || !source->read(source->size() - tail.size(), tail)) return false;
  const Bytes end(tail);
  return textOf(end.first(name.size())) == name && same(end.subspan(name.size(), kEndMark.size()), kEndMark);
}

}  // namespace

std::string_view wordOf(StreamSort sort) {
  switch (sort) {
    case StreamSort::kPerson:
      return "person";
    case StreamSort::kGrant:
      return "grant";
    case StreamSort::kOrganisation:
      return "organisation";
    case StreamSort::kRegion:
      return "region";
  }
  return {};
}

std::size_t TreePath::sums() const {
  if (tree == "minutes") return 1;
  return tree.starts_with("grants ") ? kSumsMost : 0;
}

std::optional<StreamClaim> StreamClaim::parse(Bytes bytes) {
  std::string_view rest = textOf(bytes);
  if (rest.size() > kStreamBytesMost || takeLine(rest) != "asar/stream/v1") return std::nullopt;
  StreamClaim claim;
  const auto name = takeLine(rest);
  const auto heads = takeLine(rest);
  if (!name || !takeName(*name, claim) || !heads || !heads->starts_with("heads ")) return std::nullopt;
  const auto index = decimal(heads->substr(6));
  if (!index) return std::nullopt;
  claim.heads = *index;
  while (!rest.empty()) {
    const auto line = takeLine(rest);
    if (!line || !takeTreeLine(*line, claim)) return std::nullopt;
  }
  return claim;
}

std::optional<std::vector<BroughtEntry>> broughtEntries(Bytes entries, Bytes proofs) {
  std::vector<BroughtEntry> brought;
  std::string_view rest = textOf(proofs);
  while (!rest.empty()) {
    auto line = takeLine(rest);
    const auto index = line && line->starts_with("index ") ? decimal(line->substr(6)) : std::nullopt;
    if (!index || (!brought.empty() && brought.back().index >= *index) || entries.size() < 2) return std::nullopt;
    BroughtEntry entry;
    entry.index = *index;
    for (line = takeLine(rest); line && !line->empty(); line = takeLine(rest)) {
      if (*line == "command" && !entry.command_path) {
        entry.command_path.emplace();
        continue;
      }
      auto& path = entry.command_path ? *entry.command_path : entry.path;
      const auto hash = hashFrom(*line);
      if (!hash || path.size() == kTreePathMost) return std::nullopt;
      path.push_back(*hash);
    }
    entry.length = static_cast<std::size_t>(entries[0]) << 8U | entries[1];
    if (!line || entries.size() - 2 < entry.length) return std::nullopt;
    entry.words.resize((entry.length + 7) / 8);
    if (entry.length != 0) std::memcpy(entry.words.data(), entries.data() + 2, entry.length);
    entries = entries.subspan(2 + entry.length);
    brought.push_back(std::move(entry));
  }
  if (!entries.empty()) return std::nullopt;
  return brought;
}

bool isStreamBundle(const std::filesystem::path& path) {
  return hasLast(path, "stream");
}

bool isPublicArchive(const std::filesystem::path& path) {
  return hasLast(path, "shown") || hasLast(path, "without-proofs");
}

}  // namespace audit
