#include "ledger/rules/new_id.h"

#include "ledger/rules/proposing.h"
#include "ledger/rules/refusal.h"

namespace ledger {
namespace {

struct Giver {
  using Given = std::optional<SubjectId>;
  const KindTraits& traits;

  Given operator()(const OfficeEstablish& c) const { return c.office; }
  Given operator()(const OrganisationRegister& c) const { return c.organisation; }
  Given operator()(const PersonRegister& c) const { return SubjectId{c.person.bytes}; }
  Given operator()(const ProgrammeDefine& c) const { return c.programme; }
  Given operator()(const ProjectStart& c) const { return c.project; }
  Given operator()(const ActivitySchedule& c) const { return c.activity; }
  Given operator()(const ShiftOpen& c) const { return c.shift; }
  Given operator()(const HoursClaim& c) const { return c.hours; }
  Given operator()(const GrantAward& c) const { return c.grant; }
  Given operator()(const TrancheDisburse& c) const { return c.disbursement; }
  Given operator()(const ExpenditureRecord& c) const { return c.expenditure; }
  Given operator()(const ExpenditureReverse& c) const { return c.reversal; }
  Given operator()(const RefundSend& c) const { return c.refund; }
  Given operator()(const AwardNominate& c) const { return c.award; }
  Given operator()(const ImportRecord& c) const { return c.part == 0 ? Given(c.batch) : std::nullopt; }
  template <class Other>
  Given operator()(const Other& c) const {
    Given given;
    if constexpr (kIsLaterKind<Other>) {
      if (!traits.opens()) return given;
      eachSubject(c, [&](StreamRole role, const SubjectId& id) {
        if (role == traits.streams.front()) given = id;
      });
    }
    return given;
  }
};

}  // namespace

std::optional<SubjectId> newIdOf(const Command& command) {
  return visit(Giver{traitsOf(kindOf(command))}, command.body);
}

Result<void> checkNewId(const State& state, const Command& command) {
  const auto id = newIdOf(command);
  const auto* start = command.body.as<ProjectStart>();
  const bool opened_before = start != nullptr && isProposed(state, start->project);
  if (!id || opened_before) return {};
  const auto* given = state.ids.find(*id);
  if (given == nullptr) return {};
  return refuse("ID_TAKEN", "the id " + id->text() + " was given at index " + std::to_string(*given) +
                                " already: use a new random id");
}

void giveIds(State& state, const Command& command, Position index) {
  // A project that was proposed has its id from there.
  if (const auto id = newIdOf(command); id && !state.ids.has(*id)) state.ids.edit(*id) = index;
  const auto* found = command.body.as<LedgerFound>();
  if (found == nullptr) return;
  for (const Authority& authority : found->authorities) state.ids.edit(SubjectId{authority.person.bytes}) = index;
}

}  // namespace ledger
