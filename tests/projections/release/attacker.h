// Attacker — who knows who served where, has every release, exact as if nothing was rounded, and subtracts: parents
// less their children, new values less old ones, one table from another. Shares no code with what hides.
//
// Shape    a figure is a sum over persons; what is reckoned from several is one, too. A leak is a figure that is not 0
//          for some persons, but for fewer than the bound, or where one or two of them hold most of it.
#pragma once

#include <map>
#include <set>
#include <string>
#include <vector>

#include "projections/release/revision.h"

namespace projections::tests {

class Attacker {
 public:
  Attacker(std::int64_t least, std::int64_t least_with_minors) : least_(least), least_with_minors_(least_with_minors) {}

  // A figure by person; `told` is whether it was published.
  struct Known {
    std::map<std::uint32_t, std::int64_t> old_value;
    std::map<std::uint32_t, std::int64_t> new_value;
    bool told = false;
    bool revised = false;

    const std::map<std::uint32_t, std::int64_t>& newest() const { return revised ? new_value : old_value; }
  };
  using Figure = std::map<std::uint32_t, std::int64_t>;
  using Children = std::map<std::string, Known>;

  void minor(std::uint32_t person) { minors_.insert(person); }
  // Every figure, and by how much it was revised.
  void read(const std::string& name, const Known& known);
  // A sum, and what is in it.
  void subtract(const std::string& name, const Known& parent, const Children& children);
  // The same hours in two tables: what lies in `columns` of the one, less the rows that lie wholly in them.
  void cross(const std::string& name, const std::map<std::string, std::map<std::string, Figure>>& by_row_and_column,
             const std::set<std::string>& rows_told, const std::set<std::string>& columns_told);

  const std::vector<std::string>& leaks() const { return leaks_; }

 private:
  void judge(const std::string& name, const Figure& figure);
  static Figure less(Figure figure, const Figure& other);

  std::int64_t least_;
  std::int64_t least_with_minors_;
  std::set<std::uint32_t> minors_;
  std::vector<std::string> leaks_;
};

// All that is derived from these releases; the first of it that leaks, or nothing.
std::string firstLeak(const YearSource& source, const YearFigures& year, const SuppressionRule& rule);

}  // namespace projections::tests
