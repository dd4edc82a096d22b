// LaterState — what the log says of the subjects that later kinds brought, beyond the state each of them is in.
//
// Shape    plain values, found by id; days are civil days, counted from 1970-01-01; amounts are minor units.
// Threads  single-thread.
#pragma once

#include <map>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "audit/replay/doer.h"
#include "audit/replay/id_maps.h"
#include "ledger/schema/command.capnp.h"

namespace audit {

namespace schema = ::ledger::schema;

// A subject of a later kind, or one of the first version once it has left its first state.
struct Life {
  std::string role;
  std::string state;
  std::int64_t opened_ms = 0;
  std::vector<std::pair<std::string, Id>> belongs;  // the other streams of the entry that opened it
};

struct Days {
  std::int64_t first = 0;
  std::int64_t last = 0;  // included; 0: open

  bool cover(std::int64_t day) const { return first <= day && (last == 0 || day <= last); }
};

struct Signup {
  Id shift{};
  Id volunteer{};
  std::int64_t checked_in_ms = 0;
};

struct Assignment {
  Id organisation{};
  std::optional<std::int64_t> first;  // none: not started yet
  std::int64_t last = 0;

  bool holds(std::int64_t day) const { return first && *first <= day && day <= last; }
};

struct Employment {
  Days days;
  std::int64_t week_minutes = 0;  // for each person
};

struct Call {
  Id funder{};
  Id programme{};
  schema::GrantClass grant_class = schema::GrantClass::OTHER;
  std::int64_t published_day = 0;
  std::string currency;
  std::int64_t budget = 0;
  Days days;
  std::map<std::string, unsigned> criteria;  // to their points at most
  IdSet experts;                             // drawn
  std::vector<Id> grants;                    // awarded on applications
};

struct Panel {
  Id call{};
  std::vector<Id> candidates;
  std::size_t drawn = 0;
  Hash seed{};
};

// On which a related expert's score does not count.
struct ScoreDays {
  std::int64_t said = 0;
  std::int64_t recorded = 0;
};

struct Application {
  Id call{};
  Id organisation{};
  std::string currency;
  std::int64_t amount = 0;
  Doer submitter;
  IdSet aside;                                             // experts who declared a conflict
  IdSet scorers;                                           // experts who scored it
  std::map<std::pair<Id, std::string>, ScoreDays> scores;  // by expert and criterion
};

struct Contract {
  std::string currency;
  std::int64_t amount = 0;
  Sum accepted = 0;  // of its deliverables
};

struct Donation {
  std::string currency;
  Sum received = 0;
  Sum allocated = 0;
  Id programme{};  // what it is restricted to; zeros: nothing
  bool receipted = false;
};

struct Obligation {
  Id grant{};
  schema::ReportKind kind = schema::ReportKind::NARRATIVE;
  std::int64_t due = 0;
};

struct Indicator {
  schema::FigureBasis basis = schema::FigureBasis::DERIVED;
  std::set<unsigned> targets;  // years
};

struct AuditCase {
  Id organisation{};
  Id grant{};  // zeros: none
  std::set<std::string> samples;
  std::vector<Id> findings;
  std::uint64_t opened = 0;  // index of the entry that opened it
};

struct AuditFinding {
  Id audit{};
  schema::Severity severity = schema::Severity::LOW;
};

struct Demand {
  Id grant{};
  std::int64_t amount = 0;
  bool settled = false;  // by the closing of the grant
};

struct Round {
  Id distinction{};
  Days days;
};

struct LaterState {
  IdMap<Life> lives;
  // Coordination.
  IdMap<Days> campaigns;
  std::map<std::string, Id> directions;  // by code
  std::set<std::string> participations;
  // People: person and organisation.
  std::map<std::pair<Id, Id>, std::vector<Days>> related;
  IdMap<std::int64_t> verified_from;  // organisations, to the first day on which one was verified
  IdMap<Employment> employments;
  IdMap<std::int64_t> appeal_until;  // by person: the last day to appeal against the newest suspension or exclusion
  IdMap<IdSet> set_aside_by;         // by person: who signed that one, first or second
  // Work.
  IdMap<Signup> signups;
  IdMap<IdSet> signed_up;                // by shift: volunteers whose sign-up is neither cancelled nor absent
  IdMap<std::int64_t> trainings;         // to their minutes
  std::set<std::pair<Id, Id>> attended;  // training, person
  IdMap<Assignment> assignments;
  IdMap<std::vector<Id>> stipended;  // by person: assignments offered with a stipend
  // Calls.
  IdMap<Call> calls;
  IdMap<Panel> panels;
  IdMap<Application> applications;
  std::set<std::pair<Id, Id>> applied;  // call, organisation
  IdMap<Contract> contracts;
  // Giving.
  IdMap<Donation> donations;
  // Accountability.
  IdMap<Obligation> obligations;
  IdMap<std::vector<Id>> obligations_of;  // by grant
  IdMap<Indicator> indicators;
  IdMap<AuditCase> audits;
  IdMap<std::vector<Id>> audits_of;  // by grant; those without one by organisation
  IdMap<IdSet> auditors;             // by grant; of audits without one by organisation
  IdMap<IdSet> auditors_at;          // by organisation, of all its audits
  IdMap<AuditFinding> findings;
  // Funding.
  IdMap<Demand> demands;
  IdSet regranted;  // disbursements of sub-awards that an expenditure of the parent names
  // Honours.
  IdMap<std::string> distinctions;  // to their codes
  std::map<std::string, Id> distinction_codes;
  IdMap<Round> rounds;
  IdMap<std::vector<Id>> rounds_of;  // by distinction
  IdMap<Id> admitted;                // nominations, to their rounds
  // Exchange.
  std::set<std::string> systems;
  std::set<std::pair<Id, std::string>> links;  // system, its id
};

// In that state, as far as a later kind has brought the subject there.
inline bool isIn(const LaterState& state, const Id& subject, std::string_view name) {
  const Life* life = find(state.lives, subject);
  return life != nullptr && life->state == name;
}

}  // namespace audit
