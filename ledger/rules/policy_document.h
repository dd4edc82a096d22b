// Policy document — what each kind of document has to look like to be published.
//
// Errors   BAD_POLICY, with the place and its figures.
// Threads  pure functions.
// Source   ledger/schema/README.md section 6, "Policies".
#pragma once

#include "ledger/base/result.h"
#include "ledger/event/values.h"

namespace ledger {

// Exactly the document of the kind is there, within its bounds.
Result<void> checkDocument(const PolicyPublish& policy);

Result<void> checkPolicy(const HoursLimits& document);
Result<void> checkPolicy(const CreditRules& document);  // credit_document.cc
Result<void> checkPolicy(const AgeRules& document);
Result<void> checkPolicy(const CostRules& document);
Result<void> checkPolicy(const VirementLimits& document);
Result<void> checkPolicy(const MciValues& document);
Result<void> checkPolicy(const GrantClasses& document);
Result<void> checkPolicy(const Deadlines& document);
Result<void> checkPolicy(const Suppression& document);
Result<void> checkPolicy(const AuditThresholds& document);
Result<void> checkPolicy(const Populations& document);
Result<void> checkPolicy(const Wages& document);

}  // namespace ledger
