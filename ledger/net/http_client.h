// HttpClient — one request, one response, one connection.
//
// Shape    http only to this machine (what travels elsewhere unprotected could be changed on the way), https
//          elsewhere. Redirections are not followed: an address that somebody pinned is the one that answers.
// Errors   kRefused PLAIN_HTTP; kUnavailable HTTP_FAILED (cannot be reached, broken off, certificate not
//          believed), HTTP_TIMEOUT; kInvalid HTTP_TOO_LARGE, HTTP_MALFORMED: always with the address.
// Threads  send() from any thread; each call works for itself.
// Source   RFC 9112.
#pragma once

#include <filesystem>
#include <memory>

#include "ledger/net/http_message.h"
#include "ledger/net/url.h"

namespace boost::asio::ssl {
class context;
}

namespace ledger {

class HttpClient {
 public:
  // `authorities`: a PEM file of the only ones to be believed; the system's where empty.
  static Result<HttpClient> make(const HttpLimits& limits, const std::filesystem::path& authorities = {});

  // `path` is put after the path of `url`; any status is an answer.
  Result<HttpResponse> get(const Url& url, const std::string& path) const;
  Result<HttpResponse> post(const Url& url, const std::string& path, const std::string& body) const;

 private:
  HttpClient(const HttpLimits& limits, std::shared_ptr<boost::asio::ssl::context> tls)
      : limits_(limits), tls_(std::move(tls)) {}

  Result<HttpResponse> send(const Url& url, const HttpRequest& request) const;

  HttpLimits limits_;
  std::shared_ptr<boost::asio::ssl::context> tls_;
};

}  // namespace ledger
