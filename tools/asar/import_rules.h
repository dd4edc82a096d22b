// Import rules — to which elements of a row a rule of a mapping applies, and how often.
//
// Shape    a rule with `each` applies to every element of that list of the row, where its conditions hold; with `once`
//          only the first time its text appears. A text whose element came to nothing has not appeared.
// Errors   kInvalid of conditions and texts, as import_values.h says.
// Threads  one.
#pragma once

#include <functional>
#include <set>
#include <string>
#include <vector>

#include "tools/asar/import_values.h"

namespace tools {

// The texts of `once` that have appeared.
class OnceTexts {
 public:
  // False where it has appeared before.
  bool take(const std::string& text);
  void beginRow() { of_row_.clear(); }
  // The row is not taken: what it brought first has not appeared yet.
  void forgetRow();
  void forget(const std::string& text);

 private:
  std::set<std::string> taken_;
  std::vector<std::string> of_row_;
};

// Elements of the list a rule repeats over; one without name where it does not.
std::vector<std::string> elementsOf(const std::string& each, const ImportRow& row);

// Calls `take` with scope.element set, for each element that the rule applies to; it says whether something came of it.
ledger::Result<void> applyRule(const ImportRule& rule, ImportScope& scope, OnceTexts& once,
                               const std::function<ledger::Result<bool>()>& take);

}  // namespace tools
