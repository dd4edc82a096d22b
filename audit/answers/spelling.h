// Spelling — what every answer spells alike: days, moments, and which mark of the schema a field bears.
//
// Shape    "2026-03-10", "2026-03-10T10:00:00+05:00"; years of four characters at least, a sign among
//          them.
// Units    days since 1970-01-01, milliseconds of UTC, minutes east of Greenwich.
// Threads  pure functions.
// Source   ledger/schema/types.capnp has the annotations, ledger/schema/README.md, section 12, the forms.
#pragma once

#include <capnp/schema.h>

#include <cstdint>
#include <string>

namespace audit {

// The ids of the annotations of types.capnp.
inline constexpr std::uint64_t kIdMark = 0xac98b467078fa695;
inline constexpr std::uint64_t kHashMark = 0xa5969c5462cce33a;
inline constexpr std::uint64_t kKeyMark = 0xa3115a148e3182fc;
inline constexpr std::uint64_t kSignatureMark = 0x85ab9733029a242f;
inline constexpr std::uint64_t kDayMark = 0xf71ca48d7cae7e31;
inline constexpr std::uint64_t kUtcMsMark = 0xb7be9343d1041690;
inline constexpr std::uint64_t kMinutesMark = 0xc9f8edd102f8a444;
inline constexpr std::uint64_t kOptionalMark = 0xc4a9ed97e7265a95;
inline constexpr std::uint64_t kCountMark = 0x8c54d1e0b7a2f963;

bool hasMark(capnp::StructSchema::Field field, std::uint64_t mark);

std::string civilDayText(std::int64_t day);
enum class Thousandths { kLeftOut, kWhereAny };
// An offset of 0 is +00:00.
std::string offsetMoment(std::int64_t utc_ms, std::int64_t offset_minutes, Thousandths thousandths);

}  // namespace audit
