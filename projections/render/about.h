// About — what a file says of its own origin, so that whoever gets it alone can ask for it again.
//
// Threads  a pure function.
#pragma once

#include "projections/render/document.h"

namespace projections {

// The report, the query, the log, its size and root, the licence; that it is a demonstration, where it is one.
std::vector<Particular> aboutOf(const Document& document);

}  // namespace projections
