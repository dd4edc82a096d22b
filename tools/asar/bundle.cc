#include "tools/asar/bundle.h"

#include <algorithm>
#include <array>

#include "ledger/base/file_io.h"
#include "tools/asar/figures.h"

namespace tools {
namespace {

using ledger::Bytes;
using ledger::Error;
using ledger::ErrorCode;
using ledger::Result;

constexpr std::size_t kMembersMax = 65'534;
constexpr std::size_t kZipBytesMax = 0xffff'fffe;
// A tile has 8 KiB, a bundle of 256 entries at most 16 MiB.
constexpr std::size_t kMemberBytesMax = 17 << 20;

constexpr std::string_view kReadme =
    "An export of an Asar ledger, to be checked without trusting whoever made it.\n"
    "\n"
    "  asar-audit verify THIS-FILE --vkey VKEY --ledger ID\n"
    "\n"
    "VKEY and ID are pinned by the auditor and come from elsewhere than this file.\n"
    "checkpoint    the signed size and root of the log (C2SP tlog-checkpoint)\n"
    "tile/         hash tiles and entry bundles of that size (C2SP tlog-tiles)\n"
    "figures.json  minutes and money as the ledger reports them, to be recounted from the entries\n"
    "manifest      SHA-256 of every other file\n";

void little16(Bytes& out, std::uint32_t value) {
  out.push_back(static_cast<std::uint8_t>(value & 0xff));
  out.push_back(static_cast<std::uint8_t>((value >> 8) & 0xff));
}

void little32(Bytes& out, std::uint32_t value) {
  little16(out, value & 0xffff);
  little16(out, value >> 16);
}

// CRC-32 of ISO 3309, as ZIP uses it.
std::uint32_t crc32(ledger::ByteView bytes) {
  static const auto kTable = [] {
    std::array<std::uint32_t, 256> table{};
    for (std::uint32_t i = 0; i < 256; ++i) {
      std::uint32_t value = i;
      for (int bit = 0; bit < 8; ++bit) value = (value >> 1) ^ ((value & 1) != 0 ? 0xedb88320U : 0U);
      table[i] = value;
    }
    return table;
  }();
  std::uint32_t crc = 0xffffffff;
  for (const std::uint8_t byte : bytes) crc = (crc >> 8) ^ kTable[(crc ^ byte) & 0xff];
  return ~crc;
}

// What local and central headers share: version needed, flags, method, time, date, crc, sizes, name and extra length.
void appendSharedHeader(Bytes& out, const Member& member, std::uint32_t crc) {
  const auto size = static_cast<std::uint32_t>(member.bytes.size());
  little16(out, 10);
  little16(out, 0);
  little16(out, 0);
  little16(out, 0);
  little16(out, 0x0021);  // 1 January 1980
  little32(out, crc);
  little32(out, size);
  little32(out, size);
  little16(out, static_cast<std::uint32_t>(member.name.size()));
  little16(out, 0);
}

void appendCentralHeader(Bytes& out, const Member& member, std::uint32_t crc, std::uint32_t offset) {
  little32(out, 0x02014b50);
  little16(out, 0x033f);
  appendSharedHeader(out, member, crc);
  little16(out, 0);           // comment
  little16(out, 0);           // disk
  little16(out, 0);           // internal attributes
  little32(out, 0x81b60000);  // a plain file, rw-rw-rw-
  little32(out, offset);
  ledger::appendBytes(out, ledger::asBytes(member.name));
}

// What the ZIP would take: of each member its bytes, two headers and its name twice.
Error tooLarge(const std::vector<Member>& members) {
  std::size_t bytes = 0;
  for (const Member& member : members) bytes += member.bytes.size() + 2 * member.name.size() + 76;
  return {ErrorCode::kRefused, "BUNDLE_TOO_LARGE",
          "the export has " + std::to_string(members.size()) + " members and " + std::to_string(bytes) +
              " bytes; a plain ZIP holds " + std::to_string(kMembersMax) + " members and " +
              std::to_string(kZipBytesMax) + " bytes: use --directory"};
}

Result<std::vector<Member>> readFolder(const std::filesystem::path& folder) {
  std::vector<Member> members;
  std::error_code failed;
  for (auto at = std::filesystem::recursive_directory_iterator(folder, failed);
       !failed && at != std::filesystem::recursive_directory_iterator(); at.increment(failed)) {
    if (!at->is_regular_file()) continue;
    auto bytes = ledger::readWholeFile(at->path(), std::min<std::size_t>(kMemberBytesMax, at->file_size() + 1));
    if (!bytes) return bytes.error();
    members.push_back({std::filesystem::relative(at->path(), folder).generic_string(), std::move(*bytes)});
  }
  if (failed) return Error{ErrorCode::kUnavailable, "FILE_UNREADABLE", folder.string() + ": " + failed.message()};
  return members;
}

// A folder of its own for the tiles, gone when the bundle is made.
class Scratch {
 public:
  explicit Scratch(std::filesystem::path path) : path_(std::move(path)) {}
  ~Scratch() {
    std::error_code ignored;
    std::filesystem::remove_all(path_, ignored);
  }
  Scratch(const Scratch&) = delete;
  Scratch& operator=(const Scratch&) = delete;
  const std::filesystem::path& path() const { return path_; }

 private:
  std::filesystem::path path_;
};

}  // namespace

Result<std::vector<Member>> bundleMembers(const Session& session, const Reading& reading, const Published& published,
                                          const std::filesystem::path& scratch_folder) {
  const auto figures = figuresAt(session, reading, published.checkpoint);
  if (!figures) return figures.error();
  const Scratch scratch(scratch_folder);
  ASAR_TRY(ledger::Publisher(scratch.path()).publish(*reading.reader, published.checkpoint, published.note));
  auto members = readFolder(scratch.path());
  if (!members) return members.error();
  members->push_back({"README", ledger::toBytes(ledger::asBytes(kReadme))});
  members->push_back({"figures.json", ledger::toBytes(ledger::asBytes(*figures))});
  std::ranges::sort(*members, {}, &Member::name);
  const std::string manifest = manifestOf(*members);
  members->push_back({"manifest", ledger::toBytes(ledger::asBytes(manifest))});
  std::ranges::sort(*members, {}, &Member::name);
  return members;
}

Result<Bytes> zipOf(const std::vector<Member>& members) {
  if (members.size() > kMembersMax) return tooLarge(members);
  Bytes out, central;
  for (const Member& member : members) {
    if (out.size() + central.size() + member.bytes.size() + 2 * member.name.size() + 98 > kZipBytesMax)
      return tooLarge(members);
    const std::uint32_t crc = crc32(member.bytes);
    appendCentralHeader(central, member, crc, static_cast<std::uint32_t>(out.size()));
    little32(out, 0x04034b50);
    appendSharedHeader(out, member, crc);
    ledger::appendBytes(out, ledger::asBytes(member.name));
    ledger::appendBytes(out, member.bytes);
  }
  const auto central_offset = static_cast<std::uint32_t>(out.size());
  ledger::appendBytes(out, central);
  little32(out, 0x06054b50);
  little16(out, 0);
  little16(out, 0);
  little16(out, static_cast<std::uint32_t>(members.size()));
  little16(out, static_cast<std::uint32_t>(members.size()));
  little32(out, static_cast<std::uint32_t>(central.size()));
  little32(out, central_offset);
  little16(out, 0);
  return out;
}

std::string manifestOf(const std::vector<Member>& members) {
  std::string out;
  for (const Member& member : members) {
    if (member.name != "manifest") out += ledger::sha256(member.bytes).hex() + "  " + member.name + "\n";
  }
  return out;
}

Result<void> requireReadable(const std::vector<Member>& members, std::size_t most) {
  for (const Member& member : members) {
    if (member.bytes.size() <= most) continue;
    return Error{ErrorCode::kRefused, "BUNDLE_TOO_LARGE",
                 "the member " + member.name + " has " + std::to_string(member.bytes.size()) +
                     " bytes, and asar-audit reads no more than " + std::to_string(most) +
                     " of one: use --without-proofs, and tell those who ask that single entries cannot be checked"};
  }
  return {};
}

Result<void> requireEmptyFolder(const std::filesystem::path& folder) {
  std::error_code ignored;
  if (std::filesystem::exists(folder, ignored) && !std::filesystem::is_empty(folder, ignored)) {
    return Error{ErrorCode::kConflict, "FOLDER_NOT_EMPTY", folder.string() + " is not empty: name a new folder"};
  }
  return ledger::makeFolders(folder);
}

Result<void> writeMembers(const std::filesystem::path& folder, const std::vector<Member>& members) {
  for (const Member& member : members) {
    const auto path = folder / member.name;
    ASAR_TRY(ledger::makeFolders(path.parent_path()));
    ASAR_TRY(ledger::writeFileAtomically(path, member.bytes));
  }
  return {};
}

}  // namespace tools
