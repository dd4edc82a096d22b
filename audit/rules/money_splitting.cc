// E09, E10: purchases kept below the amount from which more would be asked of the buyer.
#include <algorithm>
#include <cmath>

#include "audit/rules/money_rules.h"
#include "audit/rules/statistics.h"

namespace audit {
namespace {

constexpr InThree kSplit{"{0} берушісінен {1} күн ішінде {2} сатып алу: әрқайсысы {3} сомасынан аз, бәрі {4}.",
                         "У поставщика {0} за {1} дн. сделано покупок: {2}; каждая меньше {3}, вместе {4}.",
                         "Within {1} days {2} purchases were made of vendor {0}: each below {3}, together {4}."};
constexpr InThree kHugging{
    "{2} шегіне жақын {1} төлемнің {0} шектен сәл төмен; кездейсоқ болу ықтималдығы 1 % кем.",
    "Из {1} платежей около порога {2} чуть ниже него {0}; случайно так бывает реже чем в 1 % случаев.",
    "Of {1} payments around the threshold {2}, {0} lie just below it; by chance that is rarer than 1 %."};
constexpr InThree kNoThreshold{
    "сатып алу шегі жоқ: журналдағы auditThresholds саясаты E09 мәнін айтпайды",
    "порога закупок нет: политика auditThresholds журнала не называет E09",
    "there is no threshold of purchases: the log's policy auditThresholds names none under E09"};

constexpr double kRare = 0.01;

// Vendors that are one, or branches of one, are one key; a buyer is the grantee.
std::string buyerAndVendor(const Run& run, const SpentFact& spent) {
  const Grant* grant = grantOf(run, spent);
  if (!spent.named() || grant == nullptr) return {};
  return joinedKey({keyOf(grant->grantee), headOf(run, spent.vendor, spent.day), spent.currency});
}

void raiseSplit(Run& run, const SpentList& list, std::int64_t threshold) {
  Sum sum = 0;
  for (const SpentFact* spent : list) sum += standingOf(run, *spent);
  const std::string& currency = list.front()->currency;
  run.raise(raisedOf(
      run, list,
      {kSplit,
       {textTold(list.front()->vendor), countTold(static_cast<std::uint64_t>(list.back()->day - list.front()->day + 1)),
        countTold(list.size()), amountTold(threshold, currency), amountTold(sum, currency)}}));
}

// Takes the first purchases that reach the threshold within the days, then those after them.
void lookForSplits(Run& run, SpentList list, std::int64_t threshold) {
  std::ranges::stable_sort(list, {}, &SpentFact::day);
  for (std::size_t first = 0; first < list.size();) {
    std::size_t end = first;
    Sum sum = 0;
    while (end < list.size() && list[end]->day - list[first]->day <= run.parameter("days"))
      sum += standingOf(run, *list[end++]);
    if (end - first < 2 || sum < threshold) {
      ++first;
      continue;
    }
    raiseSplit(run,
               {list.begin() + static_cast<std::ptrdiff_t>(first), list.begin() + static_cast<std::ptrdiff_t>(end)},
               threshold);
    first = end;
  }
}

}  // namespace

void checkE09(Run& run) {
  const auto threshold = run.given();
  if (!threshold) return run.cannot({kNoThreshold});
  auto groups = standingBy(run, [&](const SpentFact& spent) {
    return spent.amount < *threshold ? buyerAndVendor(run, spent) : std::string();
  });
  for (auto& [key, list] : groups) {
    run.look(list.size());
    lookForSplits(run, std::move(list), *threshold);
  }
}

// Amounts around the threshold are taken to be spread evenly by their logarithms: of those from a tenth below to a
// tenth above it, a little more than half lie below.
void checkE10(Run& run) {
  const auto threshold = run.givenOf("E09");
  if (!threshold) return run.cannot({kNoThreshold});
  const Sum low = Sum{*threshold} * run.parameter() / 10'000;
  const Sum high = 2 * Sum{*threshold} - low;
  if (low < 1 || low >= *threshold) return;
  const auto logOf = [](Sum sum) { return std::log(static_cast<double>(sum)); };
  const double below = (logOf(*threshold) - logOf(low)) / (logOf(high) - logOf(low));
  const auto groups = standingBy(run, [&](const SpentFact& spent) {
    return spent.amount >= low && spent.amount < high ? joinedKey({keyOf(grantOf(run, spent)->grantee), spent.currency})
                                                      : std::string();
  });
  for (const auto& [key, list] : groups) {
    run.look(list.size());
    SpentList hugging;
    for (const SpentFact* spent : list) {
      if (spent->amount < *threshold) hugging.push_back(spent);
    }
    if (tailOf({list.size(), hugging.size()}, below) >= kRare) continue;
    Raised raised =
        raisedOf(run, hugging,
                 {kHugging,
                  {countTold(hugging.size()), countTold(list.size()), amountTold(*threshold, list.front()->currency)}});
    raised.subjects.insert(raised.subjects.begin(), {"organisation", grantOf(run, *list.front())->grantee});
    run.raise(std::move(raised));
  }
}

}  // namespace audit
