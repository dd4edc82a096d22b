#include "ledger/log/head_file.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <chrono>
#include <thread>

#include "ledger/base/file_io.h"

namespace ledger {
namespace {

constexpr std::string_view kMagic = "asarhead";
constexpr std::size_t kHashBytes = 32;
constexpr std::size_t kUsedBytes = 8 + 8 + 2 * kHashBytes;
constexpr std::size_t kDigestAt = kHeadSlotBytes - kHashBytes;
constexpr std::size_t kFileBytes = 2 * kHeadSlotBytes;

Error damaged(const std::string& what) {
  return {ErrorCode::kCorrupt, "HEAD_DAMAGED", what};
}

Result<SealedHead> slotOf(ByteView file, std::size_t slot) {
  if (file.size() < (slot + 1) * kHeadSlotBytes) return damaged("is cut off");
  return parseHeadSlot(file.subspan(slot * kHeadSlotBytes, kHeadSlotBytes));
}

Result<StoredHead> choose(const std::filesystem::path& path, ByteView file) {
  const std::array<Result<SealedHead>, 2> slots{slotOf(file, 0), slotOf(file, 1)};
  if (!slots[0] && !slots[1]) {
    return damaged("both slots of the head file " + path.string() + " are damaged: the first " +
                   slots[0].error().message + ", the second " + slots[1].error().message +
                   "; restore the file from a backup");
  }
  StoredHead stored;
  for (std::size_t i = 0; i < 2; ++i) {
    if (slots[i]) continue;
    stored.warnings.push_back("slot " + std::to_string(i) + " of the head file " + path.string() + " " +
                              slots[i].error().message + "; the other slot is used");
  }
  if (stored.warnings.empty() && slots[0]->head.size == slots[1]->head.size && *slots[0] != *slots[1]) {
    return damaged("the two slots of the head file " + path.string() + " name the same size, " +
                   std::to_string(slots[0]->head.size) + ", with different hashes");
  }
  stored.slot = !slots[0] || (slots[1] && slots[1]->head.size > slots[0]->head.size) ? 1 : 0;
  stored.newest = *slots[static_cast<std::size_t>(stored.slot)];
  return stored;
}

}  // namespace

Bytes encodeHeadSlot(const SealedHead& head) {
  Bytes slot;
  slot.reserve(kHeadSlotBytes);
  appendBytes(slot, asBytes(kMagic));
  appendBigEndian64(slot, head.head.size);
  appendBytes(slot, head.root.view());
  appendBytes(slot, head.head.hash.view());
  slot.resize(kDigestAt);
  appendBytes(slot, sha256(slot).view());
  return slot;
}

Result<SealedHead> parseHeadSlot(ByteView slot) {
  if (slot.size() != kHeadSlotBytes) return damaged("has " + std::to_string(slot.size()) + " bytes instead of 4096");
  if (asText(slot.first(kMagic.size())) != kMagic) return damaged("does not begin with its magic");
  if (sha256(slot.first(kDigestAt)) != Digest::from(slot.subspan(kDigestAt))) return damaged("does not match its hash");
  if (std::ranges::any_of(slot.subspan(kUsedBytes, kDigestAt - kUsedBytes), [](auto byte) { return byte != 0; })) {
    return damaged("holds more than this program knows");
  }
  SealedHead head;
  head.head.size = readBigEndian64(slot.subspan(8));
  head.root = Digest::from(slot.subspan(16, kHashBytes));
  head.head.hash = Digest::from(slot.subspan(16 + kHashBytes, kHashBytes));
  return head;
}

namespace {

// Under a second name somebody else may write to it, or keep what is written here.
Result<void> checkItsOnlyName(const std::filesystem::path& path) {
  struct stat facts {};
  if (::lstat(path.c_str(), &facts) != 0 || (S_ISREG(facts.st_mode) && facts.st_nlink == 1)) return {};
  return Error{ErrorCode::kRefused, "HEAD_LINKED",
               "the head file " + path.string() +
                   " is a link or has another name besides: put a copy in its place, and look who made the link"};
}

}  // namespace

Result<StoredHead> readHeadFile(const std::filesystem::path& path) {
  ASAR_TRY(checkItsOnlyName(path));
  // A slot that another process is just writing reads as damaged; it is whole a moment later.
  constexpr int kLooks = 5;
  for (int look = 1;; ++look) {
    const auto file = readWholeFile(path, kFileBytes);
    if (!file && file.error().code == ErrorCode::kNotFound) {
      return Error{ErrorCode::kNotFound, "HEAD_MISSING", "the head file " + path.string() + " is missing"};
    }
    if (!file) return file.error();
    auto stored = choose(path, *file);
    if (look == kLooks || (stored && stored->warnings.empty())) return stored;
    std::this_thread::sleep_for(std::chrono::milliseconds(2));
  }
}

Result<void> HeadFile::create(const std::filesystem::path& path, const SealedHead& first) {
  const Bytes slot = encodeHeadSlot(first);
  Bytes file = slot;
  appendBytes(file, slot);
  return writeFileAtomically(path, file);
}

Result<std::unique_ptr<HeadFile>> HeadFile::open(const std::filesystem::path& path) {
  auto stored = readHeadFile(path);
  if (!stored) return stored.error();
  const int file = ::open(path.c_str(), O_RDWR | O_CLOEXEC | O_NOFOLLOW);
  if (file < 0) {
    return Error{ErrorCode::kUnavailable, "HEAD_UNWRITTEN",
                 "the head file " + path.string() + " cannot be opened for writing: " + systemMessage()};
  }
  return std::unique_ptr<HeadFile>(new HeadFile(path, file, std::move(stored).value()));
}

HeadFile::HeadFile(std::filesystem::path path, int file, StoredHead stored)
    : path_(std::move(path)), file_(file), stored_(std::move(stored)) {}

HeadFile::~HeadFile() {
  ::close(file_);
}

Result<void> HeadFile::write(const SealedHead& next) {
  ASAR_CHECK(next.head.size >= stored_.newest.head.size);
  const int slot = 1 - stored_.slot;
  const std::size_t offset = static_cast<std::size_t>(slot) * kHeadSlotBytes;
  if (!writeAt(file_, encodeHeadSlot(next), offset) || ::fdatasync(file_) != 0) {
    return Error{ErrorCode::kUnavailable, "HEAD_UNWRITTEN",
                 "the head file " + path_.string() + " could not be written: " + systemMessage()};
  }
  stored_.newest = next;
  stored_.slot = slot;
  return {};
}

}  // namespace ledger
