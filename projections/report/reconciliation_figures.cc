#include "projections/report/reconciliation_figures.h"

#include <algorithm>
#include <set>

#include "ledger/schema/words/words.h"
#include "projections/columns.h"

namespace projections {
namespace {

using ledger::Error;
using ledger::ErrorCode;
using ledger::Result;

// The first number of a query in which $1 is a text; 0 where it has no row.
Result<std::int64_t> numberOf(Database& database, const std::string& sql, std::string_view text) {
  Statement query = database.prepare(sql);
  query.add(text);
  const auto row = query.step();
  if (!row) return row.error();
  return *row ? query.nextInteger() : 0;
}

bool isOfRegion(const AskedCategory& asked, std::string_view region) {
  return asked.region.empty() || asked.region == region;
}

Result<void> checkRegion(Database& database, const std::string& region) {
  const auto words = ledger::regionWords();
  if (region.empty() || std::ranges::find(words, region, &ledger::Word::code) != words.end()) return {};
  const auto named = numberOf(database,
                              "select count(*) from (select region from subjects where region = $1 union all select "
                              "region from grants where region = $1)",
                              region);
  if (!named) return named.error();
  if (*named > 0) return {};
  return Error{ErrorCode::kNotFound, "REGION_UNKNOWN",
               "there is no region " + region + " here: a region is a code such as KZ-75"};
}

// Sums of one category over the whole ledger, or over one region; $1 is its code, or ''.
std::string countingSql(ReconciledAs as, const Period& period) {
  const auto within = [&](const char* column) { return withinSql(period, column); };
  const std::string here = " and ($1 = '' or region = $1)";
  const std::string by_organisation =
      " and ($1 = '' or exists (select 1 from subject_links l join organisations o on o.organisation = l.other where "
      "l.subject = f.subject and l.role = 'organisation' and l.mentioned = 0 and o.region = $1))";
  const std::string small_sub_awards =
      "grants where parent is not null and state <> 'voided' and grant_class = 'small' and " + within("awarded_day") +
      here;
  const std::string registered = "select count(*) from organisations join subjects on subject = organisation where ";
  switch (as) {
    case ReconciledAs::kOrganisations:
      return registered + "opened_day <= '" + period.last() + "' and ($1 = '' or organisations.region = $1)";
    case ReconciledAs::kOrganisationsRegistered:
      return registered + within("opened_day") + " and ($1 = '' or organisations.region = $1)";
    case ReconciledAs::kProjects:
      return "select count(*) from projects where " + within("from_day") + here;
    case ReconciledAs::kEventsHeld:
      return "select count(*) from facts f join activities on activity = f.subject where f.event = 'ActivityHeld' "
             "and " +
             within("f.day") + here;
    case ReconciledAs::kDeeds:
      return "select coalesce(sum(f.quantity), 0) from facts f where f.event = 'DeedRecorded' and " + within("f.day") +
             by_organisation;
    case ReconciledAs::kTrainings:
      return "select count(*) from facts f where f.event = 'TrainingHeld' and " + within("f.day") + by_organisation;
    case ReconciledAs::kContracts:
      return "select count(*) from facts f where f.event = 'ContractSigned' and $1 = '' and " + within("f.day");
    case ReconciledAs::kAwardsConferred:
      return conferredSql(period) + " and $1 = ''";
    case ReconciledAs::kSmallSubAwards:
      return "select count(*) from " + small_sub_awards;
    case ReconciledAs::kAmountSmallSubAwards:
      return "select coalesce(sum(awarded), 0) from " + small_sub_awards +
             " and currency = (select currency from ledger_identity)";
    case ReconciledAs::kAttestedMinutes:
    case ReconciledAs::kImportedMinutes:
    case ReconciledAs::kAttendedPeople:
    case ReconciledAs::kVolunteers:
    case ReconciledAs::kActivities:
    case ReconciledAs::kGrantsAwarded:
    case ReconciledAs::kSmallGrants:
    case ReconciledAs::kAmountAwarded:
    case ReconciledAs::kAmountDisbursed:
    case ReconciledAs::kAmountSpent:
    case ReconciledAs::kAmountReturned:
      break;  // of hours or of money
  }
  return {};
}

std::int64_t figureOf(const NationalHoursRow& cell, ReconciledAs as) {
  if (as == ReconciledAs::kAttestedMinutes) return cell.sums.attested.count();
  if (as == ReconciledAs::kImportedMinutes) return cell.sums.imported.count();
  return as == ReconciledAs::kAttendedPeople ? cell.attended_people : cell.activities;
}

std::int64_t figureOf(const MoneySums& sums, ReconciledAs as) {
  if (as == ReconciledAs::kAmountAwarded) return sums.awarded;
  if (as == ReconciledAs::kAmountDisbursed) return sums.disbursed;
  if (as == ReconciledAs::kAmountSpent) return sums.spent;
  return as == ReconciledAs::kAmountReturned ? sums.returned : sums.grants;
}

bool isOfHours(ReconciledAs as) {
  return as == ReconciledAs::kAttestedMinutes || as == ReconciledAs::kImportedMinutes ||
         as == ReconciledAs::kAttendedPeople || as == ReconciledAs::kVolunteers || as == ReconciledAs::kActivities;
}

}  // namespace

Result<std::int64_t> ReconciliationFigures::ofHours(const AskedCategory& asked) {
  if (!hours_) {
    auto read = readPeriodHours(database_, period_);
    if (!read) return read.error();
    hours_ = *std::move(read);
  }
  const ReconciledAs as = asked.category->as;
  std::int64_t sum = 0;
  std::set<ledger::PersonId> people;
  for (const NationalVolunteerRow& one : hours_->volunteers) {
    if (one.sums.attested.count() > 0) people.insert(one.volunteer);
  }
  if (as == ReconciledAs::kVolunteers) return static_cast<std::int64_t>(people.size());
  for (const NationalHoursRow& cell : hours_->cells) {
    if (isOfRegion(asked, cell.region)) sum += figureOf(cell, as);
  }
  return sum;
}

Result<std::int64_t> ReconciliationFigures::ofMoney(const AskedCategory& asked) {
  if (!money_) {
    auto read = readPeriodMoney(database_, period_, "grant_class || '/' || region");
    if (!read) return read.error();
    money_ = *std::move(read);
  }
  const auto currency = ledgerCurrency(database_);
  if (!currency) return currency.error();
  const ReconciliationCategory& category = *asked.category;
  std::int64_t sum = 0;
  for (const MoneyFigures& one : *money_) {
    const auto slash = one.code.find('/');
    const bool counts = (category.measure != Measure::kMoney || one.currency == *currency) &&
                        (category.as != ReconciledAs::kSmallGrants ||
                         one.code.substr(0, slash) == nameOf(ledger::GrantClass::kSmall)) &&
                        isOfRegion(asked, one.code.substr(slash + 1));
    if (counts && __builtin_add_overflow(sum, figureOf(one.sums, category.as), &sum)) {
      return Error{ErrorCode::kCorrupt, "SUM_OVERFLOWS",
                   "the sum of " + std::string(category.name) + " passes what is counted: ask for fewer days"};
    }
  }
  return sum;
}

Result<std::int64_t> ReconciliationFigures::counted(const AskedCategory& asked) {
  return numberOf(database_, countingSql(asked.category->as, period_), asked.region);
}

Result<std::int64_t> ReconciliationFigures::derive(const AskedCategory& asked) {
  ASAR_TRY(checkRegion(database_, asked.region));
  if (isOfHours(asked.category->as)) return ofHours(asked);
  return countingSql(asked.category->as, period_).empty() ? ofMoney(asked) : counted(asked);
}

Result<ledger::Currency> ledgerCurrency(Database& database) {
  Statement identity = database.prepare("select currency from ledger_identity");
  const auto row = identity.step();
  if (!row) return row.error();
  return *row ? ledger::Currency::parse(identity.nextText()) : ledger::Currency{};
}

}  // namespace projections
