#include "audit/witness/state_folder.h"

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <system_error>

#include "audit/base/sha256.h"
#include "audit/witness/durable_file.h"

namespace audit::witness {
namespace {

constexpr std::size_t kNoteBytesMax = 1U << 20U;
constexpr std::size_t kKeysBytesMax = 1U << 16U;

Trouble damaged(const std::filesystem::path& path, const std::string& why) {
  return {"STATE_DAMAGED", path.string() + ": " + why +
                               "; put the file back from a copy: without it nothing is cosigned, lest something be "
                               "cosigned beside what was"};
}

// One key a line; nullopt where a line is none.
std::optional<std::vector<VerifierKey>> keysIn(std::string_view text) {
  std::vector<VerifierKey> keys;
  while (!text.empty()) {
    const auto end = text.find('\n');
    auto key = end == std::string_view::npos ? std::nullopt : VerifierKey::parse(text.substr(0, end));
    if (!key) return std::nullopt;
    keys.push_back(std::move(*key));
    text.remove_prefix(end + 1);
  }
  return keys;
}

}  // namespace

std::string StateFolder::idOf(std::string_view origin) {
  return hexOf(sha256(bytesOf(origin)));
}

std::optional<Trouble> StateFolder::check() const {
  std::error_code failed;
  const auto type = std::filesystem::status(folder_ / "logs", failed).type();
  if (type == std::filesystem::file_type::directory) return std::nullopt;
  if (type == std::filesystem::file_type::not_found) {
    return Trouble{"NOT_INITIALISED",
                   folder_.string() + " is no folder of a witness: begin with `asar-witness add-log VKEY --state DIR`"};
  }
  return Trouble{"FILE_UNREADABLE", (folder_ / "logs").string() + " cannot be looked at: " + failed.message()};
}

Or<std::vector<VerifierKey>> StateFolder::keysOf(const std::string& id) const {
  const auto path = folderOf(id) / "keys";
  const FileText file = readFile(path, kKeysBytesMax);
  if (file.missing) return std::vector<VerifierKey>{};
  if (!file.trouble.empty()) return Trouble{"FILE_UNREADABLE", file.trouble};
  auto keys = keysIn(file.text);
  const bool whole = keys && !keys->empty() &&
                     std::ranges::all_of(*keys, [&](const VerifierKey& key) { return idOf(key.name) == id; });
  if (!whole) return damaged(path, "it does not hold verifier keys of one log, a line each");
  return std::move(*keys);
}

Or<bool> StateFolder::addLog(const VerifierKey& key) const {
  const std::string id = idOf(key.name);
  if (const auto trouble = makeFolders(folderOf(id))) return Trouble{"FILE_UNWRITTEN", *trouble};
  auto keys = keysOf(id);
  if (auto* trouble = std::get_if<Trouble>(&keys)) return *trouble;
  std::string text;
  for (const VerifierKey& one : std::get<0>(keys)) {
    if (one.key == key.key) return false;
    text += one.text() + "\n";
  }
  if (const auto trouble = writeFile(folderOf(id) / "keys", text + key.text() + "\n", Keep::kForAll))
    return Trouble{"FILE_UNWRITTEN", *trouble};
  return true;
}

Or<std::vector<std::pair<std::string, std::vector<VerifierKey>>>> StateFolder::logs() const {
  if (auto trouble = check()) return *trouble;
  std::vector<std::pair<std::string, std::vector<VerifierKey>>> out;
  std::error_code failed;
  for (std::filesystem::directory_iterator it(folder_ / "logs", failed), end; !failed && it != end;
       it.increment(failed)) {
    const std::string id = it->path().filename().string();
    auto keys = keysOf(id);
    if (auto* trouble = std::get_if<Trouble>(&keys)) return *trouble;
    if (!std::get<0>(keys).empty()) out.emplace_back(id, std::move(std::get<0>(keys)));
  }
  if (failed) return Trouble{"FILE_UNREADABLE", (folder_ / "logs").string() + " cannot be read: " + failed.message()};
  std::ranges::sort(out, {}, [](const auto& log) { return log.second.front().name; });
  return out;
}

Or<Recorded> StateFolder::recorded(const std::string& id) const {
  const auto path = folderOf(id) / "checkpoint";
  const FileText file = readFile(path, kNoteBytesMax);
  if (file.missing) return Recorded{};
  if (!file.trouble.empty()) return Trouble{"FILE_UNREADABLE", file.trouble};
  const auto note = Note::parse(bytesOf(file.text));
  auto checkpoint = note ? Checkpoint::parse(note->text) : std::nullopt;
  if (!checkpoint || idOf(checkpoint->origin) != id) return damaged(path, "it is no checkpoint of this log");
  return Recorded{file.text, std::move(*checkpoint)};
}

std::optional<Trouble> StateFolder::record(const std::string& id, std::string_view note) const {
  const auto trouble = writeFile(folderOf(id) / "checkpoint", note, Keep::kForAll);
  return trouble ? std::optional(Trouble{"FILE_UNWRITTEN", *trouble}) : std::nullopt;
}

Or<StateLock> StateLock::take(const std::filesystem::path& folder) {
  const auto path = folder / "lock";
  const int file = ::open(path.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0640);
  if (file < 0) {
    return Trouble{"FILE_UNWRITTEN",
                   path.string() + " cannot be opened: " + std::error_code(errno, std::generic_category()).message()};
  }
  if (::flock(file, LOCK_EX | LOCK_NB) != 0) {
    ::close(file);
    return Trouble{"LOCKED", folder.string() + " is served by another asar-witness: stop it first"};
  }
  return StateLock(file);
}

StateLock::~StateLock() {
  if (file_ >= 0) ::close(file_);
}

}  // namespace audit::witness
