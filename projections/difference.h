// Difference — are the tables of two databases the same? Compared row by row in the order of their keys, on the columns
// that both have.
//
// Errors   those of the follower and the databases. A difference is no error: it is the answer.
#pragma once

#include <filesystem>
#include <functional>
#include <string>
#include <vector>

#include "projections/follower.h"

namespace projections {

struct Difference {
  std::string table;
  std::string held;      // the row as it stands in the database; empty where it is missing
  std::string expected;  // as the other one has it; empty where there should be none
};

struct ComparedColumn {
  std::string name;
  std::int64_t different = 0;  // rows of both in which it differs
};

struct ComparedTable {
  std::string name;
  std::vector<ComparedColumn> columns;  // in both; none where a part of the key is in one of them only: not compared
  std::vector<std::string> added;       // only in the expected one
  std::vector<std::string> removed;     // only in the held one
  std::int64_t rows = 0;                // compared, those that only one of them has among them
  std::int64_t different = 0;
  std::int64_t one_sided = 0;  // of these, rows that only one of them has
};

struct Comparison {
  Bookmark bookmark;           // the size at which both were compared
  std::int64_t rows = 0;       // compared
  std::int64_t different = 0;  // in all; of each table the first kDifferencesShown are listed
  std::vector<ComparedTable> tables;
  std::vector<Difference> differences;
};
inline constexpr std::size_t kDifferencesShown = 20;

// Called now and then with the rows compared so far.
using OnRows = std::function<void(std::int64_t rows)>;

// The views of this program's projections and their indexes, in `held` and in `expected`, which both stand at
// `bookmark`.
ledger::Result<Comparison> compareTables(Database& held, Database& expected, const Bookmark& bookmark,
                                         const OnRows& on_rows = {});

// With the tables made anew at the size of the database's bookmark in `scratch`, a file that is made afresh and
// removed.
ledger::Result<Comparison> compareWithLog(Database& database, ledger::EventReader& reader,
                                          const std::filesystem::path& scratch, const FollowOptions& options = {});

}  // namespace projections
