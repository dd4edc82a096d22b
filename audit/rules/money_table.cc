#include <array>

#include "audit/rules/money_rules.h"
#include "audit/rules/table.h"

namespace audit {
namespace {

constexpr auto kSevere = RuleSeverity::kCritical;
constexpr auto kHigh = RuleSeverity::kHigh;
constexpr auto kMedium = RuleSeverity::kMedium;
constexpr auto kLow = RuleSeverity::kLow;

constexpr std::array kE07Parameters{Parameter{"", Unit::kDays, 3}};

constexpr InThree kSpentInputs{"шығыстар мен олардың құжаттары", "расходы и их документы",
                               "expenditures and their documents"};

constexpr auto kMoneyRules = std::to_array<Rule>({
    {"E05",
     1,
     kSevere,
     {"Бір құжат екі рет ұсынылған", "Один документ предъявлен дважды", "The same document is claimed twice"},
     {"шығыстар мен орындау актілерінің құжат хештері", "хеши документов расходов и актов приёмки",
      "document hashes of expenditures and of acts of acceptance"},
     {},
     checkE05},
    {"E06",
     1,
     kSevere,
     {"Бір берушінің бір шоты екі рет", "Один счёт одного поставщика дважды", "One invoice of a vendor twice"},
     kSpentInputs,
     {},
     checkE06},
    {"E07",
     1,
     kMedium,
     {"Қосарланғанға ұқсас төлем", "Похоже на двойную оплату", "A near duplicate payment"},
     kSpentInputs,
     kE07Parameters,
     checkE07},
    {"E08",
     1,
     kSevere,
     {"Бір шот екі қаржыландырушыға", "Один счёт двум финансирующим сторонам", "One invoice to two funders"},
     kSpentInputs,
     {},
     checkE08},
});

}  // namespace

std::span<const Rule> moneyRules() {
  return kMoneyRules;
}

}  // namespace audit
