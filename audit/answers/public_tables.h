// PublicTables — the tables of money in the public archive, made anew from its entries.
//
// Shape    a row for each entry of one kind, or for each item of one of its lists; what each grant comes to, added up.
// Units    minor units, civil days, moments with their offset.
// Threads  single-thread.
// Source   ledger/schema/README.md, sections 7, 11 and 12.
#pragma once

#include <map>
#include <nlohmann/json_fwd.hpp>
#include <set>
#include <string>
#include <vector>

#include "audit/answers/stream_figures.h"

namespace audit {

// What took effect, and is public.
struct PublicFact {
  std::uint64_t index = 0;   // where it took effect
  std::uint64_t stated = 0;  // of its own entry: a proposal stands before
  std::int64_t recorded_at = 0;
  Id batch{};  // of the import it came with; zeros: none
  schema::Command::Reader command;
};

class PublicTables {
 public:
  // In the order in which they took effect, each with its command as JSON. Readers have to stay valid.
  void take(const PublicFact& fact, const nlohmann::json& body);
  // CSV by name of the member: money/grants.csv. Those without rows, too.
  std::map<std::string, std::string> members() const;

 private:
  // An award with what befell its money.
  struct Account {
    std::uint64_t index = 0;
    Id grant{};
    std::string id, number, currency;
    std::vector<std::pair<schema::Command::Reader, Id>> commands;  // with the batch of each
  };

  void takeMoney(const PublicFact& fact, const nlohmann::json& body);
  std::string figuresOf(const Account& account) const;

  std::map<std::string, std::string> rows_;  // by name of the table
  std::map<std::string, Account> accounts_;  // by the grant's id
  std::vector<std::string> order_;           // of the awards
  std::set<Id> voided_;                      // batches
};

}  // namespace audit
