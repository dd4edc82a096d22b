// PlainJson — JSON that says the same to every reader, or nothing.
//
// Shape    of a text in which a name stands twice in an object, or a number has a point or an exponent, the result is
//          discarded, as of a text that is no JSON: readers differ in which of two they take, and round where a
//          comparison would still hold.
// Threads  pure function.
// Source   RFC 8259, sections 4 and 6; ledger/schema/README.md, section 12.
#pragma once

#include <nlohmann/json_fwd.hpp>
#include <string_view>

namespace audit {

nlohmann::json plainJson(std::string_view text);

}  // namespace audit
