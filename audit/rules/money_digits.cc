// E14, E15: amounts that look made up.
#include <algorithm>
#include <cmath>

#include "audit/rules/money_rules.h"
#include "audit/rules/statistics.h"

namespace audit {
namespace {

constexpr InThree kRound{"{1} төлемнің {0} {2} еселігі: {3}, басқаларда {4}.",
                         "{0} из {1} платежей кратны {2}: {3}, у остальных {4}.",
                         "{0} of {1} payments are multiples of {2}: {3}, where of others it is {4}."};
constexpr InThree kNoPeers{"салыстыратын басқа алушылары жоқ ұйымдар: {0} (кемінде {1} төлем керек)",
                           "организации, которым не нашлось сравнения: {0} (нужно не менее {1} платежей)",
                           "organisations with nobody to compare them with: {0} (at least {1} payments are needed)"};
constexpr InThree kUnlikeBenford{
    "{0} төлемнің алғашқы екі цифры Бенфорд заңынан {1}/10000 ауытқиды, шегі {2}/10000.",
    "Первые две цифры {0} платежей отклоняются от закона Бенфорда на {1}/10000 при пределе {2}/10000.",
    "The first two digits of {0} payments differ from Benford's law by {1}/10000, where {2}/10000 is the limit."};
constexpr InThree kTooFew{
    "{1} төлемнен аз не сомалары екі реттіктен тар ұйымдар: {0}",
    "организации, у которых меньше {1} платежей или суммы уже двух порядков: {0}",
    "organisations with fewer than {1} payments, or amounts of less than two orders of magnitude: {0}"};

constexpr double kVeryRare = 0.001;
constexpr std::int64_t kTwoOrders = 100;

std::map<std::string, SpentList> byBuyer(const Run& run) {
  return standingBy(run, [&](const SpentFact& spent) {
    return joinedKey({keyOf(grantOf(run, spent)->grantee), spent.currency});
  });
}

SpentList multiplesIn(const SpentList& list, std::int64_t unit) {
  SpentList out;
  std::ranges::copy_if(list, std::back_inserter(out),
                       [&](const SpentFact* spent) { return spent->amount % unit == 0; });
  return out;
}

struct Peers {
  std::uint64_t payments = 0;
  std::uint64_t round = 0;
};

// Of each currency, all payments.
std::map<std::string, Peers> countedBy(const std::map<std::string, SpentList>& buyers, std::int64_t unit) {
  std::map<std::string, Peers> all;
  for (const auto& [key, list] : buyers) {
    Peers& peers = all[list.front()->currency];
    peers.payments += list.size();
    peers.round += multiplesIn(list, unit).size();
  }
  return all;
}

// The next power of ten from there on.
std::int64_t decadeFrom(std::int64_t amount) {
  std::int64_t decade = 10;
  while (decade < amount) decade *= 10;
  return decade;
}

}  // namespace

void checkE14(Run& run) {
  const std::int64_t unit = run.parameter();
  const auto least = static_cast<std::uint64_t>(run.parameter("least"));
  const auto buyers = byBuyer(run);
  const auto all = countedBy(buyers, unit);
  std::uint64_t alone = 0;
  for (const auto& [key, list] : buyers) {
    run.look(list.size());
    if (list.size() < least) continue;
    const SpentList round = multiplesIn(list, unit);
    Peers peers = all.at(list.front()->currency);
    peers.payments -= list.size();
    peers.round -= round.size();
    if (peers.payments < least) {
      ++alone;
      continue;
    }
    const double usual = std::clamp(static_cast<double>(peers.round) / static_cast<double>(peers.payments), 0.01, 0.99);
    const double share = static_cast<double>(round.size()) / static_cast<double>(list.size());
    if (share < 2 * usual || tailOf({list.size(), round.size()}, usual) >= kVeryRare) continue;
    Raised raised =
        raisedOf(run, round,
                 {kRound,
                  {countTold(round.size()), countTold(list.size()), amountTold(unit, list.front()->currency),
                   shareTold(std::lround(share * 10'000)), shareTold(std::lround(usual * 10'000))}});
    raised.subjects.insert(raised.subjects.begin(), {"organisation", grantOf(run, *list.front())->grantee});
    run.raise(std::move(raised));
  }
  if (alone != 0) run.lacks({kNoPeers, {countTold(alone), countTold(least)}});
}

// A list that was cut off below, such as payments above some amount, is compared from the next power of ten on: the
// law holds there for whole decades. Where only some of what is below is missing, a policy says from which amount on.
void checkE15(Run& run) {
  const auto least = static_cast<std::uint64_t>(run.parameter());
  std::uint64_t small = 0;
  for (const auto& [key, list] : byBuyer(run)) {
    run.look(list.size());
    std::int64_t lowest = list.front()->amount;
    std::int64_t highest = lowest;
    for (const SpentFact* spent : list) {
      lowest = std::min(lowest, spent->amount);
      highest = std::max(highest, spent->amount);
    }
    const std::int64_t from = decadeFrom(std::max(lowest, run.given("from").value_or(0)));
    std::vector<std::int64_t> amounts;
    for (const SpentFact* spent : list) {
      if (spent->amount >= from) amounts.push_back(spent->amount);
    }
    if (amounts.size() < least || highest / kTwoOrders < from) {
      ++small;
      continue;
    }
    const std::int64_t away = std::lround(benfordDeviation(amounts) * 10'000);
    if (away <= run.parameter("deviation")) continue;
    Raised raised{
        .sentence = {kUnlikeBenford,
                     {countTold(amounts.size()), {std::to_string(away)}, {std::to_string(run.parameter("deviation"))}}},
        .subjects = {{"organisation", grantOf(run, *list.front())->grantee}},
        .evidence = {list.front()->index, list.back()->index}};
    run.raise(std::move(raised));
  }
  if (small != 0) run.lacks({kTooFew, {countTold(small), countTold(least)}});
}

}  // namespace audit
