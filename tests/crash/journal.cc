#include "tests/crash/journal.h"

#include <fcntl.h>
#include <unistd.h>

#include <cstdlib>
#include <fstream>
#include <sstream>

namespace tests {
namespace {

ledger::Digest digestOf(const std::string& hex) {
  const auto bytes = ledger::fromHex(hex);
  if (!bytes || bytes->size() != 32) std::abort();
  return ledger::Digest::from(*bytes);
}

}  // namespace

Journal readJournal(const std::filesystem::path& path) {
  std::ifstream file(path, std::ios::binary);
  std::stringstream all;
  all << file.rdbuf();
  std::string text = all.str();
  text.resize(text.rfind('\n') == std::string::npos ? 0 : text.rfind('\n') + 1);

  Journal journal;
  std::istringstream lines(text);
  std::string word;
  while (lines >> word) {
    std::string last;
    std::string root;
    if (word == "try") {
      Attempt attempt;
      lines >> attempt.run >> attempt.first >> last;
      attempt.before = digestOf(last);
      journal.attempts.push_back(attempt);
      journal.doubtful = attempt;
    } else {
      Acknowledged batch;
      lines >> batch.run >> batch.first >> batch.count >> last >> root;
      batch.last = digestOf(last);
      batch.root = digestOf(root);
      journal.acknowledged.push_back(batch);
      journal.doubtful.reset();
    }
  }
  return journal;
}

JournalWriter::JournalWriter(const std::filesystem::path& path)
    : file_(::open(path.c_str(), O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0640)) {
  if (file_ < 0) std::abort();
}

JournalWriter::~JournalWriter() {
  ::close(file_);
}

void JournalWriter::tried(const Attempt& attempt) {
  line("try " + std::to_string(attempt.run) + " " + std::to_string(attempt.first) + " " + attempt.before.hex());
}

void JournalWriter::acknowledged(const Acknowledged& batch) {
  line("ack " + std::to_string(batch.run) + " " + std::to_string(batch.first) + " " + std::to_string(batch.count) +
       " " + batch.last.hex() + " " + batch.root.hex());
}

void JournalWriter::line(const std::string& text) {
  const std::string whole = text + "\n";
  // fsync, so that faults planted in fdatasync meet the log alone.
  if (::write(file_, whole.data(), whole.size()) != static_cast<ssize_t>(whole.size()) || ::fsync(file_) != 0) {
    std::abort();
  }
}

}  // namespace tests
