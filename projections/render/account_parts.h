// AccountParts — parts that several of the accountability reports have, as tables and sections of a document.
//
// Threads  value types and pure functions.
#pragma once

#include "projections/render/cells.h"
#include "projections/report/charity_figures.h"
#include "projections/report/finding_report.h"
#include "projections/report/flow_report.h"
#include "projections/report/obligation_standing.h"
#include "projections/report/service_figures.h"

namespace projections {

class AccountParts {
 public:
  explicit AccountParts(ledger::Language language) : cells(language) {}

  std::string in(const Phrase& phrase) const { return phrase.in(cells.language()); }
  // A title, and what every document has.
  Document begin(const char* name, std::string title, const Stamp& stamp) const;
  Section section(const Phrase& heading, Table table) const;

  Section service(const ServiceFigures& figures) const;
  Section charity(const CharityFigures& figures) const;
  // One row of each code and currency; a topic of kRegister shows no code.
  Table money(const char* name, const std::vector<MoneyFigures>& all, ledger::Topic topic,
              const Phrase& code = phrases::kTotal) const;
  // Of days they are the budgets of some grants and what was spent of others: no difference is left.
  Table costs(const std::vector<FlowCost>& costs, const std::optional<Period>& period) const;
  Table grants(const std::vector<GrantRow>& grants) const;
  Table obligations(const char* name, const std::vector<ObligationEntry>& entries) const;
  Table severities(const char* name, const std::vector<FindingCounts>& counts) const;
  std::vector<Particular> counts(const ObligationCounts& counts) const;
  // A code's word; nothing for none.
  Cell wordOrNone(ledger::Topic topic, const std::string& code) const;
  Cell stateWord(const std::string& state) const { return wordOrNone(ledger::Topic::kSubjectState, state); }

  const Cells cells;
};

// Amounts of one table: with decimals only where one of them has any.
class TableAmounts {
 public:
  explicit TableAmounts(const Cells& cells) : cells_(cells) {}

  void note(std::int64_t minor, ledger::Currency currency) { whole_ = whole_ && isWhole(minor, currency); }
  Cell cell(std::int64_t minor, ledger::Currency currency) const {
    return whole_ ? cells_.wholeAmount(minor, currency) : cells_.amount(minor, currency);
  }

 private:
  const Cells& cells_;
  bool whole_ = true;
};

// "2.71", "2,71": hundredths.
std::string hundredthsText(std::int64_t hundredths, ledger::Language language);

}  // namespace projections
