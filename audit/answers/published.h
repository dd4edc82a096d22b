// Published — figures as somebody published them, to be compared with those counted anew.
//
// Shape    either the figures.json of a bundle, or what `asar report national --json` prints. National figures by the
//          paths of national.h; null is a figure that was hidden. A report that hides none says no bounds.
// Errors   what cannot be read as either is left open, and so are figures of a period, which nobody counts anew yet.
// Threads  value types and pure functions.
#pragma once

#include <map>
#include <optional>

#include "audit/verify/national.h"

namespace audit {

struct Published {
  std::string name;  // of the file
  std::uint64_t size = 0;
  std::string root;     // in hex
  std::string figures;  // the text of a figures.json; else empty, and:
  std::map<std::string, std::optional<std::int64_t>> national;
  bool exact = false;  // it hides nothing
};

std::optional<Published> readPublished(const std::string& name, Bytes text, Findings& findings);

// National figures alone. A figure that has to be hidden is never told in a finding, nor compared where it is hidden.
void compareNational(const Published& published, const NationalFigures& counted, Findings& findings);

}  // namespace audit
