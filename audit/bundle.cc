#include "audit/bundle.h"

#include "audit/sha256.h"
#include "audit/tiles.h"

namespace audit {
namespace {

constexpr std::uint64_t kManifestBytesMax = 512U << 20U;
// A bundle of 256 entries, each with its two bytes of length.
constexpr std::uint64_t kMemberBytesMax = kFiguresBytesMax;

void damaged(Findings& findings, std::string sentence) {
  findings.add(Wrong::bundleDamaged, std::move(sentence));
}

bool belongs(const std::string& name) {
  return name == "README" || name == "checkpoint" || name == "figures.json" || name == "manifest" ||
         TileName::parse(name).has_value();
}

std::string manifestLine(const Archive& archive, const std::string& name, Sha256& hasher, Findings& findings) {
  const auto bytes = archive.read(name, kMemberBytesMax);
  if (!bytes) {
    damaged(findings, name + " could not be read, or is too long");
    return {};
  }
  return hexOf(hasher.of(*bytes)) + "  " + name + "\n";
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

}  // namespace

void checkManifest(const Archive& archive, Findings& findings) {
  Sha256 hasher;
  std::string expected;
  for (const std::string& name : archive.names()) {
    if (!belongs(name)) damaged(findings, name.substr(0, 200) + " does not belong into a bundle");
    if (name != "manifest") expected += manifestLine(archive, name, hasher, findings);
  }
  const auto manifest = archive.read("manifest", kManifestBytesMax);
  if (!manifest) {
    damaged(findings, "the manifest is missing");
  } else if (textOf(*manifest) != expected) {
    damaged(findings, "the manifest and the members differ, first at " + firstDifference(textOf(*manifest), expected));
  } else {
    findings.checked("manifest: " + std::to_string(archive.names().size() - 1) + " members have the hashes it names");
  }
  for (const char* name : {"README", "checkpoint", "figures.json"}) {
    if (!archive.has(name)) damaged(findings, std::string("the bundle has no ") + name);
  }
}

std::unique_ptr<Archive> openBundle(const std::filesystem::path& path, Findings& findings) {
  std::error_code error;
  if (std::filesystem::is_directory(path, error)) {
    auto folder = openFolder(path, findings);
    // Bare tiles have no manifest; with figures it is a bundle, and a bundle has one.
    if (folder->has("manifest") || folder->has("figures.json")) checkManifest(*folder, findings);
    return folder;
  }
  auto source = openFile(path);
  if (!source) {
    findings.couldNotCheck(path.string() + " cannot be opened as a file or folder");
    return nullptr;
  }
  auto zip = openZip(std::move(source), findings);
  if (zip) checkManifest(*zip, findings);
  return zip;
}

}  // namespace audit
