// EvidenceStore — documents kept under the hash of their bytes, beside the log that names the hash.
//
// Shape    FOLDER/ab/abcd…: the first two of the 64 digits of SHA-256, then all of them; no name that anybody chose.
//          Files have mode 0600, folders 0700. What is there is never written over. While a document is being added it
//          is FOLDER/.begun-ID; a run that was cut off leaves that behind.
// Units    bytes. A type is what the first bytes say, and kept nowhere.
// Errors   kInvalid EVIDENCE_EMPTY, FILE_TOO_LARGE, NO_PLAIN_FILE; kNotFound FILE_MISSING, EVIDENCE_MISSING; kCorrupt
//          EVIDENCE_ALTERED; kConflict FILE_EXISTS; kUnavailable FILE_UNREADABLE, FILE_UNWRITTEN.
// Threads  any number of programs may add and look at once: a file appears whole or not at all.
#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "ledger/base/clock.h"
#include "ledger/base/digest.h"
#include "ledger/base/result.h"

namespace tools {

struct Evidence {
  ledger::Digest hash;
  std::uint64_t bytes = 0;
  std::string_view type;  // "application/pdf"; "application/octet-stream" where it is none of those known
};

enum class EvidenceState {
  kPresent,
  kMissing,
  kAltered,     // something else is there
  kUnreadable,  // it could not be read to its end
};
std::string_view nameOf(EvidenceState state);

struct EvidenceFound {
  EvidenceState state = EvidenceState::kMissing;
  Evidence evidence;  // where it is present
  std::string why;    // where it is altered or unreadable
};

struct EvidenceAdded {
  Evidence evidence;
  bool known = false;  // it was there already
};

struct EvidenceListed {
  std::vector<ledger::Digest> hashes;  // ascending
  std::vector<std::string> strays;     // what else lies there, by its path below the folder
};

class EvidenceStore {
 public:
  explicit EvidenceStore(std::filesystem::path folder) : folder_(std::move(folder)) {}

  // On disk, synced and whole, before it returns.
  ledger::Result<EvidenceAdded> add(const std::filesystem::path& source, ledger::Random& random) const;
  // The same for a document that the program itself wrote.
  ledger::Result<EvidenceAdded> addText(std::string_view text, ledger::Random& random) const;
  // Reads all of it.
  EvidenceFound look(const ledger::Digest& hash) const;
  // A file that is there already is left as it is; one whose bytes do not have the hash is not handed out.
  ledger::Result<Evidence> copyTo(const ledger::Digest& hash, const std::filesystem::path& out,
                                  ledger::Random& random) const;
  ledger::Result<EvidenceListed> list() const;
  // Below the folder.
  static std::string pathOf(const ledger::Digest& hash);

 private:
  // What puts the bytes of a document into an open file of that path.
  using Fill = std::function<ledger::Result<Evidence>(int file, const std::string& path)>;
  ledger::Result<EvidenceAdded> keep(const Fill& fill, ledger::Random& random) const;

  std::filesystem::path folder_;
};

}  // namespace tools
