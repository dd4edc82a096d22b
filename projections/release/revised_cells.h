// RevisedCells — which cells beside one sum take their new values.
//
// Threads  pure functions.
#pragma once

#include <map>
#include <vector>

#include "projections/release/hiding.h"

namespace projections {

struct CellHistory {
  Crowd before;
  Crowd now;
  Crowd change;
  bool told = true;   // its old value is public: also the 0 of a cell that was not there
  bool held = false;  // it keeps that, whatever its change is
  bool revised = false;

  // What it says now is what there is.
  bool isCurrent() const { return told && (revised || change.empty()); }
};

// Whether the cell by itself may take its new value.
bool isRevisable(const CellHistory& cell, const SuppressionRule& rule);

// Whether nothing can be reckoned from them beside a sum that says what there is.
bool standsBeside(const std::vector<CellHistory*>& cells, const SuppressionRule& rule);

// Marks those that do; false: none, and their sum must not either. `sum_changes` says that it would.
bool reviseBeside(std::vector<CellHistory*>& cells, bool sum_changes, const SuppressionRule& rule);

}  // namespace projections
