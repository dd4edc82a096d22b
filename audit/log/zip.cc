// The one shape of ZIP a bundle may have: members stored, in order, without gaps, every header byte prescribed.
// Each header is made anew from name, checksum, size and place, and compared with the bytes that stand there; the
// contents are covered by their checksums. So every byte of the file is compared with what it has to be.
#include <algorithm>
#include <unordered_map>

#include "audit/base/crc32.h"
#include "audit/log/archive.h"
#include "audit/log/note.h"

namespace audit {
namespace {

constexpr std::size_t kLocalBytes = 30;
constexpr std::size_t kCentralBytes = 46;
constexpr std::size_t kEndBytes = 22;
constexpr std::size_t kPieceBytes = 1U << 20U;

struct Member {
  std::string name;
  std::uint32_t crc = 0;
  std::uint32_t size = 0;
  std::uint32_t place = 0;  // of the local header

  std::uint64_t contents() const { return std::uint64_t{place} + kLocalBytes + name.size(); }
};

std::uint64_t little(Bytes bytes, std::size_t at, std::size_t length) {
  std::uint64_t value = 0;
  for (std::size_t i = length; i-- > 0;) value = value << 8U | bytes[at + i];
  return value;
}

class Writer {
 public:
  Writer& u16(std::uint64_t value) { return put(value, 2); }
  Writer& u32(std::uint64_t value) { return put(value, 4); }
  Writer& text(std::string_view text) {
    bytes_.insert(bytes_.end(), text.begin(), text.end());
    return *this;
  }
  Buffer take() { return std::move(bytes_); }

 private:
  Writer& put(std::uint64_t value, int length) {
    for (int i = 0; i < length; ++i) bytes_.push_back(static_cast<std::uint8_t>(value >> (8 * i) & 255U));
    return *this;
  }
  Buffer bytes_;
};

// Needed version, flags, method, time, date, checksum, sizes, name length, length of extras.
Writer& shared(Writer& writer, const Member& member) {
  writer.u16(10).u16(0).u16(0).u16(0).u16(0x21).u32(member.crc).u32(member.size).u32(member.size);
  return writer.u16(member.name.size()).u16(0);
}

Buffer localHeader(const Member& member) {
  Writer writer;
  writer.u32(0x04034b50);
  return shared(writer, member).text(member.name).take();
}

Buffer centralHeader(const Member& member) {
  Writer writer;
  writer.u32(0x02014b50).u16(0x033F);
  shared(writer, member).u16(0).u16(0).u16(0).u32(0x81B60000).u32(member.place).text(member.name);
  return writer.take();
}

Buffer endRecord(std::size_t count, std::uint64_t central_size, std::uint64_t central_place) {
  Writer writer;
  writer.u32(0x06054b50).u16(0).u16(0).u16(count).u16(count).u32(central_size).u32(central_place).u16(0);
  return writer.take();
}

// What a file is that does not end as a ZIP, and what to do about it.
std::string insteadOfZip(const ByteSource& source) {
  constexpr std::string_view kLocalMark = "PK\x03\x04";
  Buffer start(std::min<std::uint64_t>(kNoteBytesMax, source.size()));
  if (!source.read(0, start)) return "the file is no ZIP with a directory at its end";
  const std::string_view text = textOf(Bytes(start));
  if (text.starts_with(kLocalMark))
    return "the file begins as a ZIP and does not end as one: it was cut off on its way, or altered; fetch it again";
  const auto note = Note::parse(start);
  if (note && Checkpoint::parse(note->text))
    return "the file is a checkpoint and no export: give the folder it lies in, or hold it against an export with "
           "`asar-audit compare`";
  const auto hash = base64Decoded(text.substr(0, text.find('\n')));
  if (hash && hash->size() == sizeof(Hash))
    return "the file holds the hashes of a proof, such as `asar-audit consistency --out` writes, and no export: give "
           "the "
           "export they were made of";
  return "the file is no ZIP, which a bundle is: give what `asar audit bundle` wrote, or fetch it again";
}

class Zip final : public Archive {
 public:
  Zip(std::unique_ptr<ByteSource> source, const std::vector<Member>& members) : source_(std::move(source)) {
    for (const Member& member : members) {
      names_.push_back(member.name);
      members_.emplace(member.name, member);
    }
    std::sort(names_.begin(), names_.end());
  }
  std::optional<Buffer> read(const std::string& name, std::uint64_t bytes_max) const override {
    const auto found = members_.find(name);
    if (found == members_.end() || found->second.size > bytes_max) return std::nullopt;
    Buffer bytes(found->second.size);
    if (!source_->read(found->second.contents(), bytes)) return std::nullopt;
    return bytes;
  }
  bool has(const std::string& name) const override { return members_.contains(name); }
  const std::vector<std::string>& names() const override { return names_; }
  bool isZip() const override { return true; }

 private:
  std::unique_ptr<ByteSource> source_;
  std::vector<std::string> names_;
  std::unordered_map<std::string, Member> members_;
};

class Reader {
 public:
  Reader(const ByteSource& source, Findings& findings) : source_(source), findings_(findings) {}

  std::vector<Member> members() {
    Buffer end(kEndBytes);
    if (source_.size() < kEndBytes || !source_.read(source_.size() - kEndBytes, end)) return noZip();
    const auto count = little(end, 10, 2);
    const std::uint64_t size = little(end, 12, 4);
    const std::uint64_t place = little(end, 16, 4);
    if (place + size != source_.size() - kEndBytes) return noZip();
    if (!same(end, endRecord(count, size, place))) damaged("the end record is not as prescribed");
    Buffer directory(size);
    if (!source_.read(place, directory)) return noZip();
    auto members = readDirectory(directory, count);
    checkMembers(members, place);
    if (members.empty()) damaged("the ZIP has no member that could be read");
    return members;
  }

 private:
  std::vector<Member> noZip() {
    damaged(insteadOfZip(source_));
    return {};
  }
  void damaged(std::string sentence) { findings_.add(Wrong::kBundleDamaged, std::move(sentence)); }

  std::vector<Member> readDirectory(Bytes directory, std::size_t count) {
    std::vector<Member> members;
    std::size_t at = 0;
    while (directory.size() - at >= kCentralBytes) {
      const Bytes rest = directory.subspan(at);
      const auto name_length = little(rest, 28, 2);
      if (rest.size() - kCentralBytes < name_length) break;
      Member member{std::string(textOf(rest.subspan(kCentralBytes, name_length))),
                    static_cast<std::uint32_t>(little(rest, 16, 4)), static_cast<std::uint32_t>(little(rest, 24, 4)),
                    static_cast<std::uint32_t>(little(rest, 42, 4))};
      if (!same(rest.first(kCentralBytes + name_length), centralHeader(member))) {
        damaged("the directory record of " + member.name.substr(0, 200) + " is not as prescribed");
      }
      members.push_back(std::move(member));
      at += kCentralBytes + name_length;
    }
    if (at != directory.size()) damaged("the directory has bytes that are no record");
    if (members.size() != count) damaged("the end record counts other members than the directory lists");
    return members;
  }

  void checkMembers(std::vector<Member>& members, std::uint64_t directory_place) {
    std::uint64_t at = 0;
    const Member* before = nullptr;
    std::vector<Member> readable;
    for (const Member& member : members) {
      if (before != nullptr && before->name >= member.name) damaged("the members are not sorted: " + member.name);
      if (member.place != at) damaged("there is a gap or an overlap before " + member.name);
      at = member.contents() + member.size;
      before = &member;
      if (at > directory_place) {
        damaged(member.name + " reaches into the directory");
        continue;
      }
      checkMember(member);
      readable.push_back(member);
    }
    if (at != directory_place) damaged("there is a gap or an overlap before the directory");
    members = std::move(readable);
  }

  void checkMember(const Member& member) {
    const Buffer expected = localHeader(member);
    Buffer found(expected.size());
    if (!source_.read(member.place, found) || found != expected) {
      damaged("the header of " + member.name + " is not as prescribed");
    }
    Buffer piece;
    std::uint32_t crc = 0;
    for (std::uint64_t done = 0; done < member.size; done += piece.size()) {
      piece.resize(std::min<std::uint64_t>(kPieceBytes, member.size - done));
      if (!source_.read(member.contents() + done, piece)) {
        damaged(member.name + " could not be read");
        return;
      }
      crc = crc32(crc, piece);
    }
    if (crc != member.crc) damaged("the checksum of " + member.name + " differs");
  }

  const ByteSource& source_;
  Findings& findings_;
};

}  // namespace

std::unique_ptr<Archive> openZip(std::unique_ptr<ByteSource> source, Findings& findings) {
  const auto members = Reader(*source, findings).members();
  if (members.empty()) return nullptr;
  return std::make_unique<Zip>(std::move(source), members);
}

}  // namespace audit
