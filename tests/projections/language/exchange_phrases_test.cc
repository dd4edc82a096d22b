#include "projections/language/exchange_phrases.h"

#include <gtest/gtest.h>

#include <set>

namespace projections {
namespace {

TEST(ExchangePhrases, EveryCategoryHasANameOfItsOwn) {
  for (const ledger::Language language : ledger::kLanguages) {
    std::set<std::string> names;
    for (const ReconciliationCategory& one : reconciliationCategories())
      EXPECT_TRUE(names.insert(categoryPhrase(one.as).in(language)).second) << one.name;
  }
}

}  // namespace
}  // namespace projections
