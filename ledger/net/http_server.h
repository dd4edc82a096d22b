// HttpServer — answers requests over plain HTTP on one address, each by one call of a handler.
//
// Shape    connections are kept open between requests. What is too large, malformed or too slow is answered or
//          closed here and never reaches the handler: 400, 413, 431; 500 where the handler throws.
//          TLS towards the world is the work of a proxy in front.
// Errors   kUnavailable CANNOT_LISTEN with the address.
// Threads  the handler is called from up to `threads` at once; stop() from any, also from a handler.
// Source   RFC 9112.
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <string>

#include "ledger/net/http_message.h"

namespace ledger {

struct HttpServerOptions {
  std::string address = "127.0.0.1";  // of IPv4 or IPv6
  std::uint16_t port = 0;             // 0: any free one
  unsigned threads = 2;
  std::size_t connections_max = 256;                                           // more are closed at once
  HttpLimits limits = {std::chrono::milliseconds{10'000}, 16 << 10, 1 << 20};  // deadline: of one request
};

using HttpHandler = std::function<HttpResponse(const HttpRequest&)>;

class HttpServer {
 public:
  static Result<std::unique_ptr<HttpServer>> listen(const HttpServerOptions& options, HttpHandler handler);
  ~HttpServer();
  HttpServer(const HttpServer&) = delete;
  HttpServer& operator=(const HttpServer&) = delete;

  std::uint16_t port() const;
  // Serves until stop(); requests that are being handled then are finished, their answers may be lost.
  void run();
  void stop();

 private:
  struct Engine;
  explicit HttpServer(std::unique_ptr<Engine> engine);

  std::unique_ptr<Engine> engine_;
};

}  // namespace ledger
