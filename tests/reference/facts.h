// Facts — all the reference model knows: who holds which role, what there is, and the list of what happened.
//
// Shape    plain lists. Nothing is kept beside them: each question reads the list from its beginning, so that the
//          model shares no idea with the ledger's tables but the page it was written from.
// Units    minutes; minor units; UTC milliseconds.
// Threads  one.
// Source   ledger/schema/README.md, sections 5 and 6.
#pragma once

#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "ledger/event/values.h"

namespace reference {

struct Appointment {
  ledger::PersonId person;
  ledger::Role role{};
  ledger::SubjectId scope;  // none: the whole ledger
  ledger::UtcMs granted_at = 0;
  ledger::UtcMs valid_to = 0;  // 0: without an end
};

struct Activity {
  ledger::SubjectId organisation;
  ledger::CivilDay project_from = 0;
  ledger::CivilDay project_to = 0;
  ledger::Instant starts;
  ledger::Instant ends;
};

struct LimitsInForce {
  ledger::Position position = 0;
  ledger::CivilDay from = 0;
  ledger::CivilDay to = 0;  // 0: open
  ledger::HoursLimits limits;
};

// What stands before a history begins, and does not change in it.
struct Scene {
  std::vector<Appointment> appointments;
  std::map<ledger::PersonId, ledger::AgeBand> persons;
  std::set<ledger::SubjectId> organisations;
  std::set<ledger::SubjectId> programmes;
  std::map<ledger::SubjectId, Activity> activities;
  std::vector<LimitsInForce> limits;  // in the order of their endorsements
  std::set<ledger::SubjectId> ids;    // every id given away
};

// Something that took effect.
struct Fact {
  ledger::Position index = 0;
  ledger::UtcMs recorded_at = 0;
  ledger::PersonId signer;  // of the proposal, where two were needed
  std::optional<ledger::PersonId> endorser;
  ledger::Assurance assurance{};
  ledger::CommandBody body;
};

struct Proposal {
  ledger::Digest leaf;
  ledger::Position index = 0;
  ledger::UtcMs recorded_at = 0;
  ledger::PersonId signer;
  ledger::Assurance assurance{};
  bool open = true;
  ledger::CommandBody body;
};

// Who asks, and when.
struct Asking {
  ledger::PersonId person;
  std::optional<ledger::PersonId> endorser;
  ledger::Assurance assurance{};
  ledger::UtcMs recorded_at = 0;
  ledger::Position index = 0;
};

// Rules the model can be told wrongly, to show that a wrong one is found.
enum class Fault {
  kNone,
  kDayOf1441,            // a day holds a minute more
  kDayNotSplit,          // all minutes lie on the first day
  kTouchingOverlaps,     // two services of which one ends when the other begins
  kCorrectionForgotten,  // the minutes first attested stand
  kOnlyLastBalance,      // money on hand is asked for after all movements, not at each
  kReversalForgotten,    // a disbursement taken back is still there
  kDisallowedIsSpent,    // a disallowed amount stays spent
  kLineUnbounded,        // the budget of a line is not asked for
  kPayerMayApprove,      // who paid approves
  kSplitNotAsked,        // a second entry of a day needs no word
  kLateAlone,            // late facts need nobody
};

struct World {
  Scene scene;
  std::vector<Fact> facts;
  std::vector<Proposal> proposals;
  std::uint16_t rules = 3;
  Fault fault = Fault::kNone;

  bool isTold(Fault wrong) const { return fault == wrong; }
};

// All names by which a command may be refused, as its faults have no order; none: it is accepted.
using Refusals = std::set<std::string>;

struct Verdict {
  Refusals names;
  bool needs_second = false;
  ledger::Position policy = 0;
  std::set<ledger::Flag> flags;

  void refuseIf(bool broken, const char* name) {
    if (broken) names.insert(name);
  }
};

// Calls `visit` with each fact of one kind, in order.
template <class Body, class Visit>
void each(const World& world, Visit visit) {
  for (const Fact& fact : world.facts) {
    if (const auto* body = fact.body.as<Body>()) visit(fact, *body);
  }
}

// A role that counts at that moment, in that scope or everywhere; nullopt: in any scope.
bool holds(const World& world, const ledger::PersonId& person, ledger::Role role,
           std::optional<ledger::SubjectId> scope, ledger::UtcMs at);

// The id stands for something already.
bool isTaken(const World& world, const ledger::SubjectId& id);

// A moment too late to have happened.
bool isFuture(ledger::UtcMs moment, const Asking& asking);

}  // namespace reference
