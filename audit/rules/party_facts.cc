// Who is who: organisations, how they and persons are related, who applied, scored and decided.
#include "audit/rules/money_facts.h"

namespace audit {
namespace {

template <class Command>
std::int64_t dayOf(Command command) {
  return civilDay(Moment::of(command.getOccurredAt()));
}

}  // namespace

void MoneyFacts::hearParties(const State& /*state*/, const Case& c, schema::Command::Reader command) {
  if (command.isOrganisationRegister()) {
    const auto one = command.getOrganisationRegister();
    OrganisationFact fact{
        idOf(one.getOrganisation()), c.index, stringOf(one.getRegistrationNumber()), one.getKind(), {}};
    if (!fact.number.empty()) numbered.try_emplace(vendorKey(fact.number), fact.id);
    return addFact(organisations, organisation_at_, std::move(fact));
  }
  if (command.isOrganisationDeactivate()) {
    const auto one = command.getOrganisationDeactivate();
    auto* fact = factOf(organisations, organisation_at_, idOf(one.getOrganisation()));
    if (fact != nullptr) fact->idle.emplace_back(dayOf(one), 0);
    return;
  }
  if (command.isOrganisationReactivate()) {
    const auto one = command.getOrganisationReactivate();
    auto* fact = factOf(organisations, organisation_at_, idOf(one.getOrganisation()));
    if (fact != nullptr && !fact->idle.empty()) fact->idle.back().second = dayOf(one);
    return;
  }
  if (command.isMembershipBegin()) {
    const auto one = command.getMembershipBegin();
    const Id member = idOf(one.getOrganisation());
    if (!member_of_.try_emplace(idOf(one.getMembership()), member).second) return;
    memberships[member].push_back(
        {idOf(one.getMembership()), member, idOf(one.getWithin()), one.getKind(), c.index, Days{dayOf(one), 0}});
    return;
  }
  if (command.isMembershipEnd()) {
    const auto one = command.getMembershipEnd();
    const Id* member = find(member_of_, idOf(one.getMembership()));
    if (member == nullptr) return;
    for (MembershipFact& fact : memberships[*member]) {
      if (fact.id == idOf(one.getMembership())) fact.days.last = dayOf(one);
    }
    return;
  }
  if (command.isRelatedPartyDeclare()) {
    const auto one = command.getRelatedPartyDeclare();
    related[idOf(one.getOrganisation())].push_back(
        {idOf(one.getPerson()), idOf(one.getOrganisation()), c.index, Days{one.getFrom(), one.getTo()}});
    return;
  }
  if (command.isRoleGrant()) {
    const auto one = command.getRoleGrant();
    if (one.hasScope()) roles[idOf(one.getScope())].push_back({idOf(one.getPerson()), one.getRole(), c.index});
    return;
  }
}

void MoneyFacts::hearCalls(const State& /*state*/, const Case& c, schema::Command::Reader command) {
  if (command.isApplicationSubmit())
    applied[idOf(command.getApplicationSubmit().getApplication())].push_back({Duty::kApply, c.signer(), c.index});
  if (command.isCallClose()) {
    const auto one = command.getCallClose();
    closed.try_emplace(idOf(one.getCall()), c.index, one.getOccurredAt().getUtcMs());
    return;
  }
  if (command.isConflictDeclare()) aside.emplace(idOf(command.getConflictDeclare().getApplication()), c.person);
  if (command.isScoreGive()) {
    const auto one = command.getScoreGive();
    const Id application = idOf(one.getApplication());
    applied[application].push_back({Duty::kScore, c.signer(), c.index});
    scores[application].push_back({application, c.person, c.index, one.getOccurredAt().getUtcMs(), dayOf(one)});
    return;
  }
}

}  // namespace audit
