// Resolver — the addresses of a host, or no answer once the deadline has passed.
//
// Shape    an address is taken as it is. A name is looked up by a thread of its own, for the system's look-up has no
//          deadline and cannot be broken off: one that a name server leaves without an answer goes on alone, touches
//          nothing of the caller's and ends when the system gives up. At most kLookupsMax of a process are alive.
// Errors   kUnavailable HTTP_TIMEOUT; HTTP_FAILED: no such name, or too many look-ups without an answer. The message
//          goes on after the name of what was asked for.
// Threads  from any thread.
#pragma once

#include <chrono>
#include <functional>
#include <string>
#include <vector>

#include "ledger/base/result.h"

namespace ledger {

inline constexpr unsigned kLookupsMax = 128;

using Addresses = std::vector<std::string>;  // as text, without brackets
// May take as long as it likes; throws nothing.
using Lookup = std::function<Result<Addresses>(const std::string& host)>;

// That of this machine.
Result<Addresses> systemLookup(const std::string& host);

Result<Addresses> addressesOf(const std::string& host, std::chrono::steady_clock::time_point until,
                              const Lookup& lookup = systemLookup);

}  // namespace ledger
