// Publications — figures about people are made public: months, the organisations of a quarter, and the one revision of
// a year. Their tables are made from the log as it is then, as the program makes them.
#pragma once

#include <memory>

#include "tests/sample/year.h"

namespace projections {
class Database;
}  // namespace projections

namespace sample {

class Publications {
 public:
  explicit Publications(Year& year);
  ~Publications();
  void week(std::size_t week);

 private:
  void publish(std::string_view period);

  Year& year_;
  std::unique_ptr<projections::Database> tables_;  // read models of what the signers have seen
};

}  // namespace sample
