#include "projections/report/credit_report.h"

#include <absl/container/flat_hash_map.h>
#include <absl/container/flat_hash_set.h>

#include <algorithm>
#include <iterator>

#include "projections/columns.h"
#include "projections/report/profiles.h"

namespace projections {
namespace {

using ledger::Error;
using ledger::ErrorCode;
using ledger::Result;

// Rows that are true at one size of the log.
constexpr const char* kTrueAt = "since < $1 and (until = 0 or until >= $1) ";

template <class Row>
Result<std::vector<Row>> rowsOf(Database& database, ledger::Position size, const std::string& condition,
                                ledger::ByteView id) {
  Statement all = database.prepare(selectAll<Row>() + "where " + condition);
  all.add(static_cast<std::int64_t>(size)).add(id);
  return readRows<Row>(all);
}

Result<ledger::AgeBand> ageOf(Database& database, const CreditAsk& ask) {
  const auto rows =
      rowsOf<PersonAgeRow>(database, ask.size, std::string(kTrueAt) + "and person = $2", ask.person.view());
  if (!rows) return rows.error();
  if (!rows->empty()) return rows->front().age_band;
  return Error{ErrorCode::kNotFound, "PERSON_UNKNOWN",
               "no person " + ask.person.text() + " is registered at size " + std::to_string(ask.size)};
}

// The version that applies on the day: the last endorsed, unless a later one repeals the policy for that day.
Result<CreditPolicyRow> policyOf(Database& database, const CreditAsk& ask) {
  auto rows =
      rowsOf<CreditPolicyRow>(database, ask.size, "since < $1 and policy = $2 order by since desc", ask.policy.view());
  if (!rows) return rows.error();
  for (CreditPolicyRow& row : *rows) {
    if (ask.day < row.valid_from || (row.valid_to != 0 && ask.day > row.valid_to)) continue;
    if (row.status == ledger::LegalStatus::kRepealed) break;
    const bool decides = row.status == ledger::LegalStatus::kInForce || row.status == ledger::LegalStatus::kUnverified;
    if (decides) return std::move(row);
  }
  return Error{ErrorCode::kNotFound, "POLICY_UNKNOWN",
               "no credit rules " + ask.policy.text() + " apply on " + ledger::dayText(ask.day) + " at size " +
                   std::to_string(ask.size)};
}

Result<absl::flat_hash_set<ledger::SubjectId>> usesOf(Database& database, ledger::SubjectId credit) {
  Statement all = database.prepare(selectAll<CreditUseRow>() + "where credit = $1");
  all.add(credit.view());
  const auto rows = readRows<CreditUseRow>(all);
  if (!rows) return rows.error();
  absl::flat_hash_set<ledger::SubjectId> hours;
  for (const CreditUseRow& row : *rows) hours.insert(row.hours);
  return hours;
}

Result<ledger::Names> organisationNames(Database& database, const char* sql, ledger::SubjectId id) {
  Statement one = database.prepare(sql);
  one.add(id.view());
  const auto row = one.step();
  if (!row) return row.error();
  ledger::Names names;
  if (!*row) return names;
  ColumnReader reader(one);
  reader("kk", names.kk), reader("ru", names.ru), reader("en", names.en);
  return names;
}

// Whether the credit used service that began in the window.
Result<bool> usedWithin(Database& database, ledger::SubjectId credit, const ledger::Days& window) {
  const bool open = window.to == 0;
  const std::string from = ledger::dayText(window.from), to = ledger::dayText(window.to);
  Statement one = database.prepare(
      std::string("select 1 from credit_uses u join credit_facts f on f.hours = u.hours where u.credit = $1 and "
                  "f.day >= $2 ") +
      (open ? "" : "and f.day <= $3 ") + "limit 1");
  one.add(credit.view()).add(from);
  if (!open) one.add(to);
  return one.step();
}

// Whether the organisation of the entry was verified by its day, as a log of that size tells.
Result<bool> isVerified(Database& database, ledger::Position size, const CreditFactRow& row) {
  const std::string day = ledger::dayText(row.day);
  Statement one = database.prepare(
      "select 1 from hours_entries h join facts v on v.subject = h.organisation where h.hours = $1 and "
      "v.fact_index < $2 and v.event = 'OrganisationVerified' and v.day <= $3 limit 1");
  one.add(row.hours.view()).add(static_cast<std::int64_t>(size)).add(day);
  return one.step();
}

constexpr const char* kOrganisation = "select kk, ru, en from organisations where organisation = $1";
constexpr const char* kOrganisationOfHours =
    "select o.kk, o.ru, o.en from organisations o join hours_entries h on h.organisation = o.organisation "
    "where h.hours = $1";

class Reader {
 public:
  Reader(Database& database, CreditReport& report) : database_(database), report_(report) {}

  Result<void> read() {
    const auto profiles = readProfiles(database_, report_.ask.person, report_.size);
    if (!profiles) return profiles.error();
    std::vector<CreditFactRow> facts;
    std::vector<CreditRow> credits;
    for (const ledger::PersonId& profile : *profiles) {
      if (auto done = addOf(profile, "and volunteer = $2", facts); !done) return done;
      if (auto done = addOf(profile, "and person = $2", credits); !done) return done;
    }
    std::ranges::sort(credits, {}, [](const CreditRow& credit) { return std::pair(credit.day, credit.since); });
    if (auto done = leaveOut(facts, credits); !done) return done;
    if (auto done = reckon(facts); !done) return done;
    if (auto done = listEntries(facts); !done) return done;
    return takeOff(credits);
  }

 private:
  // Adds the rows of one profile that are true at the size asked for.
  template <class Row>
  Result<void> addOf(const ledger::PersonId& profile, const char* condition, std::vector<Row>& rows) {
    auto more = rowsOf<Row>(database_, report_.size, std::string(kTrueAt) + condition, profile.view());
    if (!more) return more.error();
    std::ranges::move(*more, std::back_inserter(rows));
    return {};
  }

  Result<void> leaveOut(std::vector<CreditFactRow>& facts, const std::vector<CreditRow>& credits) {
    absl::flat_hash_set<ledger::SubjectId> elsewhere;
    for (const CreditRow& credit : credits) {
      if (credit.policy == report_.ask.policy || credit.double_use != report_.rules.double_use) continue;
      const auto used = usesOf(database_, credit.credit);
      if (!used) return used.error();
      elsewhere.insert(used->begin(), used->end());
    }
    std::erase_if(facts, [&](const CreditFactRow& fact) {
      if (!elsewhere.contains(fact.hours)) return false;
      ++report_.elsewhere.entries;
      report_.elsewhere.minutes += fact.minutes;
      return true;
    });
    return {};
  }

  Result<void> reckon(const std::vector<CreditFactRow>& rows) {
    std::vector<ledger::CreditFact> facts;
    facts.reserve(rows.size());
    for (const CreditFactRow& row : rows) {
      const auto verified = report_.rules.verified_only ? isVerified(database_, report_.size, row) : Result<bool>(true);
      if (!verified) return verified.error();
      facts.push_back(creditFactOf(row));
      facts.back().unverified = !*verified;
    }
    const ledger::CreditQuestion question{report_.ask.day, report_.age_band};
    report_.result = evaluateCredit(report_.rules, question, facts);
    report_.goal = nextGoal(report_.rules, question, report_.result);
    return {};
  }

  Result<void> listEntries(const std::vector<CreditFactRow>& rows) {
    absl::flat_hash_map<ledger::SubjectId, const CreditFactRow*> by_id;
    for (const CreditFactRow& row : rows) by_id[row.hours] = &row;
    for (const ledger::HoursUsed& used : report_.result.used) {
      const CreditFactRow& row = *by_id.at(used.hours);
      const auto names = organisationNames(database_, kOrganisationOfHours, used.hours);
      if (!names) return names.error();
      report_.entries.push_back({row.day, *names, row.role, row.minutes, used});
    }
    return {};
  }

  Result<void> takeOff(const std::vector<CreditRow>& credits) {
    report_.left_credits = report_.result.credits;
    report_.left_voucher = report_.result.voucher;
    const ledger::Days window = creditWindow(report_.rules, report_.ask.day);
    for (const CreditRow& credit : credits) {
      if (credit.policy != report_.ask.policy) continue;
      const auto within = usedWithin(database_, credit.credit, window);
      if (!within) return within.error();
      if (!*within) continue;
      report_.left_credits -= std::min(report_.left_credits, credit.credits);
      auto& voucher = report_.left_voucher;
      if (voucher && voucher->currency == credit.currency) voucher->minor -= std::min(voucher->minor, credit.voucher);
      const auto names = organisationNames(database_, kOrganisation, credit.organisation);
      if (!names) return names.error();
      report_.granted.push_back({credit, *names});
    }
    if (report_.left_voucher && report_.left_voucher->minor == 0) report_.left_voucher.reset();
    return {};
  }

  Database& database_;
  CreditReport& report_;
};

}  // namespace

Result<CreditReport> readCreditReport(Database& database, const CreditAsk& ask) {
  CreditReport report;
  auto stamp = readStamp(database);
  if (!stamp) return stamp.error();
  report.stamp = *std::move(stamp);
  report.ask = ask;
  if (ask.size == 0) report.ask.size = report.stamp.size;
  report.size = report.ask.size;
  if (report.size > report.stamp.size) {
    return Error{ErrorCode::kInvalid, "SIZE_AHEAD",
                 "the read models stand at size " + std::to_string(report.stamp.size) + ", not yet at " +
                     std::to_string(report.size)};
  }
  const auto band = ageOf(database, report.ask);
  if (!band) return band.error();
  report.age_band = *band;
  auto policy = policyOf(database, report.ask);
  if (!policy) return policy.error();
  report.policy = *std::move(policy);
  auto rules = creditRulesOf(report.policy);
  if (!rules) return rules.error();
  report.rules = *std::move(rules);
  if (auto read = Reader(database, report).read(); !read) return read.error();
  return report;
}

std::string_view nameOf(ledger::CreditStepKind kind) {
  using Kind = ledger::CreditStepKind;
  switch (kind) {
    case Kind::kWindow:
      return "window";
    case Kind::kImported:
      return "imported";
    case Kind::kNotAttested:
      return "notAttested";
    case Kind::kDisputed:
      return "disputed";
    case Kind::kUnconfirmed:
      return "unconfirmed";
    case Kind::kUnverified:
      return "unverified";
    case Kind::kTimeBasis:
      return "timeBasis";
    case Kind::kAge:
      return "age";
    case Kind::kActivity:
      return "activity";
    case Kind::kRole:
      return "role";
    case Kind::kOutside:
      return "outside";
    case Kind::kEligible:
      return "eligible";
    case Kind::kCategoryMost:
      return "categoryMost";
    case Kind::kCategoryLeast:
      return "categoryLeast";
    case Kind::kMinutesMost:
      return "minutesMost";
    case Kind::kMonthsLeast:
      return "monthsLeast";
    case Kind::kTier:
      return "tier";
    case Kind::kNoTier:
      return "noTier";
    case Kind::kWholeHours:
      return "wholeHours";
    case Kind::kCreditsMost:
      return "creditsMost";
  }
  return {};
}

}  // namespace projections
