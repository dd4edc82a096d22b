// Published — figures as somebody published them, to be compared with those counted anew.
//
// Shape    the figures.json of a bundle, or what `asar report national|grant|service --json` prints, of all days or of
//          some. Figures by the paths of national.h; null is a figure that was hidden. A report that hides none says no
//          bounds.
// Errors   what cannot be read as one of these is left open.
// Threads  value types and pure functions.
#pragma once

#include <map>
#include <optional>

#include "audit/base/finding.h"
#include "audit/verify/national.h"

namespace audit {

enum class PublishedKind { kFigures, kNational, kGrant, kService };

struct Published {
  std::string name;  // of the file
  std::uint64_t size = 0;
  std::string root;  // in hex
  PublishedKind kind = PublishedKind::kFigures;
  std::string figures;  // the text of a figures.json; else empty, and:
  std::map<std::string, std::optional<std::int64_t>> by_path;
  DayRange days;
  Id subject{};        // the grant or the volunteer
  bool exact = false;  // it hides nothing
};

std::optional<Published> readPublished(const std::string& name, Bytes text, Findings& findings);

// All but a figures.json. A figure that has to be hidden is never told in a finding, nor compared where it is hidden.
void comparePublished(const Published& published, const NationalFigures& counted, Findings& findings);

}  // namespace audit
