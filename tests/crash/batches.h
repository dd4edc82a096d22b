// Batches whose every byte follows from (run, first position, leaf hash before): what was written can
// be made again for comparison. Another run writes other bytes, so that nothing lost is replaced unseen.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "ledger/log/event_log.h"

namespace tests {

// 1 to 12 entries of 40 to 2,000 bytes. Each begins "RUN FIRST INDEX ", then names the hash before it.
std::vector<ledger::Encoded> batchOf(std::uint64_t run, ledger::Position first, const ledger::Digest& before);

// The "RUN FIRST" and "RUN FIRST INDEX" of a body; empty where it is no body of ours.
std::string batchIdOf(ledger::ByteView body);
std::string entryIdOf(ledger::ByteView body);

}  // namespace tests
