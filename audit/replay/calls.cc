#include "audit/replay/calls.h"

#include "audit/base/sha256.h"
#include "audit/replay/balance.h"
#include "audit/replay/scores.h"

namespace audit {
namespace {

constexpr Refusal kOtherCurrency{"CURRENCY_MISMATCH", "an amount is of another currency"};
constexpr Refusal kSameOrganisation{"SAME_ORGANISATION", "the funder is the other side too"};

bool isOf(schema::Money::Reader amount, const std::string& currency) {
  return stringOf(amount.getCurrency()) == currency;
}

Refusal judgeCriteria(schema::CallPublish::Reader command) {
  constexpr Refusal kCriteria{"BAD_CRITERIA", "no criteria, one twice, or one without points"};
  std::set<std::string> codes;
  for (const auto criterion : command.getCriteria()) {
    if (criterion.getPoints() < 1 || !codes.insert(stringOf(criterion.getCode())).second) return kCriteria;
  }
  if (codes.empty()) return kCriteria;
  return command.getBudget().getMinor() < 1 ? kAmountNotPositive : Refusal{};
}

Refusal judgeAmendment(const State& state, schema::CallAmend::Reader command) {
  const Call* call = find(state.calls, idOf(command.getCall()));
  if (call == nullptr || command.getUntil() > call->days.last) return {};
  return {"BAD_PERIOD", "the call takes applications until that day already"};
}

Refusal judgePanel(const State& state, schema::ExpertsName::Reader command) {
  constexpr Refusal kPanel{"BAD_PANEL", "no candidates, not in the order of their ids, or more drawn than there are"};
  const auto candidates = command.getCandidates();
  Id before{};
  for (const auto candidate : candidates) {
    const Id person = idOf(candidate.getPerson());
    if (!state.persons.contains(person)) return kUnknownSubject;
    if (person <= before) return kPanel;
    before = person;
  }
  return command.getDrawn() < 1 || command.getDrawn() > candidates.size() ? kPanel : Refusal{};
}

// The order of a draw.
Hash lotOf(const Hash& seed, const Id& id) {
  Sha256 hasher;
  hasher.begin();
  hasher.update(bytesOf("asar/draw/v1"));
  hasher.update(seed);
  hasher.update(id);
  return hasher.finish();
}

std::vector<Id> drawnOf(const Panel& panel) {
  std::map<Hash, Id> lots;
  for (const Id& candidate : panel.candidates) lots.emplace(lotOf(panel.seed, candidate), candidate);
  std::vector<Id> drawn;
  for (const auto& [lot, candidate] : lots) {
    if (drawn.size() < panel.drawn) drawn.push_back(candidate);
  }
  return drawn;
}

std::vector<Id> personsOf(capnp::List<schema::Expert>::Reader list) {
  std::vector<Id> persons;
  for (const auto expert : list) persons.push_back(idOf(expert.getPerson()));
  return persons;
}

Refusal judgeDraw(const State& state, schema::ExpertsDraw::Reader command) {
  const Panel* panel = find(state.panels, idOf(command.getPanel()));
  if (panel == nullptr) return kUnknownSubject;
  if (fixed<32>(command.getSeed()) == panel->seed && personsOf(command.getExperts()) == drawnOf(*panel)) return {};
  return {"DRAW_DIFFERS", "the seed or the experts are not those that follow from the naming"};
}

Refusal judgeLines(schema::ApplicationSubmit::Reader command) {
  std::set<std::string> names;
  Sum sum = 0;
  for (const auto line : command.getLines()) {
    if (line.getAmount() <= 0 || !names.insert(stringOf(line.getLine())).second) return kAmountNotPositive;
    sum += line.getAmount();
  }
  const Sum own = command.hasCoFunding() ? command.getCoFunding().getMinor() : 0;
  if (sum <= own + command.getAmount().getMinor()) return {};
  return {"LINES_OVER_AWARD", "the lines sum to more than the amount and the co-funding"};
}

Refusal judgeApplication(const State& state, const Case& c, schema::ApplicationSubmit::Reader command) {
  const Id id = idOf(command.getCall());
  const Call* call = find(state.calls, id);
  if (call == nullptr) return kUnknownSubject;
  if (!call->days.cover(civilDay(Moment::of(command.getOccurredAt()))) ||
      !call->days.cover(gateDay(c, command.getOccurredAt())))
    return {"OUTSIDE_CALL", "the call takes no applications on that day"};
  if (!isOf(command.getAmount(), call->currency)) return kOtherCurrency;
  if (command.hasCoFunding() && !isOf(command.getCoFunding(), call->currency)) return kOtherCurrency;
  if (command.hasCoFunding() && command.getCoFunding().getMinor() < 1) return kAmountNotPositive;
  if (command.getAmount().getMinor() > call->budget) return {"OVER_BUDGET", "more than the budget of the call"};
  if (const auto refusal = judgeLines(command)) return refusal;
  const Id organisation = idOf(command.getOrganisation());
  if (organisation == call->funder) return kSameOrganisation;
  if (!state.applied.contains({id, organisation})) return {};
  return {"APPLICATION_TAKEN", "the organisation has applied in that call"};
}

Refusal judgeContract(const State& state, schema::ContractSign::Reader command) {
  if (idOf(command.getFunder()) == idOf(command.getGrantee())) return kSameOrganisation;
  const bool taken = state.grant_numbers.contains(stringOf(command.getNumber()));
  return taken ? Refusal{"NUMBER_TAKEN", "a grant or contract has that number"} : Refusal{};
}

Refusal judgeDeliverable(const State& state, schema::DeliverableAccept::Reader command) {
  const Contract* contract = find(state.contracts, idOf(command.getContract()));
  if (contract == nullptr) return kUnknownSubject;
  if (!isOf(command.getAmount(), contract->currency)) return kOtherCurrency;
  if (contract->accepted + command.getAmount().getMinor() <= contract->amount) return {};
  return {"OVER_CONTRACT", "the deliverables sum to more than the contract"};
}

void applyCall(State& state, schema::CallPublish::Reader command) {
  Call call;
  call.funder = idOf(command.getFunder());
  call.programme = idOf(command.getProgramme());
  call.grant_class = command.getGrantClass();
  call.published_day = civilDay(Moment::of(command.getOccurredAt()));
  call.currency = stringOf(command.getBudget().getCurrency());
  call.budget = command.getBudget().getMinor();
  call.days = {command.getFrom(), command.getTo()};
  for (const auto criterion : command.getCriteria())
    call.criteria.emplace(stringOf(criterion.getCode()), criterion.getPoints());
  state.calls.try_emplace(idOf(command.getCall()), std::move(call));
}

void applyDraw(State& state, schema::ExpertsDraw::Reader command) {
  const Panel* panel = find(state.panels, idOf(command.getPanel()));
  Call* call = panel == nullptr ? nullptr : find(state.calls, panel->call);
  if (call == nullptr) return;
  for (const Id& expert : personsOf(command.getExperts())) call->experts.insert(expert);
}

void applyPanel(State& state, const Case& c, schema::Command::Reader command) {
  if (command.isExpertsName()) {
    const auto naming = command.getExpertsName();
    state.panels.try_emplace(idOf(naming.getPanel()), Panel{idOf(naming.getCall()), personsOf(naming.getCandidates()),
                                                            naming.getDrawn(), c.leaf});
  }
  if (command.isExpertsDraw()) applyDraw(state, command.getExpertsDraw());
}

void applyApplication(State& state, const Case& c, schema::Command::Reader command) {
  if (command.isApplicationSubmit()) {
    const auto submit = command.getApplicationSubmit();
    Application application;
    application.call = idOf(submit.getCall());
    application.organisation = idOf(submit.getOrganisation());
    application.currency = stringOf(submit.getAmount().getCurrency());
    application.amount = submit.getAmount().getMinor();
    application.submitter = c.signer();
    state.applied.emplace(application.call, application.organisation);
    state.applications.try_emplace(idOf(submit.getApplication()), std::move(application));
  }
  if (command.isApplicationWithdraw()) {
    const Application* application = find(state.applications, idOf(command.getApplicationWithdraw().getApplication()));
    if (application != nullptr) state.applied.erase({application->call, application->organisation});
  }
}

void applyContract(State& state, schema::Command::Reader command) {
  if (command.isContractSign()) {
    const auto sign = command.getContractSign();
    state.grant_numbers.insert(stringOf(sign.getNumber()));
    state.contracts.try_emplace(idOf(sign.getContract()),
                                Contract{stringOf(sign.getAmount().getCurrency()), sign.getAmount().getMinor(), 0});
  }
  if (command.isDeliverableAccept()) {
    const auto accept = command.getDeliverableAccept();
    if (Contract* contract = find(state.contracts, idOf(accept.getContract())))
      contract->accepted += accept.getAmount().getMinor();
  }
}

// Of all awards on applications of the call, but for those that an import voided.
Sum awardedIn(const State& state, const Call& call) {
  Sum sum = 0;
  for (const Id& id : call.grants) {
    const Grant* grant = find(state.grants, id);
    if (grant != nullptr && grant->state != GrantState::kVoided) sum += grant->awarded;
  }
  return sum;
}

// What a call leads to, before it leads to an award.
Refusal judgeProcedure(const State& state, const Case& c, schema::GrantAward::Reader command,
                       const Application& application) {
  if (c.rules < kVersionThree) return {};
  const Call& call = *find(state.calls, application.call);
  if (command.getGrantClass() != call.grant_class || idOf(command.getProgramme()) != call.programme)
    return {"CALL_MISMATCH", "the call is of another class or programme"};
  if (!isIn(state, application.call, "closed")) return {"CALL_OPEN", "the call is not closed yet"};
  if (!isScored(state, call, application)) return {"NOT_SCORED", "of one of the criteria the application has no score"};
  if (c.meets(application.submitter)) return {"CONFLICT_OF_INTEREST", "who awards the grant submitted the application"};
  return {};
}

}  // namespace

Refusal judgeCalls(const State& state, const Case& c, schema::Command::Reader command) {
  if (command.isCallPublish()) return judgeCriteria(command.getCallPublish());
  if (command.isCallAmend()) return judgeAmendment(state, command.getCallAmend());
  if (command.isExpertsName()) return judgePanel(state, command.getExpertsName());
  if (command.isExpertsDraw()) return judgeDraw(state, command.getExpertsDraw());
  if (command.isApplicationSubmit()) return judgeApplication(state, c, command.getApplicationSubmit());
  if (command.isConflictDeclare()) return judgeAside(state, c, command.getConflictDeclare());
  if (command.isScoreGive()) return judgeScore(state, c, command.getScoreGive());
  if (command.isContractSign()) return judgeContract(state, command.getContractSign());
  if (command.isDeliverableAccept()) return judgeDeliverable(state, command.getDeliverableAccept());
  return {};
}

void applyCalls(State& state, const Case& c, schema::Command::Reader command) {
  if (command.isCallPublish()) applyCall(state, command.getCallPublish());
  if (command.isCallAmend()) {
    const auto amendment = command.getCallAmend();
    if (Call* call = find(state.calls, idOf(amendment.getCall()))) call->days.last = amendment.getUntil();
  }
  applyPanel(state, c, command);
  applyApplication(state, c, command);
  if (command.isConflictDeclare()) applyAside(state, c, command.getConflictDeclare());
  if (command.isScoreGive()) applyScore(state, c, command.getScoreGive());
  applyContract(state, command);
}

Refusal judgeOnApplication(const State& state, const Case& c, schema::GrantAward::Reader command) {
  if (!command.hasApplication()) return {};
  if (c.imported()) return {"NOT_IMPORTABLE", "an award that answers an application is not imported"};
  const Application* application = find(state.applications, idOf(command.getApplication()));
  const Call* call = application == nullptr ? nullptr : find(state.calls, application->call);
  if (call == nullptr) return kUnknownSubject;
  if (idOf(command.getGrantee()) != application->organisation || idOf(command.getFunder()) != call->funder)
    return {"NOT_OF_APPLICATION", "the application is another organisation's, or in another funder's call"};
  if (!isOf(command.getAmount(), application->currency)) return kOtherCurrency;
  if (command.getAmount().getMinor() > application->amount) return {"OVER_APPLICATION", "more than was applied for"};
  if (awardedIn(state, *call) + command.getAmount().getMinor() > call->budget)
    return {"OVER_BUDGET", "the awards in the call sum to more than its budget"};
  if (const auto refusal = judgeProcedure(state, c, command, *application)) return refusal;
  const bool scored = c.signer().isIn(application->scorers) || c.endorser().isIn(application->scorers);
  return scored ? Refusal{"SCORER_AWARDS", "who awards the grant scored the application"} : Refusal{};
}

void applyOnApplication(State& state, schema::GrantAward::Reader command) {
  if (!command.hasApplication()) return;
  const Id id = idOf(command.getApplication());
  const Application* application = find(state.applications, id);
  Call* call = application == nullptr ? nullptr : find(state.calls, application->call);
  if (call == nullptr) return;
  call->grants.push_back(idOf(command.getGrant()));
}

}  // namespace audit
