// Journal — what a writer tried and what it was told is safe, kept outside the log.
//
// Shape    lines "try RUN FIRST HASH-BEFORE" and "ack RUN FIRST COUNT LAST-HASH ROOT"; each synced
//          before the writer goes on. A line without its end was never relied upon and is skipped.
// Threads  belongs to one thread.
#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "ledger/log/event_log.h"

namespace tests {

struct Attempt {
  std::uint64_t run = 0;
  ledger::Position first = 0;
  ledger::Digest before;
};

struct Acknowledged {
  std::uint64_t run = 0;
  ledger::Position first = 0;
  std::size_t count = 0;
  ledger::Digest last;
  ledger::Digest root;
};

struct Journal {
  std::vector<Attempt> attempts;
  std::vector<Acknowledged> acknowledged;
  // The last attempt, if nothing acknowledges it.
  std::optional<Attempt> doubtful;
};

Journal readJournal(const std::filesystem::path& path);

class JournalWriter {
 public:
  // Aborts where the file cannot be written: nothing can be tested then.
  explicit JournalWriter(const std::filesystem::path& path);
  ~JournalWriter();
  JournalWriter(const JournalWriter&) = delete;
  JournalWriter& operator=(const JournalWriter&) = delete;

  void tried(const Attempt& attempt);
  void acknowledged(const Acknowledged& batch);

 private:
  void line(const std::string& text);

  int file_;
};

}  // namespace tests
