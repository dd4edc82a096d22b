// What somebody typed: as it is meant, or why it cannot be taken and what to give instead.
//
// Threads  pure functions, but for whyNoKey, which looks whether there is such a file.
#pragma once

#include <string>

namespace audit {

// Of a text that is no verifier key, as the end of a sentence that begins with its option.
std::string whyNoKey(const std::string& text);
// An id of a rule in either case: "e07" is E07.
std::string inCapitals(std::string id);

}  // namespace audit
