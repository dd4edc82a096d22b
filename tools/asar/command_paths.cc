#include "tools/asar/command_paths.h"

#include "ledger/merkle/hashing.h"
#include "ledger/merkle/tree.h"
#include "tools/asar/home.h"

namespace tools {

using ledger::Digest;
using ledger::Error;
using ledger::ErrorCode;
using ledger::Position;
using ledger::Result;

Result<void> CommandPaths::readSubmission(Position index) {
  const Error damaged{ErrorCode::kCorrupt, "LOG_DAMAGED",
                      "the submission at entry " + std::to_string(index) +
                          " has not the events it was signed for: check the log with `asar-audit`"};
  leaves_.clear();
  std::size_t count = 1;  // until the submission's own entry says
  for (Position at = index; leaves_.size() < count;) {
    const auto page = reader_.read(at, kReadBytes);
    if (!page) return page.error();
    if (page->empty()) return damaged;
    for (const auto& stored : *page) {
      if (leaves_.size() == count) break;
      const auto entry = ledger::decodeStoredEntry(stored.bytes);
      if (!entry) return entry.error();
      const auto* submission = std::get_if<ledger::SubmissionBody>(&entry->body);
      const auto* event = std::get_if<ledger::EventBody>(&entry->body);
      if ((at == index) != (submission != nullptr)) return damaged;
      if (submission != nullptr) {
        const auto header = ledger::decodeHeader(submission->header);
        if (!header) return header.error();
        count = header->count;
      } else {
        leaves_.push_back(ledger::leafHash(event->command));
      }
      ++at;
    }
  }
  submission_ = index;
  return {};
}

Result<std::vector<Digest>> CommandPaths::of(const ledger::EventBody& event) {
  if (leaves_.empty() || submission_ != event.submission) ASAR_TRY(readSubmission(event.submission));
  ledger::Tree tree;
  for (const Digest& leaf : leaves_) tree.append(leaf);
  return tree.inclusion(event.ordinal, leaves_.size(), [this](Position first, std::size_t count) {
    const auto from = leaves_.begin() + static_cast<std::ptrdiff_t>(first);
    return Result<std::vector<Digest>>(std::vector<Digest>(from, from + static_cast<std::ptrdiff_t>(count)));
  });
}

}  // namespace tools
