// What everybody may read of organisations, programmes and projects, at random; and projects that are proposed,
// approved and started, or in the wrong order.
#include "tests/audit/random_history.h"

namespace audit::tests {

using namespace ledger;

Names RandomHistory::names() {
  Names all{"a", "b", "c"};
  if (chance(8)) all.ru = one(std::vector<std::string>{"\u0430b", "a\u0306", "a\u200Bb", "\u0430\u0431 b"});
  return all;
}

std::string RandomHistory::number() {
  if (chance(6)) return "org/kz-iin-1";
  if (chance(6)) return chance(70) ? "901231400003" : "901231400004";
  return chance(80) ? binOf(static_cast<unsigned>(10 + below(9))) : "KZ-BIN-" + std::to_string(below(9));
}

// Programmes, and projects that start at once or after a proposal.
CommandBody RandomHistory::ofProjects() {
  auto& w = world;
  const auto day = w.now().civilDay();
  const SubjectId programme = chance(85) ? w.programme : life(StreamRole::kProgramme);
  ProjectPropose proposed{w.subject(), programme,
                          w.grantee,   chance(90) ? "KZ-AST" : "KZAST",
                          day,         day + 9 - static_cast<CivilDay>(below(11)),
                          names(),     w.digest(),
                          recent()};
  switch (proposed_.empty() ? below(4) : below(9)) {
    case 0:
      return ProgrammeDefine{w.subject(), w.office, "d" + std::to_string(below(9)), names(),
                             chance(80) ? SubjectId{} : life(StreamRole::kMeasure)};
    case 1:
    case 2:
      return proposed;
    case 3:
      break;
    case 4:
    case 5:
      return ProjectApprove{one(proposed_).project, {}, recent()};
    default:
      proposed = chance(60) ? proposed_.back() : one(proposed_);
      if (chance(15)) ++proposed.to;
      if (chance(5)) proposed.names.en = "d";
  }
  return ProjectStart{proposed.project, proposed.programme, proposed.organisation, proposed.region,
                      proposed.from,    proposed.to,        proposed.names};
}

}  // namespace audit::tests
