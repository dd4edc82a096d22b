// The words around what an audit tells, in three languages.
//
// Threads  constants.
#pragma once

#include <string>
#include <string_view>

#include "ledger/schema/words/words.h"

namespace audit {

struct FrameWord {
  std::string_view kk;
  std::string_view ru;
  std::string_view en;

  std::string in(ledger::Language language) const {
    return std::string(language == ledger::Language::kKazakh ? kk : language == ledger::Language::kRussian ? ru : en);
  }
};
inline constexpr FrameWord kCheckedWord{"тексерілгені", "проверено", "checked"};
inline constexpr FrameWord kNotCheckedWord{"тексерілмегені", "не проверено", "not checked"};
inline constexpr FrameWord kFindingsWord{"табылғаны", "найдено", "findings"};
inline constexpr FrameWord kVerdictWord{"қорытынды", "вывод", "verdict"};
inline constexpr FrameWord kNotPinnedWord{"кілт бекітілмеген", "ключ не закреплён", "key not pinned"};
inline constexpr FrameWord kLedgerWord{"журнал", "журнал", "ledger"};
inline constexpr FrameWord kOriginWord{"атауы", "имя", "origin"};
inline constexpr FrameWord kSizeWord{"көлемі", "размер", "size"};
inline constexpr FrameWord kRootWord{"түбірі", "корень", "root"};
inline constexpr FrameWord kWitnessesWord{"куәгерлер", "свидетели", "witnesses"};

}  // namespace audit
