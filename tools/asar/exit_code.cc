#include "tools/asar/exit_code.h"

#include <algorithm>
#include <array>
#include <string_view>

#include "ledger/rules/refusal.h"

namespace tools {
namespace {

// Of envelopes and key files; those of the rules are known there.
constexpr std::array<std::string_view, 13> kAboutKeys = {
    "SIG_INVALID",       "KEY_REJECTED",   "KEY_UNKNOWN",       "KEY_REVOKED",  "KEY_FILE_OPEN",
    "WRONG_PASSPHRASE",  "KEY_PURPOSE",    "PASSPHRASE_NEEDED", "VAULT_LOCKED", "VAULT_KEY_WRONG",
    "VAULT_KEY_MISSING", "VAULT_OUTDATED", "VAULT_OTHER_LEDGER"};

bool isAboutKeys(const ledger::Error& error) {
  return std::ranges::find(kAboutKeys, error.reason) != kAboutKeys.end() ||
         (error.code == ledger::ErrorCode::kRefused && ledger::isAboutPermission(error.reason));
}

}  // namespace

ExitCode exitCodeOf(const ledger::Error& error) {
  if (error.reason == "LOCKED") return kLocked;
  if (error.reason == "NOT_INITIALISED" || error.reason == "LOG_MISSING") return kNotInitialised;
  if (error.reason == "USAGE" || error.reason == "BAD_NUMBER") return kUsage;
  if (isAboutKeys(error)) return kPermission;
  switch (error.code) {
    case ledger::ErrorCode::kInvalid:
    case ledger::ErrorCode::kRefused:
      return kFailure;
    case ledger::ErrorCode::kNotFound:
      return kNotFound;
    case ledger::ErrorCode::kConflict:
      return kConflict;
    case ledger::ErrorCode::kCorrupt:
      return kTampered;
    case ledger::ErrorCode::kUnavailable:
      return kUnavailable;
  }
  return kFailure;
}

}  // namespace tools
