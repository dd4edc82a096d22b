// CamtEntry — rows of a statement from an entry (Ntry) of camt.053.
//
// Shape    an entry that holds several transactions becomes one row for each where all have an amount in its currency
//          and they add up to it; else it is one row. The sign is that of CdtDbtInd: for a reversal, too, it says what
//          became of the account. Only booked entries (Sts BOOK) give rows.
//          The time it takes grows as the entry does.
// Errors   kInvalid BAD_STATEMENT with the line, and never with what stands there.
// Source   ISO 20022 camt.053, versions 02 to 08.
#pragma once

#include <vector>

#include "tools/asar/bank_statement.h"
#include "tools/asar/camt_node.h"

namespace tools {

// BAD_STATEMENT about the line an element stands in.
ledger::Error wrongAt(const CamtNode& node, const std::string& what);
// The amount of an element that has Amt, and CdtDbtInd.
ledger::Result<ledger::Money> signedAmount(const CamtNode& node);
// The day of an element that holds Dt or DtTm; 0 where it is not there.
ledger::Result<ledger::CivilDay> camtDay(const CamtNode& node);

// No rows where it is not booked.
ledger::Result<std::vector<projections::StatementRow>> rowsOfEntry(const CamtNode& entry);

}  // namespace tools
