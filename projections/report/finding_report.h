// FindingReport — what audits found and what became of it: answers, corrections, closures, and what is overdue.
//
// Shape    a finding is answered within fifteen working days of the day it occurred, or as many as published
//          deadlines give under the name `finding-response`; and mended by the day its answer promises. What was
//          recorded after the day asked for, at +05:00, is not known on it. Only findings that are closed or
//          dismissed, then and now, are public.
// Units    civil days; minor units of the amount questioned.
// Errors   those of the stamp, the calendar and the database.
// Missing  condition, criteria, cause and effect are in documents, and not in the ledger; nor is how serious a
//          finding of a visit to a project was, but for one bit: those stand in the register of visits.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "projections/report/query.h"
#include "projections/report/stamp.h"

namespace projections {

struct FindingEntry {
  ledger::SubjectId finding;
  ledger::SubjectId audit;
  NamedId organisation;
  ledger::SubjectId grant;
  std::string grant_number;
  std::string rule;
  std::int64_t rule_version = 0;  // 0: none was said
  std::string severity;           // low medium high critical
  std::string state;              // raised responded corrected closed reopened dismissed
  std::string reason;             // of a dismissal
  ledger::Currency currency;
  std::int64_t amount = 0;  // questioned; 0 in no currency: none
  ledger::CivilDay raised = 0;
  ledger::CivilDay answer_due = 0;
  ledger::CivilDay answered = 0;
  std::string agrees;  // yes no; empty: not answered
  ledger::CivilDay promised = 0;
  ledger::CivilDay corrected = 0;
  ledger::CivilDay ended = 0;  // closed or dismissed, and not opened again
  std::int64_t days_late = 0;  // with what is asked for next
  ledger::Position since = 0;

  bool isOpen() const { return state != "closed" && state != "dismissed"; }
};

struct FindingQuestion {
  ledger::CivilDay on = 0;       // 0: the day of the newest fact
  ledger::SubjectId of;          // an organisation, a grant or an audit; none: all
  std::optional<Period> period;  // raised on these days
  bool open_too = false;
};

// In the order they were raised; requires the day.
ledger::Result<std::vector<FindingEntry>> readFindings(Database& database, const FindingQuestion& question);

// How many of one severity stand where.
struct FindingCounts {
  std::string severity;
  std::int64_t all = 0;
  std::int64_t open = 0;
  std::int64_t overdue = 0;
  std::int64_t closed = 0;
  std::int64_t dismissed = 0;

  void add(const FindingEntry& entry);
  template <class V, class Self>
  static void columns(V& v, Self& row) {
    v("severity", row.severity), v("all", row.all), v("open", row.open), v("overdue", row.overdue);
    v("closed", row.closed), v("dismissed", row.dismissed);
  }
};
// High, medium, low; those of which there is one.
std::vector<FindingCounts> countFindings(const std::vector<FindingEntry>& entries);

struct FindingReport {
  Stamp stamp;
  FindingQuestion question;
  std::vector<FindingEntry> entries;
  std::vector<FindingCounts> counts;
};

ledger::Result<FindingReport> readFindingReport(Database& database, FindingQuestion question);

}  // namespace projections
