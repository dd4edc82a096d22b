// UTF-8 as the contract wants it: shortest form, no surrogates; and which characters are spaces or controls.
#pragma once

#include <string>
#include <string_view>

namespace audit {

bool isUtf8(std::string_view text);
// Requires isUtf8(text).
std::u32string charactersOf(std::string_view text);
// Requires isUtf8(text): one character is a Unicode space.
bool hasSpace(std::string_view text);
// UTF-8 without C0, DEL and C1 controls.
bool isPlainText(std::string_view text);

}  // namespace audit
