#include "ledger/rules/calls.h"

#include <algorithm>

#include "ledger/rules/acting.h"
#include "ledger/rules/directory.h"
#include "ledger/rules/grant_money.h"
#include "ledger/rules/lateness.h"
#include "ledger/rules/lifecycle.h"
#include "ledger/rules/profiles.h"
#include "ledger/rules/refusal.h"
#include "ledger/rules/scoring.h"

namespace ledger {
namespace {

Result<void> checkCurrency(const Money& amount, const Money& model) {
  if (amount.currency == model.currency) return {};
  return refuse("CURRENCY_MISMATCH", "it is in " + std::string(amount.currency.code()) +
                                         ", but what it belongs to in " + std::string(model.currency.code()));
}

Result<void> checkCriteria(const std::vector<Criterion>& criteria) {
  if (criteria.empty()) return refuse("BAD_CRITERIA", "a call names at least one criterion");
  for (std::size_t i = 0; i < criteria.size(); ++i) {
    if (criteria[i].points == 0)
      return refuse("BAD_CRITERIA", "the criterion " + criteria[i].code + " gives no point at all");
    for (std::size_t k = 0; k < i; ++k) {
      if (criteria[k].code == criteria[i].code)
        return refuse("BAD_CRITERIA", "the criterion " + criteria[i].code + " appears twice");
    }
  }
  return {};
}

Result<void> checkLines(const ApplicationSubmit& command) {
  std::int64_t sum = 0;
  for (std::size_t i = 0; i < command.lines.size(); ++i) {
    const BudgetLine& line = command.lines[i];
    if (line.amount < 1)
      return refuse("AMOUNT_NOT_POSITIVE", "the budget line " + line.line + " has no positive amount");
    for (std::size_t k = 0; k < i; ++k) {
      if (command.lines[k].line == line.line)
        return refuse("ID_TAKEN", "the budget line " + line.line + " appears twice");
    }
    const auto total = addChecked(sum, line.amount);
    if (!total) return total.error();
    sum = *total;
  }
  const auto most = addChecked(command.amount.minor, command.co_funding ? command.co_funding->minor : 0);
  if (!most) return most.error();
  if (sum <= *most) return {};
  return refuse("LINES_OVER_AWARD", "the lines sum to " + Money{sum, command.amount.currency}.text() + ", but " +
                                        Money{*most, command.amount.currency}.text() + " are applied for and added");
}

// Whether its expert declared no conflict, and nobody her a related party, before or after it.
bool isCounted(const State& state, const ApplicationRecord& application, const ScoreHeld& score) {
  const SubjectId& applicant = application.organisation;
  bool counts = true;
  eachProfile(state, score.expert, [&](const PersonId& profile) {
    counts = counts && !contains(application.conflicts, profile) &&
             !isRelated(state, profile, applicant, score.given_on) &&
             !isRelated(state, profile, applicant, score.recorded_on);
  });
  return counts;
}

// Every criterion has a score that counts.
Result<void> checkScored(const State& state, const CallRecord& call, const ApplicationRecord& application) {
  for (const Criterion& criterion : call.criteria) {
    const bool scored = std::ranges::any_of(application.scores, [&](const ScoreHeld& one) {
      return one.criterion == criterion.code && isCounted(state, application, one);
    });
    if (!scored)
      return refuse("NOT_SCORED", "no score that counts says what the application is worth by " + criterion.code);
  }
  return {};
}

// The award is what was called for; the call is over, and the application scored.
Result<void> checkDecided(const State& state, const GrantAward& command, const ApplicationRecord& application,
                          const Context& context) {
  const CallRecord& call = *state.calls.find(application.call);
  for (const PersonId& person : actingPersons(context)) {
    if (!application.applicant.includes(person)) continue;
    return refuse("CONFLICT_OF_INTEREST",
                  "person " + person.text() + " submitted the application: other persons award");
  }
  if (command.grant_class != call.grant_class || command.programme != call.programme) {
    return refuse("CALL_MISMATCH", "the call is for the class " + std::string(nameOf(call.grant_class)) +
                                       " and the programme " + call.programme.text() + ", the award for " +
                                       std::string(nameOf(command.grant_class)) + " and " + command.programme.text());
  }
  if (stateOf(state, StreamRole::kCall, application.call) != SubjectState::kClosed)
    return refuse("CALL_OPEN", "the call takes applications still: close it before the first award");
  return checkScored(state, call, application);
}

ClaimedKey applicationKey(const SubjectId& call, const SubjectId& organisation) {
  return {Claimed::kApplication, call.text() + ' ' + organisation.text()};
}

}  // namespace

Result<Decision> judge(const State&, const CallPublish& command, const Context&) {
  ASAR_TRY(checkCriteria(command.criteria));
  if (command.budget.minor < 1)
    return refuse("AMOUNT_NOT_POSITIVE", command.budget.text() + " is not a positive budget");
  return Decision{};
}

void evolve(State& state, const CallPublish& command, const Context&) {
  state.calls.edit(command.call) = {{command.from, command.to},
                                    command.budget,
                                    command.funder,
                                    command.criteria,
                                    {},
                                    0,
                                    command.grant_class,
                                    command.programme,
                                    command.occurred_at.civilDay()};
}

Result<Decision> judge(const State& state, const CallAmend& command, const Context&) {
  ASAR_TRY(checkLater(command.until, state.calls.find(command.call)->days.to));
  return Decision{};
}

void evolve(State& state, const CallAmend& command, const Context&) {
  state.calls.edit(command.call).days.to = command.until;
}

Result<Decision> judge(const State& state, const ApplicationSubmit& command, const Context& context) {
  const CallRecord& call = *state.calls.find(command.call);
  for (const CivilDay day : {command.occurred_at.civilDay(), context.gateDay(command.occurred_at)}) {
    if (call.days.cover(day)) continue;
    return refuse("OUTSIDE_CALL", "applications are taken and recorded from " + dayText(call.days.from) + " to " +
                                      dayText(call.days.to) + ", not on " + dayText(day));
  }
  ASAR_TRY(checkCurrency(command.amount, call.budget));
  if (command.co_funding) {
    ASAR_TRY(checkCurrency(*command.co_funding, call.budget));
    if (command.co_funding->minor < 1)
      return refuse("AMOUNT_NOT_POSITIVE", command.co_funding->text() + " is not a positive amount");
  }
  if (command.amount.minor > call.budget.minor) {
    return refuse("OVER_BUDGET",
                  "the call has " + call.budget.text() + ", and " + command.amount.text() + " are applied for");
  }
  ASAR_TRY(checkLines(command));
  if (command.organisation == call.funder)
    return refuse("SAME_ORGANISATION", "the funder of a call does not apply to it");
  if (!isClaimed(state, applicationKey(command.call, command.organisation))) return Decision{};
  return refuse("APPLICATION_TAKEN", "the organisation applied to this call already: withdraw that application first");
}

void evolve(State& state, const ApplicationSubmit& command, const Context& context) {
  state.applications.edit(command.application) = {command.call, command.organisation, command.amount, {}, {},
                                                  {},           askerOf(context)};
  state.claimed.edit(applicationKey(command.call, command.organisation)) = command.application;
}

void evolve(State& state, const ApplicationWithdraw& command, const Context&) {
  const ApplicationRecord& application = *state.applications.find(command.application);
  state.claimed.edit(applicationKey(application.call, application.organisation)) = {};
}

Result<Decision> judge(const State& state, const ApplicationAdmit& command, const Context& context) {
  return judgeAnswer(state, "technical-check", command.application, command.occurred_at, context);
}

Result<Decision> judge(const State& state, const ApplicationDecline& command, const Context& context) {
  // What was admitted is declined for other reasons than the technical check.
  if (stateOf(state, StreamRole::kApplication, command.application) != SubjectState::kSubmitted) return Decision{};
  return judgeAnswer(state, "technical-check", command.application, command.occurred_at, context);
}

Result<void> checkApplication(const State& state, const GrantAward& command, const Context& context) {
  if (command.application.isNone()) return {};
  if (context.imported()) return refuse("NOT_IMPORTABLE", "an award that answers an application is not imported");
  const auto* application = state.applications.find(command.application);
  const CallRecord& call = *state.calls.find(application->call);
  if (command.grantee != application->organisation || command.funder != call.funder) {
    return refuse("NOT_OF_APPLICATION", "the applicant is " + application->organisation.text() +
                                            " and the call's funder " + call.funder.text());
  }
  ASAR_TRY(checkCurrency(command.amount, application->amount));
  if (command.amount.minor > application->amount.minor) {
    return refuse("OVER_APPLICATION",
                  "applied for were " + application->amount.text() + ", not " + command.amount.text());
  }
  if (command.amount.minor > call.budget.minor - call.awarded) {
    return refuse("OVER_BUDGET", "of the call's " + call.budget.text() + " " +
                                     Money{call.budget.minor - call.awarded, call.budget.currency}.text() +
                                     " are left, not " + command.amount.text());
  }
  for (const PersonId& person : actingPersons(context)) {
    if (!contains(application->scorers, person)) continue;
    return refuse("SCORER_AWARDS", "person " + person.text() + " scored the application: other persons award");
  }
  return context.rules < kRules3 ? Result<void>() : checkDecided(state, command, *application, context);
}

void takeApplication(State& state, const GrantAward& command) {
  if (command.application.isNone()) return;
  state.calls.edit(state.applications.find(command.application)->call).awarded += command.amount.minor;
}

Result<void> checkPortion(const Portion& portion, const Money& part, const char* over, const char* what) {
  ASAR_TRY(checkCurrency(part, portion.whole));
  const std::int64_t left = portion.whole.minor - portion.taken;
  if (part.minor <= left) return {};
  return refuse(over, std::string("of ") + what + " of " + portion.whole.text() + " " +
                          Money{left, part.currency}.text() + " are left, not " + part.text());
}

Result<Decision> judge(const State& state, const ContractSign& command, const Context&) {
  if (command.funder == command.grantee)
    return refuse("SAME_ORGANISATION", "funder and supplier are the same organisation");
  if (isClaimed(state, {Claimed::kGrantNumber, command.number}))
    return refuse("NUMBER_TAKEN",
                  "a grant or contract with the number " + command.number + " is in the ledger already");
  return Decision{};
}

void evolve(State& state, const ContractSign& command, const Context& context) {
  state.portions.edit(command.contract) = {command.amount, 0, {}};
  claim(state, {Claimed::kGrantNumber, command.number}, command.contract, context);
}

Result<Decision> judge(const State& state, const DeliverableAccept& command, const Context&) {
  ASAR_TRY(checkPortion(*state.portions.find(command.contract), command.amount, "OVER_CONTRACT", "the contract"));
  return Decision{};
}

void evolve(State& state, const DeliverableAccept& command, const Context&) {
  state.portions.edit(command.contract).taken += command.amount.minor;
}

}  // namespace ledger
