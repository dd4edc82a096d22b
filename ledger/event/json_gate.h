// The JSON gate — the only way by which JSON text comes in.
//
// Shape    one JSON value: UTF-8 without byte-order mark, at most 16 levels deep, integers of at most 18
//          digits and nothing else as number, no name twice in an object (compared after unescaping), no
//          control characters, escaped or not, no lone surrogates, nothing after the value.
// Errors   kInvalid JSON_MALFORMED, JSON_TOO_LONG, JSON_TOO_DEEP, JSON_NAME_TWICE, JSON_NUMBER, JSON_CONTROL_CHARACTER,
//          each with line and column. Hostile input is bounded and never throws.
// Threads  a pure function.
// Source   RFC 8259; RFC 7493 (I-JSON).
#pragma once

#include <cstddef>
#include <string_view>

#include "ledger/base/limits.h"
#include "ledger/base/result.h"
#include "ledger/event/json_value.h"

namespace ledger {

// `first_line` is the number of the text's first line, for messages about a line of a larger file.
Result<JsonValue> parseJson(std::string_view text, std::size_t first_line = 1,
                            std::size_t bytes_max = limits::kJsonLineBytesMax);

// For readers that take the tokens of a larger file themselves. Both must be asked: the bytes before they are parsed,
// and each name and text after it was unescaped.
// What the parser would swallow in silence: a byte-order mark, a zero byte with all that follows, control characters.
Result<void> checkJsonBytes(std::string_view text, std::size_t first_line = 1);
// U+0000–U+001F and U+007F–U+009F, in text that is known to be UTF-8.
bool hasControlCharacter(std::string_view text);

}  // namespace ledger
