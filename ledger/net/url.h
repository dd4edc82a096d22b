// Url — an http or https address, taken apart.
//
// Shape    scheme://host[:port][/path]; no user, query or fragment. An IPv6 address stands in brackets.
// Errors   kInvalid BAD_URL, naming it.
// Source   RFC 3986.
#pragma once

#include <string>
#include <string_view>

#include "ledger/base/result.h"

namespace ledger {

struct Url {
  bool tls = false;
  std::string host;  // without brackets
  std::string port;  // "80" or "443" where none is written
  std::string path;  // begins with "/"; without one at the end, so "" for the root

  // As a Host header has it: the port only where it is not the scheme's own.
  std::string authority() const;
  // localhost, 127.0.0.0/8 or ::1: what is sent there leaves the machine by no wire.
  bool isLoopback() const;
};

Result<Url> parseUrl(std::string_view text);

}  // namespace ledger
