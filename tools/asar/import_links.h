// Import links — the ids by which another system knows what an import brought in, as links for a clerk to sign.
//
// Shape    the [[link]] tables of the mapping, read row by row; a subject's id is derived from the batch as in the
//          import, so that links name what was imported. Each is judged on a copy of the ledger's state: what is
//          linked already to the same subject is passed over, what the ledger would refuse is told with its reason.
//          `once` counts for each [[link]] by itself, and only rows whose link is there or will be.
// Errors   kInvalid BAD_MAPPING where there is no [[link]], and those of the source; a refusal is no error.
// Threads  one.
#pragma once

#include "tools/asar/import_batch.h"

namespace tools {

struct LinkTerms {
  ledger::SubjectId system;
  ledger::PersonId clerk;
  ledger::Instant now;  // when the links are made
};

struct RefusedLink {
  std::size_t row = 0;  // from 0, as rejects count
  std::string external_id;
  std::string reason;
  std::string message;
};

struct LinkPlan {
  ledger::SubjectId batch;
  std::size_t known = 0;                                         // linked before
  std::vector<std::pair<std::size_t, ledger::Command>> to_sign;  // with their rows
  std::vector<RefusedLink> refused;
};

ledger::Result<LinkPlan> planLinks(const ImportInput& input, ledger::State state, const LinkTerms& terms,
                                   ledger::Random& random);

// The system of that code or id; kNotFound SYSTEM_UNKNOWN, kRefused WRONG_STATE where it is retired.
ledger::Result<ledger::SubjectId> systemIn(const ledger::State& state, const std::string& id_or_code);

}  // namespace tools
