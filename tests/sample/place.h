// Places and names of the sample year. All of them are plainly invented, but for the regions themselves.
//
// Source   ISO 3166-2:KZ for the codes of the twenty regions.
#pragma once

#include <array>
#include <string>
#include <string_view>

#include "ledger/event/values.h"

namespace sample {

struct Region {
  std::string_view code;
  std::string_view kk, ru, en;
};

inline constexpr std::size_t kRegions = 20;
extern const std::array<Region, kRegions> kRegionTable;

struct Direction {
  std::string_view code;
  std::string_view kk, ru, en;
};

inline constexpr std::size_t kDirections = 6;
extern const std::array<Direction, kDirections> kDirectionTable;

// "Үлгі ұйым 07 / Образцовая организация 07 / Sample organisation 07".
ledger::Names numbered(std::string_view kk, std::string_view ru, std::string_view en, std::size_t number);
ledger::Names officeNames(const Region& region);
// "07", "412".
std::string numberText(std::size_t number, std::size_t digits);

}  // namespace sample
