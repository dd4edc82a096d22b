// E05–E08: one document, one invoice, one purchase that money is claimed on twice.
#include <algorithm>
#include <set>

#include "audit/rules/money_rules.h"

namespace audit {
namespace {

constexpr InThree kOneDocument{"Бір құжат ({0}…) {1} рет ұсынылған.",
                               "Один и тот же документ ({0}…) предъявлен {1} раз(а).",
                               "One document ({0}…) was claimed {1} times."};
constexpr InThree kOneInvoice{
    "{0} берушісінің {1} нөмірлі құжаты бойынша {2} шығыс бар: {3}. Бір шотты бөліп төлеу де осылай көрінеді.",
    "По документу {1} поставщика {0} записано расходов: {2} ({3}). Так же выглядит и оплата одного счёта по частям.",
    "Document {1} of vendor {0} stands behind {2} expenditures: {3}. Instalments on one invoice look the same."};
constexpr InThree kTwoFunders{"{0} берушісінің {1} нөмірлі құжаты {2} қаржыландырушының ақшасына жазылған.",
                              "Документ {1} поставщика {0} отнесён на средства {2} финансирующих сторон.",
                              "Document {1} of vendor {0} is claimed from {2} funders."};
constexpr InThree kNearDuplicate{
    "{0} берушісіне {1} сомасы {2} рет, {3} күн ішінде, әртүрлі құжатпен төленген ({4} – {5}).",
    "Поставщику {0} сумма {1} уплачена {2} раз(а) с промежутками не более {3} дн. по разным документам ({4} – {5}).",
    "Vendor {0} was paid {1} on {2} documents, never more than {3} days apart ({4} – {5})."};
constexpr InThree kNoNumber{"нөмірінде әріп те, цифр да жоқ, сондықтан салыстырылмаған құжаттар: {0}",
                            "документы, в номере которых нет ни букв, ни цифр, и сравнить его не с чем: {0}",
                            "documents whose number has no letter and no digit, and was compared with none: {0}"};

constexpr std::size_t kHashShown = 12;

AtRisk allButLargest(const Run& run, const SpentList& list) {
  Sum sum = 0;
  Sum largest = 0;
  for (const SpentFact* spent : list) {
    sum += standingOf(run, *spent);
    largest = std::max(largest, standingOf(run, *spent));
  }
  return {sum - largest, list.front()->currency};
}

// Vendors that cannot be told apart share no invoice.
std::map<std::string, SpentList> byInvoice(const Run& run) {
  return standingBy(run, [](const SpentFact& spent) {
    return spent.named() && !spent.number_key.empty() ? joinedKey({spent.vendor_key, spent.number_key}) : std::string();
  });
}

// Who has no number is told of, and not passed.
void lacksNumbers(Run& run) {
  std::uint64_t without = 0;
  for (const SpentFact* spent : standing(run)) {
    if (spent->named() && spent->number_key.empty()) ++without;
  }
  if (without != 0) run.lacks({kNoNumber, {countTold(without)}});
}

std::map<Id, SpentList> byFunder(const Run& run, const SpentList& list) {
  std::map<Id, SpentList> out;
  for (const SpentFact* spent : list) {
    if (const Grant* grant = grantOf(run, *spent)) out[grant->funder].push_back(spent);
  }
  return out;
}

struct Claim {
  Subject subject;
  std::uint64_t index = 0;
  Sum amount = 0;
  std::string currency;
};

void judgeClaims(Run& run, const Hash& document, const std::vector<Claim>& claims) {
  run.look();
  if (claims.size() < 2) return;
  Raised raised{.sentence = {kOneDocument, {{hexOf(document).substr(0, kHashShown)}, countTold(claims.size())}},
                .subjects = {},
                .evidence = {}};
  AtRisk at_risk{0, claims.front().currency};
  Sum largest = 0;
  for (const Claim& claim : claims) {
    raised.subjects.push_back(claim.subject);
    raised.evidence.push_back(claim.index);
    if (claim.currency != at_risk.currency) continue;
    at_risk.minor += claim.amount;
    largest = std::max(largest, claim.amount);
  }
  at_risk.minor -= largest;
  raised.amount = at_risk;
  run.raise(std::move(raised));
}

std::string amountsOf(const Run& run, const SpentList& list) {
  std::string out;
  for (std::size_t i = 0; i < std::min<std::size_t>(list.size(), 4); ++i)
    out += (i == 0 ? "" : ", ") + amountTold(standingOf(run, *list[i]), list[i]->currency).text;
  return out + (list.size() > 4 ? " …" : "");
}

}  // namespace

void checkE05(Run& run) {
  std::map<Hash, std::vector<Claim>> claims;
  for (const SpentFact* spent : standing(run))
    claims[spent->document].push_back(
        {{"expenditure", spent->id}, spent->index, standingOf(run, *spent), spent->currency});
  for (const DocumentFact& fact : run.facts().money.documents)
    claims[fact.document].push_back({{fact.kind, fact.id}, fact.index, fact.amount, fact.currency});
  for (const auto& [document, list] : claims) judgeClaims(run, document, list);
}

void checkE06(Run& run) {
  for (const auto& [invoice, all] : byInvoice(run)) {
    run.look();
    // Of several funders it is E08.
    for (const auto& [funder, list] : byFunder(run, all)) {
      if (list.size() < 2) continue;
      Raised raised = raisedOf(run, list,
                               {kOneInvoice,
                                {textTold(list.front()->vendor),
                                 textTold(list.front()->number),
                                 countTold(list.size()),
                                 {amountsOf(run, list)}}});
      raised.amount = allButLargest(run, list);
      run.raise(std::move(raised));
    }
  }
  lacksNumbers(run);
}

void checkE08(Run& run) {
  for (const auto& [invoice, all] : byInvoice(run)) {
    run.look();
    const auto funders = byFunder(run, all);
    if (funders.size() < 2) continue;
    Raised raised = raisedOf(
        run, all,
        {kTwoFunders, {textTold(all.front()->vendor), textTold(all.front()->number), countTold(funders.size())}});
    raised.amount = allButLargest(run, all);
    for (const auto& [funder, list] : funders) raised.subjects.push_back({"organisation", funder});
    run.raise(std::move(raised));
  }
  lacksNumbers(run);
}

// One finding for a row of equal payments, however long.
void checkE07(Run& run) {
  const std::int64_t days = run.parameter();
  auto groups = standingBy(run, [](const SpentFact& spent) {
    return spent.named() ? joinedKey({spent.vendor_key, spent.currency, std::to_string(spent.amount)}) : std::string();
  });
  for (auto& [key, list] : groups) {
    run.look(list.size());
    std::ranges::stable_sort(list, {}, &SpentFact::day);
    for (std::size_t first = 0; first < list.size();) {
      std::size_t end = first + 1;
      while (end < list.size() && list[end]->day - list[end - 1]->day <= days) ++end;
      const SpentList row(list.begin() + static_cast<std::ptrdiff_t>(first),
                          list.begin() + static_cast<std::ptrdiff_t>(end));
      first = end;
      std::set<std::string> numbers;
      for (const SpentFact* spent : row) numbers.insert(spent->number_key.empty() ? spent->number : spent->number_key);
      if (numbers.size() < 2) continue;
      Raised raised = raisedOf(run, row,
                               {kNearDuplicate,
                                {textTold(row.front()->vendor), amountTold(row.front()->amount, row.front()->currency),
                                 countTold(row.size()), countTold(static_cast<std::uint64_t>(days)),
                                 dayTold(row.front()->day), dayTold(row.back()->day)}});
      raised.amount = allButLargest(run, row);
      run.raise(std::move(raised));
    }
  }
}

}  // namespace audit
