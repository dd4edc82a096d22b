#include "projections/render/about.h"

#include "projections/language/form_phrases.h"
#include "projections/render/cells.h"

namespace projections {

namespace p = phrases;

std::vector<Particular> aboutOf(const Document& document) {
  const Cells cells(document.language);
  const Stamp& stamp = document.stamp;
  std::vector<Particular> about;
  const auto tell = [&](const Phrase& name, Cell value) {
    if (!value.shown.empty()) about.push_back({name.in(document.language), std::move(value)});
  };
  tell(p::kReport, document.title);
  tell(p::kAboutWhat, document.subtitle);
  if (stamp.period) {
    tell(p::kFirstDay, cells.longDay(stamp.period->from));
    tell(p::kLastDay, cells.longDay(stamp.period->to));
  }
  tell(p::kQuery, document.query);
  tell(p::kLog, stamp.origin);
  tell(p::kCheckpointSize, cells.count(static_cast<std::int64_t>(stamp.size)));
  tell(p::kCheckpointRoot, stamp.root.hex());
  tell(p::kLicence, document.open ? Cell(std::string("CC BY 4.0, https://creativecommons.org/licenses/by/4.0/"))
                                  : cells.phrase(p::kNotForPublication));
  if (stamp.demo) tell(p::kNote, p::kDemonstration.in(document.language));
  return about;
}

}  // namespace projections
