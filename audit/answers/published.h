// Published — figures as somebody published them, to be compared with those counted anew.
//
// Shape    the figures.json of a bundle, what `recompute` told as JSON, or what `asar --json report` prints of the
//          country, a grant, service, or of the kinds that report_kinds.h has; of all days or of some. Figures by the
//          paths of national.h; null is a figure that was hidden. A report on the country that hides none says no
//          bounds.
// Errors   what cannot be read as one of these is left open.
// Threads  value types and pure functions.
#pragma once

#include <map>
#include <optional>

#include "audit/base/finding.h"
#include "audit/reports/report_kinds.h"

namespace audit {

enum class PublishedKind { kFigures, kNational, kGrant, kService, kReport, kTold };

struct Published {
  std::string name;  // of the file
  std::uint64_t size = 0;
  std::string root;  // in hex
  PublishedKind kind = PublishedKind::kFigures;
  std::string figures;  // the text of a figures.json, and of kTold; else empty, and by_path has them
  std::string period;   // of kTold: the days as it names them; empty: every day
  std::map<std::string, std::optional<std::int64_t>> by_path;
  const ReportKind* report = nullptr;  // of kReport
  std::size_t left_open = 0;           // figures of it that are not counted anew
  ReportAsked asked;
};

std::optional<Published> readPublished(const std::string& name, Bytes text, Findings& findings);

// All but a figures.json and kTold. A figure that has to be hidden is never told in a finding, nor compared where it is
// hidden.
void comparePublished(const Published& published, const NationalFigures& counted, Findings& findings);

}  // namespace audit
