// E09, E10: purchases kept below the amount from which more would be asked of the buyer.
#include <algorithm>
#include <cmath>

#include "audit/rules/money_rules.h"
#include "audit/rules/statistics.h"

namespace audit {
namespace {

constexpr InThree kSplit{"{0} берушісінен {1} – {5} аралығында {2} сатып алу: әрқайсысы {3} сомасынан аз, бәрі {4}.",
                         "У поставщика {0} с {1} по {5} сделано покупок: {2}; каждая меньше {3}, вместе {4}.",
                         "From {1} to {5}, {2} purchases were made of vendor {0}: each below {3}, together {4}."};
constexpr InThree kHugging{
    "{2} шегіне жақын {1} төлемнің {0} шектен сәл төмен, күтілгені {3}; кездейсоқ болу ықтималдығы 1 % кем.",
    "Из {1} платежей около порога {2} чуть ниже него {0}, ожидалось {3}; случайно так бывает реже чем в 1 % случаев.",
    "Of {1} payments around the threshold {2}, {0} lie just below it, where {3} is expected; chance gives that in less "
    "than 1 % of cases."};
constexpr InThree kNoThreshold{
    "сатып алу шегі жоқ: журналдағы auditThresholds саясаты E09 мәнін айтпайды",
    "порога закупок нет: политика auditThresholds журнала не называет E09",
    "there is no threshold of purchases: the log's policy auditThresholds names none under E09"};

constexpr double kRare = 0.01;

// Vendors that are one, or branches of one, are one key; a buyer is the grantee.
std::string buyerAndVendor(const Run& run, const SpentFact& spent) {
  const Grant* grant = grantOf(run, spent);
  if (!spent.named() || grant == nullptr) return {};
  return joinedKey({keyOf(grant->grantee), headOf(run, spent.vendor_key, spent.day), spent.currency});
}

void raiseSplit(Run& run, const SpentList& list, std::int64_t threshold) {
  Sum sum = 0;
  for (const SpentFact* spent : list) sum += standingOf(run, *spent);
  const std::string& currency = list.front()->currency;
  run.raise(raisedOf(run, list,
                     {kSplit,
                      {textTold(list.front()->vendor), dayTold(list.front()->day), countTold(list.size()),
                       amountTold(threshold, currency), amountTold(sum, currency), dayTold(list.back()->day)}}));
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

bool isBetween(const SpentFact& spent, std::int64_t threshold, double from, double to) {
  const double ratio = static_cast<double>(spent.amount) / static_cast<double>(threshold);
  return ratio >= from && ratio < to;
}

// How the logarithm of the density falls over that of the amount, from one doubling below the band to one above it.
double slopeAround(const SpentList& list, std::int64_t threshold, double low) {
  constexpr std::int64_t kNeighboursLeast = 30;
  const double high = 2 - low;
  const auto count_of = [&](double from, double to) {
    return std::ranges::count_if(list, [&](const auto* spent) { return isBetween(*spent, threshold, from, to); });
  };
  const auto below = count_of(low / 2, low);
  const auto above = count_of(high, 2 * high);
  if (below < kNeighboursLeast || above < kNeighboursLeast) return 0;
  return std::log(static_cast<double>(above) / static_cast<double>(below)) / std::log(2 * high / low);
}

double shareBelow(double low, double slope) {
  const double high = 2 - low;
  if (std::abs(slope) < 1e-9) return -std::log(low) / std::log(high / low);
  return (1 - std::pow(low, slope)) / (std::pow(high, slope) - std::pow(low, slope));
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

// Of payments around the threshold, such a share is expected below it: that of a density of which the logarithm is a
// straight line, through what lies further below and above; an even one where too little lies there.
void checkE10(Run& run) {
  const auto threshold = run.givenOf("E09");
  if (!threshold) return run.cannot({kNoThreshold});
  const double low = static_cast<double>(run.parameter()) / 10'000;
  if (low <= 0 || low >= 1) return;
  auto groups = standingBy(run, [&](const SpentFact& spent) {
    return joinedKey({keyOf(grantOf(run, spent)->grantee), spent.currency});
  });
  for (auto& [key, list] : groups) {
    const double below = shareBelow(low, slopeAround(list, *threshold, low));
    std::erase_if(list, [&](const SpentFact* spent) { return !isBetween(*spent, *threshold, low, 2 - low); });
    run.look(list.size());
    SpentList hugging;
    std::ranges::copy_if(list, std::back_inserter(hugging),
                         [&](const SpentFact* spent) { return spent->amount < *threshold; });
    if (hugging.empty() || tailOf({list.size(), hugging.size()}, below) >= kRare) continue;
    Raised raised =
        raisedOf(run, hugging,
                 {kHugging,
                  {countTold(hugging.size()), countTold(list.size()), amountTold(*threshold, list.front()->currency),
                   shareTold(std::lround(below * 10'000))}});
    raised.subjects.insert(raised.subjects.begin(), {"organisation", grantOf(run, *list.front())->grantee});
    run.raise(std::move(raised));
  }
}

}  // namespace audit
