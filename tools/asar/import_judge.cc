#include "tools/asar/import_judge.h"

#include <algorithm>
#include <array>

#include "ledger/rules/decide.h"
#include "ledger/seal/envelope.h"

namespace tools {

namespace {

using ledger::Command;
using ledger::Digest;
using ledger::ImportRecord;
using ledger::PersonId;
using ledger::Result;
using ledger::State;
using ledger::SubjectId;
using ledger::UtcMs;

// What a command that is recorded already is refused with, once an id of its row has shown that it is.
constexpr std::array<std::string_view, 6> kAgain = {"ID_TAKEN",       "WRONG_STATE",   "ATTENDANCE_TAKEN",
                                                    "DOCUMENT_TAKEN", "INVOICE_TAKEN", "NUMBER_TAKEN"};

}  // namespace

ImportJudge::ImportJudge(State state, const PersonId& importer, const SubjectId& batch, UtcMs now)
    : state_(std::move(state)), resumed_(state_.batches.has(batch)) {
  context_.person = importer;
  context_.assurance = ledger::Assurance::kImported;
  context_.recorded_at = std::max(now, state_.ledger().last_recorded_at);
  context_.batch = batch;
  context_.count = 2;
  context_.signatures = &ledger::signatureRules();
}

Result<void> ImportJudge::begin(const Digest& source, const Digest& mapping, const SubjectId& system) {
  const auto* known = state_.batches.find(context_.batch);
  const Command command{
      {}, {}, ImportRecord{context_.batch, known == nullptr ? 0 : known->parts, source, mapping, 0, 0, system}};
  context_.ordinal = 0;
  const auto judgement = decide(state_, command, context_);
  if (!judgement) return judgement.error();
  evolve(state_, command, context_, judgement->decision, Digest{});
  state_.settle();
  context_.ordinal = 1;
  return {};
}

Result<void> ImportJudge::takeOne(const Command& command, bool& known) {
  context_.visibility = traitsOf(kindOf(command)).visibility;
  ++context_.index;
  const auto judgement = decide(state_, command, context_);
  if (judgement) {
    if (!judgement->decision.flags.empty()) ++flagged_;
    evolve(state_, command, context_, judgement->decision, Digest{});
    return {};
  }
  const std::string& reason = judgement.error().reason;
  known = known || (resumed_ && reason == "ID_TAKEN");
  if (known && std::ranges::find(kAgain, reason) != kAgain.end()) return {};
  return judgement.error();
}

Result<void> ImportJudge::take(const std::vector<Command>& commands) {
  bool known = false;
  const std::size_t flagged = flagged_;
  for (const Command& command : commands) {
    const auto taken = takeOne(command, known);
    if (taken) continue;
    state_.discard();
    flagged_ = flagged;
    return taken.error();
  }
  state_.settle();
  return {};
}

}  // namespace tools
