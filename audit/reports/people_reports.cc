#include "audit/reports/people_reports.h"

#include <set>

namespace audit {
namespace {

// An assignment as it was offered, and how it stands.
struct Sent {
  Id person{};
  std::string country;
  std::int64_t from = 0;
  std::int64_t stipend = 0;
  std::string_view last;  // event that moved it on
};

struct SentCounts {
  std::set<Id> people;
  Sum assignments = 0;
  Sum under_way = 0;
  Sum completed = 0;
  Sum terminated = 0;

  void add(const Sent& sent) {
    people.insert(sent.person);
    ++assignments;
    if (sent.last == "AssignmentStarted") ++under_way;
    if (sent.last == "AssignmentCompleted") ++completed;
    if (sent.last == "AssignmentTerminated") ++terminated;
  }
  PeopleBehind behind() const { return {static_cast<std::int64_t>(people.size()), 0, assignments == 0}; }
};

void writeSent(const std::string& path, const SentCounts& counts, bool exact, bool hidden, ReportFigures& figures) {
  const auto write = [&](const char* name, Sum value) { figures[path + name] = {value, hidden}; };
  write("/people", counts.behind().people);
  write("/assignments", counts.assignments);
  // Of how many of them something became is a figure about fewer people.
  if (hidden) return;
  write("/underWay", exact ? counts.under_way : 0);
  write("/completed", exact ? counts.completed : 0);
  write("/terminated", exact ? counts.terminated : 0);
}

std::map<Id, Sent> sentOf(const Counting& counting) {
  std::map<Id, Sent> all;
  for (const Chronicled& told : counting.chronicle.of("assignment")) {
    Sent& sent = all[told.subject];
    if (told.command().isAssignmentOffer()) {
      const auto offer = told.command().getAssignmentOffer();
      sent = {idOf(offer.getPerson()), stringOf(offer.getCountry()), offer.getFrom(),
              offer.hasStipend() ? offer.getStipend().getMinor() : 0, told.event};
    } else if (!told.command().isAssignmentExtend()) {
      sent.last = told.event;
    }
  }
  return all;
}

// A nomination, and what became of it.
struct Honour {
  std::string distinction;
  std::string_view decided;  // the last of nomination, conferral and revocation
  std::int64_t day = 0;
  std::optional<std::int64_t> votes;
  std::optional<std::int64_t> points;
};

void goOnWith(const Chronicled& told, Honour& honour) {
  const auto command = told.command();
  if (command.isAwardNominate()) honour.distinction = stringOf(command.getAwardNominate().getDistinction());
  if (command.isVoteTally()) honour.votes = command.getVoteTally().getVotes();
  if (command.isCommissionScore()) honour.points = command.getCommissionScore().getPoints();
  if (!command.isAwardNominate() && !command.isAwardConfer() && !command.isAwardRevoke()) return;
  honour.decided = told.event;
  honour.day = told.day;
}

}  // namespace

void countDeployments(const Counting& counting, ReportFigures& figures) {
  std::map<Id, std::set<Id>> organisations;  // by emergency
  IdMap<Id> emergencies;                     // by deployment
  std::map<Id, std::string> told_of;         // emergencies of the days asked for, by their paths
  for (const Chronicled& told : counting.chronicle.of("emergency")) {
    if (told.command().isEmergencyDeclare() && counting.asked.days.hold(told.day))
      told_of[told.subject] = pathOf({"emergencies", idText(told.subject)});
  }
  const bool hidden = !counting.asked.exact;
  for (const auto& [id, path] : told_of) {
    for (const char* name : {"/organisations", "/asked", "/served"}) figures[path + name].hidden = hidden;
  }
  for (const Chronicled& told : counting.chronicle.of("deployment")) {
    const auto command = told.command();
    if (command.isDeploymentOrder()) emergencies[told.subject] = idOf(command.getDeploymentOrder().getEmergency());
    const auto place = told_of.find(emergencies[told.subject]);
    if (place == told_of.end()) continue;
    const std::string own = place->second + pathOf({"deployments", idText(told.subject)});
    const bool ends = command.isDeploymentEnd();
    const Sum people = ends ? command.getDeploymentEnd().getPeople() : command.getDeploymentOrder().getPeople();
    figures[place->second + (ends ? "/served" : "/asked")].value += people;
    if (!hidden) figures[own + (ends ? "/served" : "/asked")].value = people;
    if (ends) continue;
    auto& others = organisations[place->first];
    others.insert(idOf(command.getDeploymentOrder().getOrganisation()));
    figures[place->second + "/organisations"].value = static_cast<Sum>(others.size());
  }
}

void countAssignments(const Counting& counting, ReportFigures& figures) {
  const bool exact = counting.asked.exact;
  SentCounts total;
  std::map<std::string, SentCounts> countries;
  for (const auto& [id, sent] : sentOf(counting)) {
    if (!counting.asked.days.hold(sent.from)) continue;
    total.add(sent);
    countries[sent.country].add(sent);
    if (exact) figures[pathOf({"assignments", idText(id), "stipend"})].value = sent.stipend;
  }
  // By country, or of some days, it would be of fewer people.
  const bool few = !counting.asked.days.areAll() || tooFew(total.behind(), boundsOf(counting.state, counting.facts));
  writeSent("/total", total, exact, !exact && few, figures);
  for (const auto& [code, counts] : countries) writeSent(pathOf({"countries", code}), counts, exact, !exact, figures);
}

void countAwards(const Counting& counting, ReportFigures& figures) {
  std::map<Id, Honour> all;
  for (const Chronicled& told : counting.chronicle.of("award")) goOnWith(told, all[told.subject]);
  for (const auto& [id, honour] : all) {
    if (!counting.asked.days.hold(honour.day)) continue;
    const std::string path = pathOf({"distinctions", honour.distinction});
    if (honour.decided == "AwardConferred") ++figures[path + "/conferred"].value;
    if (honour.decided == "AwardRevoked") ++figures[path + "/revoked"].value;
    if (!counting.asked.exact) continue;
    ++figures[path + "/nominated"].value;
    const std::string own = pathOf({"awards", idText(id)});
    if (honour.votes) figures[own + "/votes"].value = *honour.votes;
    if (honour.points) figures[own + "/points"].value = *honour.points;
  }
}

}  // namespace audit
