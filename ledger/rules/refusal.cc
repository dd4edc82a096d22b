#include "ledger/rules/refusal.h"

#include <algorithm>
#include <array>
#include <string_view>

namespace ledger {

bool isAboutPermission(const std::string& reason) {
  static constexpr std::array<std::string_view, 28> kReasons = {
      "SIG_INVALID",       "KEY_REJECTED",       "KEY_UNKNOWN",     "KEY_REVOKED",          "KEY_OF_OTHER_PERSON",
      "BAD_POSSESSION",    "ROLE_MISSING",       "SAME_PERSON",     "SELF_ATTESTATION",     "CLAIM_SIGNER_ATTESTS",
      "MANDATE_TOO_YOUNG", "PAYER_APPROVED",     "VERIFIER_PAID",   "CONFLICT_OF_INTEREST", "SELF_NOMINATION",
      "SELF_CONFERRAL",    "ROLES_INCOMPATIBLE", "NOT_YOUR_BATCH",  "AUDITOR_INVOLVED",     "ROLE_NOT_DELEGABLE",
      "TICKET_WRONG",      "TICKET_EARLY",       "TICKET_EXPIRED",  "ATTESTOR_CREDITS",     "SCORER_VERIFIES",
      "SCORER_PAYS",       "SCORER_AWARDS",      "GUARDIAN_ATTESTS"};
  return std::ranges::find(kReasons, reason) != kReasons.end();
}

}  // namespace ledger
