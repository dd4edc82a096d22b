// The transport of the witness client over ledger/net.
//
// Units    a request that takes longer than three seconds is given up.
// Threads  any.
#pragma once

#include <filesystem>
#include <memory>

#include "ledger/seal/witness_client.h"

namespace tools {

// `authorities`: a PEM file of the only ones to be believed; the system's where empty.
ledger::Result<std::shared_ptr<ledger::WitnessTransport>> witnessesOverHttp(const std::filesystem::path& authorities);

}  // namespace tools
