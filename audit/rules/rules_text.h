// How the report of the audit rules is told: as text of at most 120 columns for people, as one JSON object for
// programs; and the table of the rules.
//
// Shape    the text is in Kazakh, Russian or English and lists the first findings of each rule; the JSON has all that
//          were kept, explained in all three languages.
#pragma once

#include <string>

#include "audit/rules/audit_rules.h"

namespace audit {

std::string textOf(const RulesReport& report, ledger::Language language, std::size_t findings_each);
std::string jsonOf(const RulesReport& report);

std::string tableText(ledger::Language language);
std::string tableJson();

std::string_view wordOf(RuleSeverity severity);  // as JSON and policies spell it
std::string_view wordOf(Checked checked);

}  // namespace audit
