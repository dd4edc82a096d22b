#include "ledger/net/url.h"

#include <algorithm>

namespace ledger {
namespace {

constexpr std::size_t kUrlBytesMax = 2048;
constexpr std::size_t kHostBytesMax = 253;

bool isDigit(char c) {
  return c >= '0' && c <= '9';
}
bool isHostCharacter(char c) {
  return isDigit(c) || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '-' || c == '.' || c == '_';
}
bool isAddressCharacter(char c) {
  return isDigit(c) || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F') || c == ':' || c == '.';
}
// What may stand in a request line unescaped, without "?" and "#".
bool isPathCharacter(char c) {
  return c > 0x20 && c < 0x7f && std::string_view("?#\"<>\\^`{|}").find(c) == std::string_view::npos;
}

bool isPort(std::string_view port) {
  if (port.empty() || port.size() > 5 || !std::ranges::all_of(port, isDigit)) return false;
  const int number = std::stoi(std::string(port));
  return number >= 1 && number <= 65'535;
}

}  // namespace

std::string Url::authority() const {
  const std::string named = host.find(':') == std::string::npos ? host : "[" + host + "]";
  return port == (tls ? "443" : "80") ? named : named + ":" + port;
}

bool Url::isLoopback() const {
  if (host == "localhost" || host == "::1") return true;
  // Four numbers, not a name that merely begins like them: such a name leads wherever its owner says.
  const bool numbers = std::ranges::all_of(host, [](char c) { return isDigit(c) || c == '.'; });
  return numbers && host.starts_with("127.") && std::ranges::count(host, '.') == 3;
}

Result<Url> parseUrl(std::string_view text) {
  const Error bad{ErrorCode::kInvalid, "BAD_URL",
                  "\"" + std::string(text.substr(0, 80)) +
                      "\" is not an address: write https://host/path or, on this machine, http://127.0.0.1:port/path"};
  Url url;
  std::string_view rest = text;
  if (rest.size() > kUrlBytesMax) return bad;
  if (rest.starts_with("https://")) {
    url.tls = true;
    rest.remove_prefix(8);
  } else if (rest.starts_with("http://")) {
    rest.remove_prefix(7);
  } else {
    return bad;
  }
  const std::size_t slash = std::min(rest.find('/'), rest.size());
  std::string_view place = rest.substr(0, slash);
  url.path = rest.substr(slash);
  while (url.path.ends_with('/')) url.path.pop_back();
  if (!std::ranges::all_of(url.path, isPathCharacter)) return bad;

  if (place.starts_with('[')) {
    const std::size_t end = place.find(']');
    if (end == std::string_view::npos) return bad;
    url.host = place.substr(1, end - 1);
    place.remove_prefix(end + 1);
    if (!std::ranges::all_of(url.host, isAddressCharacter)) return bad;
  } else {
    url.host = place.substr(0, place.find(':'));
    place.remove_prefix(url.host.size());
    if (!std::ranges::all_of(url.host, isHostCharacter)) return bad;
  }
  if (url.host.empty() || url.host.size() > kHostBytesMax) return bad;
  if (place.empty()) {
    url.port = url.tls ? "443" : "80";
    return url;
  }
  if (!place.starts_with(':') || !isPort(place.substr(1))) return bad;
  url.port = place.substr(1);
  return url;
}

}  // namespace ledger
