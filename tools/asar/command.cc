#include "tools/asar/command.h"

#include <charconv>

#include "tools/asar/text.h"

namespace tools {

ledger::Result<std::uint64_t> Arguments::number(std::string_view name, std::uint64_t otherwise) const {
  const auto text = find(name);
  if (!text) return otherwise;
  std::uint64_t value = 0;
  const auto* const end = text->data() + text->size();
  const auto parsed = std::from_chars(text->data(), end, value);
  const bool other_spelling = text->size() > 1 && text->front() == '0';
  if (text->empty() || other_spelling || parsed.ec != std::errc() || parsed.ptr != end) {
    return ledger::Error{ledger::ErrorCode::kInvalid, "BAD_NUMBER",
                         std::string(name) + ": \"" + *text + "\" is not a whole number from 0"};
  }
  return value;
}

std::string CommandSpec::title() const {
  return verb.empty() ? std::string(noun) : std::string(noun) + " " + std::string(verb);
}

std::string CommandSpec::key() const {
  return verb.empty() ? std::string(noun) : std::string(noun) + "." + std::string(verb);
}

std::string textKeyOf(const CommandSpec& command, std::string_view option) {
  const std::string own = command.key() + "." + std::string(option);
  return hasText(own) ? own : "option." + std::string(option);
}

}  // namespace tools
