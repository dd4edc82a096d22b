#include "ledger/vault/access_list.h"

#include <fcntl.h>
#include <unistd.h>

#include <algorithm>
#include <array>

#include "ledger/base/file_io.h"

namespace ledger {
namespace {

constexpr std::array kPurposes = {Purpose::kRequestOfPerson, Purpose::kRegistration, Purpose::kCorrection,
                                  Purpose::kCertificate,     Purpose::kAudit,        Purpose::kLaw};

std::string lineOf(const Access& access) {
  std::string fields;
  for (const Field field : access.fields) fields += (fields.empty() ? "\"" : ",\"") + std::string(nameOf(field)) + "\"";
  return "{\"at\":\"" + Instant{access.at, 0}.text() + "\",\"reader\":\"" + access.reader.text() + "\",\"person\":\"" +
         access.person.text() + "\",\"fields\":[" + fields + "],\"purpose\":\"" + std::string(nameOf(access.purpose)) +
         "\"}\n";
}

}  // namespace

std::string_view nameOf(Purpose purpose) {
  switch (purpose) {
    case Purpose::kRequestOfPerson:
      return "request";
    case Purpose::kRegistration:
      return "registration";
    case Purpose::kCorrection:
      return "correction";
    case Purpose::kCertificate:
      return "certificate";
    case Purpose::kAudit:
      return "audit";
    case Purpose::kLaw:
      return "law";
  }
  return "";
}

std::span<const Purpose> allPurposes() {
  return kPurposes;
}

std::optional<Purpose> purposeNamed(std::string_view name) {
  const auto* const found = std::ranges::find(kPurposes, name, [](Purpose purpose) { return nameOf(purpose); });
  return found == kPurposes.end() ? std::nullopt : std::optional(*found);
}

std::filesystem::path AccessList::fileOf(CivilDay day) const {
  return folder_ / (dayText(day) + ".jsonl");
}

Result<void> AccessList::add(const Access& access) {
  ASAR_TRY(makeFolders(folder_));
  const auto path = fileOf(Instant{access.at, 0}.civilDay());
  const bool fresh = !std::filesystem::exists(path);
  const int file = ::open(path.c_str(), O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC | O_NOFOLLOW, 0600);
  // One write: lines of several programs never mix.
  const std::string line = lineOf(access);
  const bool written = file >= 0 && ::write(file, line.data(), line.size()) == static_cast<ssize_t>(line.size()) &&
                       ::fdatasync(file) == 0;
  const std::string why = written ? "" : systemMessage();
  if (file >= 0) ::close(file);
  if (!written) {
    return Error{ErrorCode::kUnavailable, "FILE_UNWRITTEN",
                 path.string() + " could not be written: " + why + "; nothing is shown that is not listed there"};
  }
  if (fresh) return syncFolder(folder_);
  return {};
}

Result<DayOfAccesses> AccessList::of(CivilDay day) const {
  std::error_code unknown;
  const auto size = std::filesystem::file_size(fileOf(day), unknown);
  auto bytes = readWholeFile(fileOf(day), unknown ? 0 : size);
  // Only a list that is certainly absent means that nobody read anything.
  if (!bytes && bytes.error().code == ErrorCode::kNotFound) bytes = Bytes();
  if (!bytes) return bytes.error();
  return DayOfAccesses{day, static_cast<std::uint32_t>(std::ranges::count(*bytes, '\n')), sha256(*bytes)};
}

}  // namespace ledger
