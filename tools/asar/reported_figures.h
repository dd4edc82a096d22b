// ReportedFigures — what another system reported: a CSV of `category,reported`, checked before anything is compared.
//
// Shape    CSV as import_source.h reads it, with these two columns in its header; others are passed over.
// Units    whole numbers from 0, as the category says; an amount is a whole number of minor units, or "300000.00 KZT",
//          after a minus where more went back than came.
// Errors   kNotFound CATEGORY_UNKNOWN; kInvalid BAD_CSV, BAD_FIGURE, NO_REGION, REGION_NOT_PUBLIC, each with its row.
// Threads  pure functions.
#pragma once

#include <string>
#include <vector>

#include "ledger/base/money.h"
#include "projections/report/reconciliation_category.h"

namespace tools {

struct ReportedFigure {
  std::string category;  // as it was written
  projections::AskedCategory asked;
  std::int64_t reported = 0;
};

// Each category once, and at least one.
ledger::Result<std::vector<ReportedFigure>> readReportedFigures(std::string_view csv, ledger::Currency currency);

}  // namespace tools
