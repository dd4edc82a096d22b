#include "projections/oversight/corrections.h"

#include "projections/oversight/corrections_sql.h"
#include "projections/oversight/named_fields.h"

namespace projections {
namespace {

using ledger::Result;
using ledger::SubjectId;

// The figure that a kind of command takes the place of, and the one it sets.
class Figures {
 public:
  Figures(const StandingFigures& standing, CorrectionRow& row) : standing_(standing), row_(row) {}

  // Each is false where the command corrects nothing.
  bool take(const ledger::HoursCorrect& command) { return hours(command.hours, command.minutes); }
  bool take(const ledger::HoursVoid& command) { return hours(command.hours, {}); }
  bool take(const ledger::HoursResolve& command) {
    return hours(command.hours, command.minutes) && row_.before != row_.after;
  }
  bool take(const ledger::ExpenditureCorrect& command) {
    return expenditure(command.grant, command.expenditure) && set(command.amount.minor);
  }
  bool take(const ledger::ExpenditureVoid& command) {
    return expenditure(command.grant, command.expenditure) && set(0);
  }
  bool take(const ledger::ExpenditureDisallow& command) {
    return expenditure(command.grant, command.expenditure) && less(command.amount.minor);
  }
  bool take(const ledger::ExpenditureReverse& command) {
    if (command.original.isNone()) return false;
    return expenditure(command.grant, command.original) && less(command.amount.minor);
  }
  bool take(const ledger::DisbursementReverse& command) {
    const DisbursementRow* paid = standing_.grants.disbursement(command.disbursement);
    if (paid == nullptr) return false;
    ofGrant(command.grant);
    row_.original = command.disbursement;
    row_.original_index = paid->since;
    row_.before = paid->amount - paid->reversed;
    return less(command.amount.minor);
  }
  bool take(const ledger::CreditReverse& command) {
    const CreditRow* credit = standing_.credits.credit(command.credit);
    if (credit == nullptr) return false;
    row_.original_index = credit->since;
    row_.organisation = credit->organisation;
    row_.unit = "credits";
    row_.before = static_cast<std::int64_t>(credit->credits);
    return set(0);
  }
  bool take(const ledger::AwardRevoke& /*command*/) { return true; }
  bool take(const ledger::ImportVoid& /*command*/) { return true; }
  template <class Other>
  bool take(const Other& /*command*/) {
    return false;
  }

 private:
  bool set(std::int64_t after) {
    row_.after = after;
    return true;
  }
  bool less(std::int64_t amount) { return set(*row_.before - amount); }

  bool hours(SubjectId id, ledger::Minutes after) {
    const HoursEntryRow* entry = standing_.hours.entry(id);
    if (entry == nullptr) return false;
    row_.original_index = entry->since;
    row_.organisation = entry->organisation;
    row_.unit = "minutes";
    row_.before = entry->minutes.count();
    return set(after.count());
  }
  void ofGrant(SubjectId id) {
    const GrantRow* grant = standing_.grants.grant(id);
    if (grant == nullptr) return;
    row_.organisation = grant->grantee;
    row_.unit = std::string(grant->currency.code());
  }
  bool expenditure(SubjectId grant, SubjectId id) {
    const ExpenditureRow* spent = standing_.grants.expenditure(id);
    if (spent == nullptr) return false;
    ofGrant(grant);
    row_.original = id;
    row_.original_index = spent->since;
    row_.before = spent->standing();
    return true;
  }

  const StandingFigures& standing_;
  CorrectionRow& row_;
};

}  // namespace

std::string_view Corrections::sql() const {
  return kCorrectionsSql;
}

Result<void> Corrections::load(Database& /*database*/) {
  rows_.forget();
  return {};
}

Result<void> Corrections::fold(const Fact& fact) {
  const ledger::CommandBody& body = fact.command->body;
  CorrectionRow row;
  if (!visit([&](const auto& command) { return Figures(standing_, row).take(command); }, body)) return {};
  const ledger::KindTraits& traits = ledger::traitsOf(body.kind());
  const NamedFields fields = namedFieldsOf(body);
  row.index = fact.index;
  row.stated_index = fact.stated;
  row.event = std::string(traits.event);
  row.visibility = traits.inherits ? fact.visibility : traits.visibility;
  row.subject = primaryOf(body);
  row.day = fields.day;
  row.recorded_at = fact.recorded_at;
  row.reason = fields.reason;
  row.batch = fact.batch;
  rows_.add(std::move(row));
  return {};
}

}  // namespace projections
