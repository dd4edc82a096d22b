#include "projections/language/phrases.h"

namespace projections {

using ledger::Language;

std::string Phrase::in(Language language) const {
  switch (language) {
    case Language::kKazakh:
      return kk_;
    case Language::kRussian:
      return ru_;
    case Language::kEnglish:
      return en_;
  }
  return en_;
}

std::string nameIn(const ledger::Names& names, Language language) {
  const std::string* own = &names.en;
  if (language == Language::kKazakh) own = &names.kk;
  if (language == Language::kRussian) own = &names.ru;
  for (const std::string* name : {own, &names.kk, &names.ru, &names.en}) {
    if (!name->empty()) return *name;
  }
  return {};
}

}  // namespace projections
