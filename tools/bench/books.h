// Books — accounting programs that add up the same grants from the same facts, written as a journal.
//
// Shape    `asar export journal` writes such a file; its last transaction claims the balance of every grant, as the
//          ledger counts it, so a program that adds up something else ends this one.
// Errors   a program that does not end with 0 ends this one.
// Threads  one.
#pragma once

#include "tools/bench/plan.h"
#include "tools/bench/stored_ledger.h"

namespace tools {

struct BooksPeer {
  std::string name;
  std::vector<std::string> words;  // the program and what it is asked; the journal comes last
};

// Those that are there.
std::vector<BooksPeer> booksPeersOf(const Plan& plan);
// Returns how many transactions the journal has.
std::uint64_t writeBooks(StoredLedger& stored, const std::filesystem::path& file);
// Seconds of wall time, its start included, until it has printed the balance of every grant.
double secondsToBalance(const BooksPeer& peer, const std::filesystem::path& file);

}  // namespace tools
