// HTTP messages — requests and responses as plain values, and the bounds they are read under.
//
// Shape    header names are compared without case; one body, whole, in memory.
// Units    bytes; milliseconds.
// Threads  value types.
// Source   RFC 9110, RFC 9112.
#pragma once

#include <chrono>
#include <cstddef>
#include <string>

#include "ledger/base/result.h"

namespace ledger {

struct HttpRequest {
  std::string method = "GET";
  std::string target = "/";  // path and query
  std::string content_type;
  std::string body;
};

struct HttpResponse {
  unsigned status = 200;
  std::string content_type = "text/plain; charset=utf-8";
  std::string cache_control;  // none where empty
  std::string body;
};

// What a peer may make us read, and how long it may take: from connecting to the last byte, all together.
struct HttpLimits {
  std::chrono::milliseconds deadline{2000};
  std::size_t header_bytes = 16 << 10;
  std::size_t body_bytes = 1 << 20;
};

}  // namespace ledger
