// UTF-8 — whether bytes are well-formed text.
//
// Source   RFC 3629 sections 3 and 4: no overlong forms, no surrogates, nothing past U+10FFFF.
#pragma once

#include <cstddef>
#include <string_view>

namespace ledger {

// Length in bytes of the well-formed sequence at the start of `text`; 0 where there is none.
std::size_t utf8Length(std::string_view text);
bool isUtf8(std::string_view text);

}  // namespace ledger
