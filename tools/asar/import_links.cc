#include "tools/asar/import_links.h"

#include <algorithm>

#include "ledger/event/json.h"
#include "ledger/rules/decide.h"
#include "ledger/rules/lifecycle.h"
#include "ledger/rules/refusal.h"
#include "ledger/seal/envelope.h"
#include "tools/asar/import_rules.h"

namespace tools {
namespace {

using ledger::Command;
using ledger::Error;
using ledger::ErrorCode;
using ledger::ExternalIdLink;
using ledger::Result;
using ledger::SubjectId;

class LinkPlanner {
 public:
  LinkPlanner(const ImportInput& input, ledger::State state, const LinkTerms& terms, ledger::Random& random)
      : input_(input), state_(std::move(state)), terms_(terms), random_(random) {
    plan_.batch = batchOf(input);
    context_.person = terms.clerk;
    context_.recorded_at = std::max(terms.now.utc_ms, state_.ledger().last_recorded_at);
    context_.visibility = traitsOf(ledger::Kind::kExternalIdLink).visibility;
    context_.count = 1;
    context_.signatures = &ledger::signatureRules();
  }

  Result<LinkPlan> run() {
    const auto rows = rowsOf(input_);
    if (!rows) return rows.error();
    ImportScope scope{input_.mapping, plan_.batch, input_.set, nullptr, "", &used_};
    // Links are all one command: what a rule has seen once says nothing of another's subjects.
    std::vector<OnceTexts> once(input_.mapping.links.size());
    for (const ImportRow& row : *rows) {
      scope.row = &row;
      for (std::size_t i = 0; i < once.size(); ++i) {
        const ImportRule& rule = input_.mapping.links[i];
        once[i].beginRow();
        const auto applied = applyRule(rule, scope, once[i], [&] { return takeLink(rule, scope); });
        if (applied) continue;
        const Error& error = applied.error();
        // What is wrong with the mapping is not wrong with this row.
        if (error.reason == "BAD_MAPPING" || error.reason == "SETTING_MISSING") return error;
        plan_.refused.push_back({row.number, "", error.reason, error.message});
      }
    }
    return std::move(plan_);
  }

 private:
  // Whether the link is there, or will be.
  Result<bool> takeLink(const ImportRule& rule, const ImportScope& scope) {
    auto fields = expandValue(rule.fields, scope);
    if (!fields) return fields.error();
    const auto* external_id = fields->find("externalId")->text();
    const std::string name = terms_.system.text() + " " + (external_id == nullptr ? "" : *external_id);
    fields->set("command", rule.command);
    fields->set("link", SubjectId{derivedId(plan_.batch, "link/" + name)}.text());
    fields->set("system", terms_.system.text());
    fields->set("occurredAt", terms_.now.text());
    const auto command = commandFromJson(*fields, random_);
    if (!command) return command.error();
    return judge(scope.row->number, *command);
  }

  bool judge(std::size_t row, const Command& command) {
    const auto& link = command.body.get<ExternalIdLink>();
    const auto* holder = state_.claimed.find({ledger::Claimed::kLink, link.system.text() + ' ' + link.external_id});
    if (holder != nullptr && *holder == link.subject) {
      // Another row or rule of this run may have said the same.
      if (told_.insert(link.external_id).second) ++plan_.known;
      return true;
    }
    ++context_.index;
    const auto judgement = decide(state_, command, context_);
    if (!judgement) {
      const bool taken = judgement.error().reason == "LINK_TAKEN" && holder != nullptr;
      plan_.refused.push_back({row, link.external_id, judgement.error().reason,
                               judgement.error().message + (taken ? ": to " + holder->text() : "")});
      state_.discard();
      return false;
    }
    evolve(state_, command, context_, judgement->decision, ledger::Digest{});
    state_.settle();
    told_.insert(link.external_id);
    plan_.to_sign.emplace_back(row, command);
    return true;
  }

  const ImportInput& input_;
  ledger::State state_;
  const LinkTerms& terms_;
  ledger::Random& random_;
  ledger::Context context_;
  std::set<std::string> used_;
  std::set<std::string> told_;  // ids of the other side that are linked, or will be
  LinkPlan plan_;
};

Result<SubjectId> anySystemIn(const ledger::State& state, const std::string& id_or_code) {
  const auto* by_code = state.claimed.find({ledger::Claimed::kSystem, id_or_code});
  if (by_code != nullptr && !by_code->isNone()) return *by_code;
  std::set<std::string> codes;
  for (const auto& [key, system] : state.claimed.all()) {
    if (key.first != ledger::Claimed::kSystem) continue;
    if (system.text() == id_or_code) return system;
    codes.insert(key.second);
  }
  std::string known;
  for (const std::string& code : codes) known += (known.empty() ? "" : ", ") + code;
  return Error{ErrorCode::kNotFound, "SYSTEM_UNKNOWN",
               "there is no external system '" + id_or_code + "'; " +
                   (known.empty() ? "none is registered yet: send externalSystemRegister" : "there are " + known)};
}

}  // namespace

Result<LinkPlan> planLinks(const ImportInput& input, ledger::State state, const LinkTerms& terms,
                           ledger::Random& random) {
  if (input.mapping.links.empty()) {
    return Error{ErrorCode::kInvalid, "BAD_MAPPING",
                 "the mapping says nothing about ids of the other side: it needs at least one [[link]]"};
  }
  return LinkPlanner(input, std::move(state), terms, random).run();
}

Result<SubjectId> systemIn(const ledger::State& state, const std::string& id_or_code) {
  auto system = anySystemIn(state, id_or_code);
  if (!system || stateOf(state, ledger::StreamRole::kSystem, *system) != ledger::SubjectState::kRetired) return system;
  return ledger::refuse("WRONG_STATE",
                        "the system " + id_or_code + " is retired: nothing more is linked with it or imported from it");
}

}  // namespace tools
