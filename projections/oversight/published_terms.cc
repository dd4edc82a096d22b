#include "projections/oversight/published_terms.h"

#include "ledger/event/json.h"
#include "ledger/event/json_gate.h"
#include "projections/oversight/published_terms_sql.h"

namespace projections {

using ledger::PolicyKind;
using ledger::Result;

std::string_view PublishedTerms::sql() const {
  return kPublishedTermsSql;
}

Result<void> PublishedTerms::fold(const Fact& fact) {
  const auto* policy = fact.command->body.as<ledger::PolicyPublish>();
  if (policy == nullptr) return {};
  const bool kept = policy->kind == PolicyKind::kDeadlines || policy->kind == PolicyKind::kWages ||
                    policy->kind == PolicyKind::kPopulations;
  if (!kept) return {};
  PublishedTermRow row;
  row.take(fact, *policy);
  row.kind = policy->kind;
  row.content = jsonOf(*fact.command).line();
  terms_.insert(std::move(row));
  return {};
}

Result<ledger::PolicyPublish> publishedTerm(const PublishedTermRow& row) {
  // Not drawn from: the nonce stands in the text.
  ledger::SeededRandom unused(0);
  const auto json = ledger::parseJson(row.content);
  const auto command = json ? ledger::commandFromJson(*json, unused) : json.error();
  const auto* policy = command ? command->body.as<ledger::PolicyPublish>() : nullptr;
  if (policy != nullptr) return *policy;
  return ledger::Error{ledger::ErrorCode::kCorrupt, "POLICY_UNREADABLE",
                       "the policy of entry " + std::to_string(row.document) +
                           " cannot be read from the read models: rebuild them with `asar projection rebuild`"};
}

}  // namespace projections
