// E13, E18, E19: cash, money that was spent before it was there, money that was not given back.
#include <algorithm>

#include "audit/rules/money_rules.h"

namespace audit {
namespace {

constexpr InThree kCashShare{"Қолма-қол төленгені {0}: гранттың {1}, шегі {2}.",
                             "Наличными уплачено {0}: {1} гранта при пределе {2}.",
                             "{0} was paid in cash: {1} of the grant, where {2} is the limit."};
constexpr InThree kCashPayment{"Қолма-қол төлем {0}, шегі {1}.", "Платёж наличными {0} при пределе {1}.",
                               "A cash payment of {0}, where {1} is the limit."};
constexpr InThree kNoCashLimit{
    "бір қолма-қол төлемнің шегі: саясат E13.limit мәнін айтпайды; қолма-қол ақша алу журналға жазылмайды",
    "предел одного платежа наличными: политика не называет E13.limit; снятие наличных в журнал не записывается",
    "a limit of single cash payments: the policy names no E13.limit; cash withdrawals are not recorded in the log"};
constexpr InThree kCashLimitOnly{"қолма-қол ақша алу журналға жазылмайды", "снятие наличных в журнал не записывается",
                                 "cash withdrawals are not recorded in the log"};
constexpr InThree kBelowZero{"{0} күні гранттың қолындағы ақшасы нөлден төмен болған: {1}.",
                             "{0} на руках у гранта было меньше нуля: {1}.",
                             "On {0} the grant had less than nothing on hand: {1}."};
constexpr InThree kDemandOverdue{"{0} күніне дейін қайтарылуға тиіс {1} әлі қолда.",
                                 "{1}, которые надлежало вернуть до {0}, всё ещё на руках.",
                                 "{1} had to be returned by {0} and is still on hand."};
constexpr InThree kUnspent{
    "Кезең {0} бітті, {1} күннен астам уақыт өтті, {2} қолда қалды, оны бұдан кейінгі мерзімге талап еткен жоқ.",
    "Период окончен {0}, прошло более {1} дн., на руках осталось {2}, и требования с более "
    "поздним сроком на это нет.",
    "The period ended on {0}; more than {1} days later {2} is still on hand, and no demand gives "
    "it a later day."};

void raiseCash(Run& run, const SpentList& list, std::int64_t share_most) {
  const Grant& grant = *grantOf(run, *list.front());
  Sum sum = 0;
  for (const SpentFact* spent : list) sum += standingOf(run, *spent);
  if (grant.awarded <= 0 || sum * 10'000 <= Sum{grant.awarded} * share_most) return;
  const auto share = static_cast<std::int64_t>(sum * 10'000 / grant.awarded);
  Raised raised =
      raisedOf(run, list, {kCashShare, {amountTold(sum, grant.currency), shareTold(share), shareTold(share_most)}});
  raised.subjects.insert(raised.subjects.begin(), {"grant", list.front()->grant});
  run.raise(std::move(raised));
}

// What was demanded of a grant.
struct Demanded {
  Sum waiting = 0;   // its day is still to come
  Sum returned = 0;  // by the grant before the first of it
  Sum overdue = 0;   // is raised as such
};

// Money that is neither raised already nor may be kept until the day by which it was demanded. What was given back
// since then counts for that.
Sum unspentOf(const Grant& grant, const Demanded& demanded) {
  const Sum waiting = std::max<Sum>(demanded.waiting - (grant.returned - demanded.returned), 0);
  return grant.on_hand - waiting - demanded.overdue;
}

Sum raiseOverdue(Run& run, const DemandFact& demand, const Grant& grant) {
  const Sum owed = std::min<Sum>(demand.amount, grant.on_hand);
  run.raise({.sentence = {kDemandOverdue, {dayTold(demand.due), amountTold(owed, grant.currency)}},
             .subjects = {{"grant", demand.grant}, {"demand", demand.id}},
             .evidence = {demand.index},
             .amount = AtRisk{owed, grant.currency}});
  return owed;
}

}  // namespace

void checkE13(Run& run) {
  const auto limit = run.given("limit");
  std::map<std::string, SpentList> cash;
  for (const SpentFact* spent : standing(run)) {
    run.look();
    if (spent->method != schema::PaymentMethod::CASH) continue;
    cash[keyOf(spent->grant)].push_back(spent);
    if (limit && spent->amount > *limit)
      run.raise(
          raisedOf(run, {spent},
                   {kCashPayment, {amountTold(spent->amount, spent->currency), amountTold(*limit, spent->currency)}}));
  }
  for (const auto& [id, list] : cash) raiseCash(run, list, run.parameter());
  run.lacks({limit ? kCashLimitOnly : kNoCashLimit});
}

void checkE18(Run& run) {
  for (const AwardFact& award : run.facts().money.awards) {
    const Grant* grant = find(run.state().grants, award.grant);
    if (grant == nullptr || grant->state == GrantState::kVoided) continue;
    run.look();
    Sum on_hand = 0;
    Sum lowest = 0;
    const Movement* deepest = nullptr;
    for (const Movement& movement : grant->movements) {
      on_hand += movement.amount;
      if (on_hand >= lowest) continue;
      lowest = on_hand;
      deepest = &movement;
    }
    if (deepest == nullptr) continue;
    const std::int64_t day = civilDay(deepest->at_ms, 300);
    run.raise({.sentence = {kBelowZero, {dayTold(day), amountTold(lowest, grant->currency)}},
               .subjects = {{"grant", award.grant}},
               .evidence = {deepest->index},
               .amount = AtRisk{-lowest, grant->currency}});
  }
}

void checkE19(Run& run) {
  std::map<Id, Demanded> demanded;
  for (const DemandFact& demand : run.facts().money.demands) {
    const Grant* grant = find(run.state().grants, demand.grant);
    if (demand.waived || grant == nullptr || grant->state != GrantState::kAgreed || grant->on_hand <= 0) continue;
    run.look();
    Demanded& of_grant = demanded[demand.grant];
    if (demand.due < run.today()) {
      of_grant.overdue += raiseOverdue(run, demand, *grant);
      continue;
    }
    if (of_grant.waiting == 0) of_grant.returned = demand.returned;
    of_grant.waiting += demand.amount;
  }
  for (const AwardFact& award : run.facts().money.awards) {
    const Grant* grant = find(run.state().grants, award.grant);
    if (grant == nullptr || grant->state != GrantState::kAgreed) continue;
    run.look();
    const Sum unspent = unspentOf(*grant, demanded[award.grant]);
    if (unspent <= 0 || run.today() - grant->eligible_to <= run.parameter()) continue;
    run.raise({.sentence = {kUnspent,
                            {dayTold(grant->eligible_to), countTold(static_cast<std::uint64_t>(run.parameter())),
                             amountTold(unspent, grant->currency)}},
               .subjects = {{"grant", award.grant}},
               .evidence = {award.index},
               .amount = AtRisk{unspent, grant->currency}});
  }
}

}  // namespace audit
