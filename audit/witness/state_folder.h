// State folder — what a witness knows: the logs it watches, and what it cosigned last for each.
//
// Shape    DIR/logs/<hex of SHA-256 of the origin>/keys: one verifier key a line;
//          DIR/logs/<…>/checkpoint: the note it cosigned last, as it is shown to everybody. The size and root in that
//          note are the state: no second file can disagree with it. A new one is written beside it, synced and renamed,
//          and the folder synced, before anybody learns of the cosignature.
//          DIR/lock is held by the one program that serves.
// Errors   a Trouble says what could not be read or written; a damaged file is never taken for an absent one, lest
//          something be cosigned beside it.
// Threads  any: what belongs together is guarded by the caller (service.h).
#pragma once

#include <filesystem>
#include <variant>

#include "audit/log/note.h"

namespace audit::witness {

struct Trouble {
  std::string reason;  // NOT_INITIALISED, LOCKED, STATE_DAMAGED, FILE_UNREADABLE, FILE_UNWRITTEN
  std::string sentence;
};

template <class T>
using Or = std::variant<T, Trouble>;

struct Recorded {
  std::string note;  // empty before the first
  Checkpoint checkpoint;
};

class StateFolder {
 public:
  explicit StateFolder(std::filesystem::path folder) : folder_(std::move(folder)) {}

  // Makes the folder where it is absent, and trusts this key for the log of its name. False where it did already.
  Or<bool> addLog(const VerifierKey& key) const;
  // NOT_INITIALISED where there is no such folder.
  std::optional<Trouble> check() const;
  // Every log, by the name of its folder.
  Or<std::vector<std::pair<std::string, std::vector<VerifierKey>>>> logs() const;
  // By the hexadecimal name; no keys for a log that is not watched.
  Or<std::vector<VerifierKey>> keysOf(const std::string& id) const;
  Or<Recorded> recorded(const std::string& id) const;
  std::optional<Trouble> record(const std::string& id, std::string_view note) const;

  static std::string idOf(std::string_view origin);

 private:
  std::filesystem::path folderOf(const std::string& id) const { return folder_ / "logs" / id; }

  std::filesystem::path folder_;
};

// Keeps a second server off the same folder, until it goes.
class StateLock {
 public:
  static Or<StateLock> take(const std::filesystem::path& folder);
  ~StateLock();
  StateLock(StateLock&& other) noexcept : file_(other.file_) { other.file_ = -1; }
  StateLock& operator=(StateLock&&) = delete;
  StateLock(const StateLock&) = delete;
  StateLock& operator=(const StateLock&) = delete;

 private:
  explicit StateLock(int file) : file_(file) {}

  int file_;
};

}  // namespace audit::witness
