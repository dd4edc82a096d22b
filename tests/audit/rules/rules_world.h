// RulesWorld — a ledger with a grant to spend, and the audit rules over it. Amounts are in tiyn.
#pragma once

#include "audit/rules/audit_rules.h"
#include "audit/rules/table.h"
#include "tests/audit/world.h"

namespace audit::tests {

inline constexpr ledger::Visibility kPublicClass = ledger::Visibility::kPublic;
inline constexpr ledger::Visibility kScopedClass = ledger::Visibility::kScoped;
inline constexpr ledger::Visibility kPrivateClass = ledger::Visibility::kPrivate;
inline constexpr std::int64_t kDay = 24L * 60;  // minutes

ledger::Money kzt(std::int64_t minor);

class RulesWorld : public World {
 public:
  using Change = std::function<void(ledger::ExpenditureRecord&)>;

  RulesWorld();

  // An award of 1,000,000 tenge, its agreement over 100 days from today on, and its one tranche, paid out. Lines:
  // materials, labour, rent, office (administration) of 200,000 each, regrant of 100,000.
  ledger::GrantAward awarding(ledger::GrantClass grant_class = ledger::GrantClass::kOther);
  ledger::AgreementSign agreement(const ledger::SubjectId& granted);
  ledger::SubjectId agreed(const ledger::GrantAward& award);
  ledger::SubjectId paid(ledger::GrantClass grant_class = ledger::GrantClass::kOther);
  ledger::TrancheDisburse disbursing(const ledger::SubjectId& granted, std::int64_t minor);
  // A grant of that funder by an import, and its money, ready to be spent; and many expenditures by an import.
  ledger::SubjectId importedGrant(const ledger::SubjectId& of_funder, const ledger::SubjectId& to_grantee);
  void importSpending(const std::vector<ledger::ExpenditureRecord>& list);

  // From the line materials, to a vendor that no organisation is.
  ledger::ExpenditureRecord spending(const ledger::SubjectId& granted, std::int64_t minor, const Change& change = {});
  ledger::SubjectId spend(const ledger::SubjectId& granted, std::int64_t minor, const Change& change = {});
  ledger::SubjectId organisation(unsigned number);
  // A contract over 900,000 tiyn between funder and grantee.
  ledger::SubjectId contracted();
  // The policy auditThresholds with these.
  void threshold(const std::string& key, std::int64_t parameter,
                 ledger::RuleSeverity severity = ledger::RuleSeverity::kHigh);
  // Something of no interest happens, so that the log has today's date.
  void pass();

  // What the rule makes of the log; and of the log with what the front door would refuse.
  Outcome look(const char* rule) { return look(rule, entries()); }
  Outcome look(const char* rule, const std::vector<Act>& forgeries) { return look(rule, forged(forgeries)); }
  std::uint64_t raised(const char* rule) { return look(rule).raised; }
  std::uint64_t raised(const char* rule, const Act& forgery) { return look(rule, {forgery}).raised; }
  RulesReport report(const std::vector<Buffer>& log, std::vector<const Rule*> only = {});
  std::filesystem::path evidence;  // the folder that is given with it; empty: none

  ledger::CivilDay today() { return now().civilDay(); }

 private:
  Outcome look(const char* rule, const std::vector<Buffer>& log);
  int numbers_ = 0;
  std::vector<ledger::AuditThreshold> thresholds_;
};

// Of one actor, in the class of money.
inline Act act(const Actor& actor, ledger::CommandBody body) {
  return {actor, {std::move(body), ledger::Visibility::kPublic}};
}

}  // namespace audit::tests
