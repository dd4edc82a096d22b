// HoursWorld — volunteers, activities and their hours, and the audit rules over them. Minutes are whole.
#pragma once

#include "tests/audit/rules/rules_world.h"

namespace audit::tests {

class HoursWorld : public RulesWorld {
 public:
  using Claiming = std::function<void(ledger::HoursClaim&)>;
  using Attesting = std::function<void(ledger::HoursAttest&)>;

  // Of the project of the world, from now on; at home, where no place is told.
  ledger::SubjectId scheduled(std::int64_t minutes = 600, const std::string& place = {});
  ledger::SubjectId scheduledIn(const ledger::SubjectId& project_of, std::int64_t minutes = 600);

  // In the role `helper`, begun that many minutes ago, with its end.
  ledger::HoursClaim claiming(const Actor& who, const ledger::SubjectId& where, std::int64_t ago_minutes,
                              std::int64_t minutes);
  ledger::HoursAttest attesting(const ledger::HoursClaim& claim, const Attesting& change = {});
  // Claimed by the volunteer and attested by the attestor; through the front door, or as the acts of a forger.
  ledger::SubjectId serve(const ledger::HoursClaim& claim, const Attesting& change = {});
  std::vector<Act> served(const ledger::HoursClaim& claim, const Attesting& change = {});
  std::vector<Act> servedBefore(const ledger::HoursClaim& claim, const Actor& who_attests,
                                const Attesting& change = {});
  std::vector<Act> servedAll(const std::vector<ledger::HoursClaim>& claims);
  // Imported, so that they stand and nobody attested them.
  void importHours(const std::vector<ledger::HoursClaim>& claims);

  std::uint64_t raisedBy(const char* rule, const std::vector<Act>& forgeries) { return look(rule, forgeries).raised; }

 private:
  // Volunteers sign their own claims.
  Actor actorOf(const ledger::PersonId& person);
  std::vector<Actor> known_;
};

// Of one actor, in the class of persons.
inline Act personal(const Actor& actor, ledger::CommandBody body) {
  return {actor, {std::move(body), ledger::Visibility::kPrivate}};
}
inline std::vector<Act> joined(std::vector<Act> list, const std::vector<Act>& more) {
  list.insert(list.end(), more.begin(), more.end());
  return list;
}

}  // namespace audit::tests
