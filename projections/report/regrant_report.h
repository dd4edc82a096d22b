// RegrantReport — money that is passed on: a grant's lines of cost type regrant, the awards they fund, and theirs.
//
// Shape    of each such line: what its sub-awards were awarded, what of the budget is left to award, what was passed
//          on, and what became of it. It is conserved where as much stands spent on the line as its sub-awards hold of
//          what they were paid: each disbursed less reversed and returned, at least 0; and where each sub-award
//          balances. Until the grantee records a payment on, the line lags behind by it.
// Units    minor units of the grant's currency.
// Errors   kNotFound GRANT_UNKNOWN; those of the stamp and the database.
// Source   ledger/schema/README.md section 6, "Sub-awards".
#pragma once

#include <string>
#include <vector>

#include "projections/money/grant_rows.h"
#include "projections/report/query.h"
#include "projections/report/stamp.h"

namespace projections {

struct RegrantLine {
  std::string line;
  std::int64_t budget = 0;
  std::int64_t passed_on = 0;  // spent on the line, as the grantee recorded it
  std::int64_t awarded = 0;    // to its sub-awards
  std::int64_t received = 0;   // by them: disbursed less reversed
  std::int64_t spent = 0;
  std::int64_t returned = 0;
  std::int64_t on_hand = 0;
  std::int64_t held = 0;  // of what they received, less what they returned; each at least 0

  std::int64_t left() const { return budget - awarded; }
  std::int64_t difference() const { return passed_on - held; }
  template <class V, class Self>
  static void columns(V& v, Self& row) {
    v("line", row.line), v("budget", row.budget), v("passed_on", row.passed_on), v("awarded", row.awarded);
    v("received", row.received), v("spent", row.spent), v("returned", row.returned), v("on_hand", row.on_hand);
    v("held", row.held);
  }
};

// A grant of the tree: the one at its top, or a sub-award.
struct RegrantNode {
  GrantRow grant;
  NamedId grantee;
  int depth = 0;
  std::vector<RegrantLine> lines;  // of cost type regrant

  bool balances() const {
    return grant.disbursed - grant.reversed + grant.interest + grant.vendor_refunds ==
               grant.spent + grant.returned + grant.on_hand &&
           grant.on_hand >= 0;
  }
};

struct RegrantReport {
  Stamp stamp;
  ledger::SubjectId of;            // the grant at the top; none: all
  std::vector<RegrantNode> nodes;  // each before its sub-awards
};

// The tree of one grant by number or id; of all that fund sub-awards or have a line for them where it is empty.
ledger::Result<RegrantReport> readRegrantReport(Database& database, std::string_view number_or_id);

}  // namespace projections
