// Difference — are the tables what the log says? Made anew in a second database and compared row by row.
//
// Errors   those of the follower and the database. A difference is no error: it is the answer.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "projections/follower.h"

namespace projections {

struct Difference {
  std::string table;
  std::string held;      // the row as it stands in the database; empty where it is missing
  std::string expected;  // as the log makes it; empty where there should be none
};

struct Comparison {
  Bookmark bookmark;           // the size at which both were compared
  std::int64_t rows = 0;       // compared
  std::int64_t different = 0;  // in all; of each table the first kDifferencesShown are listed
  std::vector<Difference> differences;
};
inline constexpr std::size_t kDifferencesShown = 20;

// Rebuilds at the size of the database's bookmark into `scratch`, a file that is made afresh and removed.
ledger::Result<Comparison> compareWithLog(Database& database, ledger::EventReader& reader,
                                          const std::filesystem::path& scratch, const FollowOptions& options = {});

}  // namespace projections
