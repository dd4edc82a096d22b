#include "audit/answers/typed.h"

#include <filesystem>

namespace audit {

std::string whyNoKey(const std::string& text) {
  std::error_code error;
  if (std::filesystem::exists(text, error))
    return text + " is a file: the option takes the key itself, such as --vkey \"$(cat " + text + ")\"";
  const auto first = text.find('+');
  const auto second = first == std::string::npos ? first : text.find('+', first + 1);
  if (first == 0 || second == std::string::npos)
    return "is no Ed25519 verifier key of the form name+hash+base64: copy the whole of it";
  return "has a character that is mistyped or missing: its hash does not fit its key; copy it again from its source";
}

std::string inCapitals(std::string id) {
  for (char& c : id) {
    if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 'a' + 'A');
  }
  return id;
}

}  // namespace audit
