#include "tests/audit/made_bundle.h"

#include "audit/base/crc32.h"
#include "audit/log/bundle.h"
#include "audit/log/integrity.h"
#include "audit/log/tiles.h"
#include "audit/replay/replay.h"
#include "audit/verify/recount.h"

namespace audit::tests {
namespace {

class MemberArchive final : public Archive {
 public:
  explicit MemberArchive(Members members) : members_(std::move(members)) {
    for (const auto& [name, bytes] : members_) names_.push_back(name);
  }
  std::optional<Buffer> read(const std::string& name, std::uint64_t bytes_max) const override {
    const auto found = members_.find(name);
    if (found == members_.end() || found->second.size() > bytes_max) return std::nullopt;
    return found->second;
  }
  bool has(const std::string& name) const override { return members_.contains(name); }
  const std::vector<std::string>& names() const override { return names_; }
  bool isZip() const override { return false; }

 private:
  const Members members_;
  std::vector<std::string> names_;
};

void plant(const std::vector<Buffer>& entries, Tree& tree) {
  Sha256 hasher;
  for (const Buffer& entry : entries) tree.append(hasher.leaf(entry));
}

Hash rootOf(const std::vector<Buffer>& entries) {
  Tree tree;
  plant(entries, tree);
  return tree.root();
}

void append(Buffer& out, Bytes bytes) {
  out.insert(out.end(), bytes.begin(), bytes.end());
}

void little(Buffer& out, std::uint64_t value, int bytes) {
  for (int i = 0; i < bytes; ++i) out.push_back(static_cast<std::uint8_t>(value >> (8 * i) & 255U));
}

std::string recounted(const Members& members, std::uint64_t size, const Hash& root) {
  Findings findings;
  const Forms forms;
  const MemberArchive archive(members);
  Integrity integrity(archive, forms, findings);
  Replay replay(integrity.tree(), findings, {});
  integrity.run(size, 1, [&](const Chunk& chunk) { replay.take(chunk); });
  replay.finish();
  return figuresOf(replay.state(), {size, root});
}

Buffer buffer(std::string_view text) {
  const Bytes bytes = bytesOf(text);
  return {bytes.begin(), bytes.end()};
}

}  // namespace

std::unique_ptr<Archive> archiveOf(Members members) {
  return std::make_unique<MemberArchive>(std::move(members));
}

VerifierKey verifierKeyOf(const ledger::KeyPair& key) {
  return VerifierKey::of(kOrigin, key.publicKey());
}

Buffer checkpointOf(const std::vector<Buffer>& entries, const ledger::KeyPair& key) {
  const Hash root = rootOf(entries);
  const std::string text = std::string(kOrigin) + "\n" + std::to_string(entries.size()) + "\n" + base64Of(root) + "\n";
  const auto signature = key.sign(bytesOf(text));
  const VerifierKey verifier = verifierKeyOf(key);
  Buffer line(verifier.hash.begin(), verifier.hash.end());
  append(line, signature);
  return buffer(text + "\n\xE2\x80\x94 " + kOrigin + " " + base64Of(line) + "\n");
}

Members sealedLog(const std::vector<Buffer>& entries, const ledger::KeyPair& key) {
  Members members;
  Tree tree;
  plant(entries, tree);
  for (int level = 0; hashesOf(level, entries.size()) != 0; ++level) {
    for (std::uint64_t number = 0; number * kTileWidth < hashesOf(level, entries.size()); ++number) {
      const TileName name = tileAt(level, number, entries.size());
      Buffer& tile = members[name.text()];
      for (const Hash& hash : tree.nodes(static_cast<std::size_t>(8 * level), number * kTileWidth, name.width)) {
        append(tile, hash);
      }
    }
  }
  for (std::uint64_t i = 0; i < entries.size(); ++i) {
    Buffer& bundle = members[tileAt(kEntriesLevel, i / kTileWidth, entries.size()).text()];
    bundle.push_back(static_cast<std::uint8_t>(entries[i].size() >> 8U));
    bundle.push_back(static_cast<std::uint8_t>(entries[i].size() & 255U));
    append(bundle, entries[i]);
  }
  members["checkpoint"] = checkpointOf(entries, key);
  return members;
}

void refreshManifest(Members& members) {
  members.erase("manifest");
  std::string text;
  for (const auto& [name, bytes] : members) text += hexOf(sha256(bytes)) + "  " + name + "\n";
  members["manifest"] = buffer(text);
}

Members bundleOf(const std::vector<Buffer>& entries, const ledger::KeyPair& key) {
  Members members = sealedLog(entries, key);
  members["figures.json"] = buffer(recounted(members, entries.size(), rootOf(entries)));
  members["README"] = buffer("A bundle made for a test.\n");
  refreshManifest(members);
  return members;
}

Buffer zipOf(const Members& members) {
  Buffer out;
  Buffer directory;
  for (const auto& [name, bytes] : members) {
    Buffer shared;
    for (const std::uint64_t field : {10U, 0U, 0U, 0U, 0x21U}) little(shared, field, 2);
    little(shared, crc32(0, bytes), 4);
    little(shared, bytes.size(), 4);
    little(shared, bytes.size(), 4);
    little(shared, name.size(), 2);
    little(shared, 0, 2);
    little(directory, 0x02014b50, 4);
    little(directory, 0x033F, 2);
    append(directory, shared);
    little(directory, 0, 6);
    little(directory, 0x81B60000, 4);
    little(directory, out.size(), 4);
    append(directory, bytesOf(name));
    little(out, 0x04034b50, 4);
    append(out, shared);
    append(out, bytesOf(name));
    append(out, bytes);
  }
  const std::uint64_t place = out.size();
  append(out, directory);
  little(out, 0x06054b50, 4);
  little(out, 0, 4);
  little(out, members.size(), 2);
  little(out, members.size(), 2);
  little(out, directory.size(), 4);
  little(out, place, 4);
  little(out, 0, 2);
  return out;
}

void verifyZip(Buffer zip, const Request& request, Audit& audit) {
  const auto archive = openZip(memorySource(std::move(zip)), audit.findings);
  if (!archive) return;
  checkManifest(*archive, audit.findings);
  verify(*archive, request, audit);
}

void verifyMembers(const Members& members, const Request& request, Audit& audit) {
  const MemberArchive archive(members);
  if (archive.has("manifest")) checkManifest(archive, audit.findings);
  verify(archive, request, audit);
}

}  // namespace audit::tests
