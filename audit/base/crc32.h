// CRC-32 as in ZIP.
#pragma once

#include "audit/base/bytes.h"

namespace audit {

// Begin with 0; feed the result back for the next piece.
std::uint32_t crc32(std::uint32_t before, Bytes bytes);

}  // namespace audit
