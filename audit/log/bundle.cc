#include "audit/log/bundle.h"

#include <algorithm>
#include <array>
#include <span>

#include "audit/base/sha256.h"
#include "audit/log/stream_bundle.h"
#include "audit/log/tiles.h"
#include "audit/log/web_folder.h"

namespace audit {
namespace {

constexpr std::uint64_t kManifestBytesMax = 512U << 20U;
// A bundle of 256 entries, each with its two bytes of length.
constexpr std::uint64_t kMemberBytesMax = kFiguresBytesMax;

void damaged(Findings& findings, std::string sentence) {
  findings.add(Wrong::kBundleDamaged, std::move(sentence));
}

bool isOfPublic(const Archive& archive) {
  return archive.has("shown") || archive.has("without-proofs");
}

// Of one stream, of everything public, or of the whole log.
std::span<const char* const> namesOf(const Archive& archive) {
  static constexpr std::array kOfStream{"README", "checkpoint", "entries", "proofs", "stream"};
  static constexpr std::array kOfLog{"README", "checkpoint", "figures.json"};
  static constexpr std::array kOfPublic{"README",  "checkpoint",    "datapackage.json",
                                        "entries", "entries.jsonl", "shown"};
  static constexpr std::array kWithoutProofs{"README", "checkpoint", "datapackage.json", "entries.jsonl",
                                             "without-proofs"};
  if (archive.has("stream")) return kOfStream;
  if (archive.has("shown")) return kOfPublic;
  if (archive.has("without-proofs")) return kWithoutProofs;
  return kOfLog;
}

bool belongs(const Archive& archive, const std::string& name) {
  const auto names = namesOf(archive);
  if (name == "manifest" || std::find(names.begin(), names.end(), name) != names.end()) return true;
  if (archive.has("stream")) return false;
  if (isOfPublic(archive)) return name.starts_with("money/") || name.starts_with("releases/");
  return TileName::parse(name).has_value();
}

std::string lineOf(const Hash& hash, const std::string& name) {
  return hexOf(hash) + "  " + name + "\n";
}

// The manifest without the lines of members that could not be read: what was not read is not called wrong.
std::string without(std::string_view manifest, const std::vector<std::string>& unread) {
  std::string rest;
  while (!manifest.empty()) {
    const auto line = manifest.substr(0, std::min(manifest.find('\n'), manifest.size() - 1) + 1);
    const bool skipped = std::any_of(unread.begin(), unread.end(),
                                     [&](const std::string& name) { return line.ends_with("  " + name + "\n"); });
    if (!skipped) rest += line;
    manifest.remove_prefix(line.size());
  }
  return rest;
}

// The first member whose line differs, for the sentence.
std::string firstDifference(std::string_view found, std::string_view expected) {
  std::size_t start = 0;
  for (std::size_t i = 0; i < expected.size() && i < found.size() && found[i] == expected[i]; ++i) {
    if (expected[i] == '\n') start = i + 1;
  }
  const std::string_view line = expected.substr(start, expected.find('\n', start) - start);
  return line.size() > 66 ? std::string(line.substr(66)) : "its end";
}

void compareManifest(std::string_view manifest, std::string_view expected, Findings& findings) {
  if (manifest != expected) {
    damaged(findings, "the manifest and the members differ, first at " + firstDifference(manifest, expected));
    return;
  }
  const auto members = std::count(expected.begin(), expected.end(), '\n');
  findings.checked("manifest: " + std::to_string(members) + " members have the hashes it names");
}

// " (grant 01arz3…)"; empty where its member `stream` cannot be read.
std::string namedStream(const Archive& archive) {
  const auto bytes = archive.read("stream", kMemberBytesMax);
  const auto claim = bytes ? StreamClaim::parse(*bytes) : std::nullopt;
  return claim ? " (" + std::string(wordOf(claim->sort)) + " " + claim->name + ")" : "";
}

std::string publicAlone() {
  return "this archive holds what is public alone";
}

void checkBundle(const Archive& archive, Findings& findings) {
  // Bare tiles have no manifest; with figures it is a bundle, and a bundle has one.
  if (archive.isZip() || archive.has("manifest") || archive.has("figures.json")) checkManifest(archive, findings);
}

}  // namespace

void checkManifest(const Archive& archive, Findings& findings) {
  Sha256 hasher;
  std::string expected;
  std::vector<std::string> unread;
  for (const std::string& name : archive.names()) {
    if (!belongs(archive, name)) damaged(findings, name.substr(0, 200) + " does not belong into a bundle");
    if (name == "manifest") continue;
    if (const auto bytes = archive.read(name, kMemberBytesMax)) {
      expected += lineOf(hasher.of(*bytes), name);
    } else if (archive.has(name)) {  // else the manifest alone told of it
      findings.couldNotCheck(name.substr(0, 200) + " could not be read, or is too long");
      unread.push_back(name);
    }
  }
  if (!archive.has("manifest")) {
    damaged(findings, "the manifest is missing");
  } else if (const auto manifest = archive.read("manifest", kManifestBytesMax)) {
    compareManifest(without(textOf(*manifest), unread), expected, findings);
  } else {
    findings.couldNotCheck("the manifest could not be read, or is too long");
  }
  for (const char* name : namesOf(archive)) {
    if (!archive.has(name)) damaged(findings, std::string("the bundle has no ") + name);
  }
}

void checkTileNames(const Archive& archive, std::uint64_t size, Findings& findings) {
  if (!archive.isZip() && !archive.has("manifest")) return;
  std::uint64_t needed = 0;
  std::vector<std::string> strange;
  for (const std::string& text : archive.names()) {
    const auto name = TileName::parse(text);
    if (!name) continue;
    const bool within = name->number * kTileWidth + name->width <= hashesOf(name->level, size);
    if (within && *name == tileAt(name->level, name->number, size)) {
      ++needed;
    } else if (archive.isZip()) {  // a folder may hold partial tiles of earlier sizes
      strange.push_back(text);
    }
  }
  if (!strange.empty()) {
    damaged(findings, std::to_string(strange.size()) + " tiles are not of the checkpoint's size, first " + strange[0]);
  }
  if (needed != tilesOf(size)) {
    damaged(findings, std::to_string(tilesOf(size) - needed) + " tiles of the checkpoint's size are missing");
  }
}

std::unique_ptr<Archive> openArchive(const Place& place, Findings& findings) {
  if (place.isAddress()) return WebFolder::open(place, findings);
  std::error_code error;
  if (std::filesystem::is_directory(place.path(), error)) return openFolder(place.path(), findings);
  auto source = openFile(place.path());
  if (!source) {
    findings.couldNotCheck(std::filesystem::exists(place.path(), error)
                               ? place.where + " cannot be opened: it has to be a file or folder that you may read"
                               : "there is no file or folder " + place.where);
    return nullptr;
  }
  return openZip(std::move(source), findings);
}

std::unique_ptr<Archive> openBundle(const Place& place, Findings& findings) {
  auto archive = openArchive(place, findings);
  if (archive) checkBundle(*archive, findings);
  return archive;
}

std::optional<std::string> whyNotWhole(const Place& place) {
  if (place.isAddress()) return std::nullopt;
  if (isPublicArchive(place.path())) return publicAlone() + ": use `asar-audit verify`";
  if (!isStreamBundle(place.path())) return std::nullopt;
  Findings of_stream;  // `verify` tells of it
  const auto archive = openArchive(place, of_stream);
  return "this bundle holds one stream" + (archive ? namedStream(*archive) : "") + ": use `asar-audit verify`";
}

std::unique_ptr<Archive> openWholeLog(const Place& place, Findings& findings) {
  if (const auto sentence = whyNotWhole(place)) {
    findings.couldNotCheck(*sentence);
    return nullptr;
  }
  auto archive = openArchive(place, findings);
  if (!archive) return nullptr;
  if (place.isAddress() && archive->has("manifest") && (archive->has("stream") || isOfPublic(*archive))) {
    const bool one = archive->has("stream");
    const std::string holds = one ? "this bundle holds one stream" + namedStream(*archive) : publicAlone();
    findings.couldNotCheck(holds + ": fetch it, and use `asar-audit verify`");
    return nullptr;
  }
  checkBundle(*archive, findings);
  return archive;
}

void tellTroubles(const Archive& archive, Findings& findings) {
  const auto* web = dynamic_cast<const WebFolder*>(&archive);
  if (web == nullptr) return;
  for (const std::string& trouble : web->troubles()) findings.couldNotCheck("what could not be asked for: " + trouble);
}

}  // namespace audit
