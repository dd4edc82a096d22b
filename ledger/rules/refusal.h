// Refusal — the shortest way to say no with a name and a sentence.
#pragma once

#include <string>
#include <utility>

#include "ledger/base/result.h"

namespace ledger {

inline Error refuse(std::string reason, std::string message) {
  return {ErrorCode::kRefused, std::move(reason), std::move(message)};
}

// Refusals that are about who asks, not about what is asked: the key, the role, the separation of persons.
bool isAboutPermission(const std::string& reason);

}  // namespace ledger
