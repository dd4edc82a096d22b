// harmless — text that somebody else wrote, so that a terminal shows it and does nothing else.
#pragma once

#include <string>
#include <string_view>

namespace audit {

// Without controls and without marks that turn the direction of writing; `?` in their place, and for what is no UTF-8.
std::string harmless(std::string_view text);

}  // namespace audit
