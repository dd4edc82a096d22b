#include "audit/verify/national_facts.h"

#include <algorithm>

namespace audit {
std::string regionOf(const Id& stream) {
  const auto end = std::find(stream.begin(), stream.end(), 0);
  return {stream.begin(), end};
}

const std::string& NationalFacts::directionOf(const Id& programme) const {
  static const auto& none = *new std::string;
  const auto* direction = find(directions_, programme);
  return direction == nullptr ? none : *direction;
}

const std::string& NationalFacts::regionOfOrganisation(const Id& organisation) const {
  static const auto& none = *new std::string;
  const auto* region = find(regions_, organisation);
  return region == nullptr ? none : *region;
}

NationalFacts::Place NationalFacts::placeOf(const State& state, const Id& activity_id) const {
  const Activity* activity = find(state.activities, activity_id);
  const Project* project = activity != nullptr ? find(state.projects, activity->project) : nullptr;
  if (project == nullptr) return {};
  return {regionOf(project->region), directionOf(project->programme)};
}

void NationalFacts::take(const State& state, const Case& c, schema::Command::Reader command) {
  last_day_ = civilDay(c.recorded_at, kEastMinutes);
  grants_.take(c, command);
  if (command.isProgrammeDefine()) {
    const auto programme = command.getProgrammeDefine();
    directions_.try_emplace(idOf(programme.getProgramme()), stringOf(programme.getDirection()));
  } else if (command.isOrganisationRegister()) {
    const auto organisation = command.getOrganisationRegister();
    ++organisations_[stringOf(organisation.getRegion())];
    regions_.insert_or_assign(idOf(organisation.getOrganisation()), stringOf(organisation.getRegion()));
  } else if (command.isProjectStart()) {
    const auto project = command.getProjectStart();
    started_.emplace(directionOf(idOf(project.getProgramme())), idOf(project.getOrganisation()));
  } else if (command.isAttendanceSummarise()) {
    const auto summary = command.getAttendanceSummarise();
    const Shift* shift = find(state.shifts, idOf(summary.getShift()));
    if (summary.getState() != schema::AttendanceState::COMPLETED || shift == nullptr) return;
    attendance_.push_back({shift->activity, summary.getPeople(), summary.getMinutes(), civilDay(shift->starts),
                           c.imported() ? c.batch : Id{}});
  } else if (command.isAwardConfer()) {
    const auto conferred = command.getAwardConfer();
    conferred_.insert_or_assign(idOf(conferred.getAward()), civilDay(Moment::of(conferred.getOccurredAt())));
  } else if (command.isImportVoid()) {
    const Id batch = idOf(command.getImportVoid().getBatch());
    std::erase_if(attendance_, [&](const Attendance& one) { return one.batch == batch; });
  }
}

}  // namespace audit
