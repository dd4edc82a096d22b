// Draw — a choice that anybody can repeat: the first of the candidates in the order of their hashes under a seed.
//
// Source   ledger/schema/README.md section 6, "Draws".
#pragma once

#include "ledger/base/digest.h"
#include "ledger/event/values.h"

namespace ledger {

// `wanted` of the candidates, in the order of the draw.
std::vector<Expert> drawExperts(const Digest& seed, const std::vector<Expert>& candidates, std::size_t wanted);
// `wanted` of the numbers below `population`, in the order of the draw.
std::vector<std::uint32_t> drawSample(const Digest& seed, std::uint32_t population, std::uint32_t wanted);

}  // namespace ledger
