#include "tests/crash/check.h"

#include <set>

#include "ledger/merkle/frontier.h"
#include "ledger/merkle/hashing.h"
#include "tests/crash/batches.h"

namespace tests {
namespace {

using ledger::Digest;
using ledger::Encoded;
using ledger::Position;

ledger::Result<std::vector<Encoded>> readAll(ledger::EventLog& log) {
  std::vector<Encoded> entries;
  while (true) {
    auto page = log.read(entries.size(), 1 << 20);
    if (!page) return page.error();
    if (page->entries.empty()) return entries;
    entries.insert(entries.end(), page->entries.begin(), page->entries.end());
  }
}

// Every entry once, chained to the one before, under the hash of its own bytes, and tried by some run.
std::string strangerAmong(const std::vector<Encoded>& entries, const Journal& journal) {
  std::set<std::string> tried;
  for (const Attempt& attempt : journal.attempts) {
    tried.insert(std::to_string(attempt.run) + " " + std::to_string(attempt.first));
  }
  std::set<std::string> seen;
  for (std::size_t i = 0; i < entries.size(); ++i) {
    const std::string where = " at position " + std::to_string(i);
    const std::string id = entryIdOf(entries[i].body);
    if (ledger::leafHash(entries[i].body) != entries[i].hash) return "DIFFERENT bytes than their hash" + where;
    if (!tried.contains(batchIdOf(entries[i].body))) return "UNKNOWN entry" + where;
    if (!seen.insert(id).second) return "DUPLICATE entry " + id + where;
    const Digest previous = i == 0 ? Digest{} : entries[i - 1].hash;
    const std::string chained = id + " " + previous.hex() + " ";
    if (!ledger::asText(entries[i].body).starts_with(chained)) return "DIFFERENT predecessor" + where;
  }
  return "";
}

// The roots of all prefixes, from the stored bytes.
std::vector<Digest> rootsOf(const std::vector<Encoded>& entries) {
  ledger::Frontier root;
  std::vector<Digest> roots{root.root()};
  for (const Encoded& entry : entries) {
    root.push(ledger::leafHash(entry.body));
    roots.push_back(root.root());
  }
  return roots;
}

std::string differenceIn(const Acknowledged& batch, const std::vector<Encoded>& entries,
                         const std::vector<Digest>& roots) {
  const Position end = batch.first + batch.count;
  const std::string which = " acknowledged batch at " + std::to_string(batch.first) + " to " + std::to_string(end - 1);
  if (end > entries.size()) return "LOST" + which + "; the log ends at " + std::to_string(entries.size());
  const Digest before = batch.first == 0 ? Digest{} : entries[batch.first - 1].hash;
  const auto expected = batchOf(batch.run, batch.first, before);
  if (expected.size() != batch.count || expected.back().hash != batch.last) return "DIFFERENT" + which;
  for (std::size_t i = 0; i < batch.count; ++i) {
    if (entries[batch.first + i] != expected[i]) return "DIFFERENT" + which + ", entry " + std::to_string(i);
  }
  return roots[end] == batch.root ? "" : "DIFFERENT root after" + which;
}

}  // namespace

ledger::Result<std::string> differenceBetween(const Journal& journal, ledger::EventLog& log) {
  const auto entries = readAll(log);
  if (!entries) return entries.error();
  const auto roots = rootsOf(*entries);
  for (const Acknowledged& batch : journal.acknowledged) {
    const std::string difference = differenceIn(batch, *entries, roots);
    if (!difference.empty()) return difference;
  }
  return strangerAmong(*entries, journal);
}

}  // namespace tests
