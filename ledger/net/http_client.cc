#include "ledger/net/http_client.h"

#include <openssl/err.h>
#include <openssl/ssl.h>

#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/address.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/ssl/host_name_verification.hpp>
#include <boost/beast/core.hpp>
#include <boost/beast/http.hpp>
#include <boost/beast/ssl.hpp>

#include "ledger/net/resolver.h"
#include "ledger/net/tls.h"

namespace ledger {
namespace {

namespace asio = boost::asio;
namespace beast = boost::beast;
namespace http = boost::beast::http;
using boost::system::error_code;
using Request = http::request<http::string_body>;
using Parser = http::response_parser<http::string_body>;
using Moment = std::chrono::steady_clock::time_point;

std::string nameOf(const Url& url) {
  return (url.tls ? "https://" : "http://") + url.authority() + url.path;
}

Error failed(const Url& url, const error_code& why) {
  const std::string place = nameOf(url);
  if (why == beast::error::timeout) return {ErrorCode::kUnavailable, "HTTP_TIMEOUT", place + " did not answer in time"};
  if (why == http::error::body_limit || why == http::error::header_limit)
    return {ErrorCode::kInvalid, "HTTP_TOO_LARGE", place + " answered with more than is read: " + why.message()};
  if (why.category() == http::make_error_code(http::error::bad_version).category() &&
      why != http::error::end_of_stream && why != http::error::partial_message)
    return {ErrorCode::kInvalid, "HTTP_MALFORMED", place + " does not answer in HTTP: " + why.message()};
  return {ErrorCode::kUnavailable, "HTTP_FAILED", place + " cannot be asked: " + why.message()};
}

// Runs the operations of one request, one after the other, each under what is left of the deadline.
class Exchange {
 public:
  Exchange(const Url& url, const HttpLimits& limits)
      : url_(url), limits_(limits), until_(std::chrono::steady_clock::now() + limits.deadline) {}

  template <class Stream>
  Result<HttpResponse> over(Stream& stream, const Request& request) {
    beast::get_lowest_layer(stream).expires_at(until_);
    if (const error_code why = finish([&](auto done) { http::async_write(stream, request, done); }))
      return failed(url_, why);
    beast::flat_buffer buffer(limits_.header_bytes + limits_.body_bytes);
    Parser parser;
    parser.header_limit(static_cast<std::uint32_t>(limits_.header_bytes));
    parser.body_limit(limits_.body_bytes);
    // The header first: read in one go, Beast 1.74 forgets that the length named there is over the limit.
    if (const error_code why = finish([&](auto done) { http::async_read_header(stream, buffer, parser, done); }))
      return failed(url_, why);
    if (const error_code why = finish([&](auto done) { http::async_read(stream, buffer, parser, done); }))
      return failed(url_, why);
    http::response<http::string_body> answer = parser.release();
    HttpResponse out;
    out.status = answer.result_int();
    out.content_type = answer[http::field::content_type].to_string();
    out.cache_control = answer[http::field::cache_control].to_string();
    out.body = std::move(answer.body());
    return out;
  }

  Result<void> connect(beast::tcp_stream& stream) {
    const auto addresses = addressesOf(url_.host, until_);
    if (!addresses) {
      const Error& why = addresses.error();
      return Error{why.code, why.reason, nameOf(url_) + " " + why.message};
    }
    const auto port = static_cast<std::uint16_t>(std::stoi(url_.port));
    std::vector<asio::ip::tcp::endpoint> places;
    for (const std::string& address : *addresses) places.emplace_back(asio::ip::make_address(address), port);
    stream.expires_at(until_);
    const error_code why = finish([&](auto done) { stream.async_connect(places, done); });
    return why ? Result<void>(failed(url_, why)) : Result<void>();
  }

  Result<void> shakeHands(beast::ssl_stream<beast::tcp_stream>& stream) {
    error_code no_address;
    asio::ip::make_address(url_.host, no_address);  // an address is no server name
    std::string name = url_.host;
    // What the macro SSL_set_tlsext_host_name stands for, without its cast.
    if (no_address &&
        SSL_ctrl(stream.native_handle(), SSL_CTRL_SET_TLSEXT_HOSTNAME, TLSEXT_NAMETYPE_host_name, name.data()) != 1)
      return failed(url_, error_code(static_cast<int>(ERR_get_error()), asio::error::get_ssl_category()));
    stream.set_verify_callback(asio::ssl::host_name_verification(url_.host));
    beast::get_lowest_layer(stream).expires_at(until_);
    const error_code why = finish([&](auto done) { stream.async_handshake(asio::ssl::stream_base::client, done); });
    return why ? Result<void>(failed(url_, why)) : Result<void>();
  }

  asio::io_context& context() { return context_; }

 private:
  template <class Start>
  error_code finish(const Start& start) {
    error_code why = beast::error::timeout;
    start([&why](error_code result, auto&&...) { why = result; });
    context_.restart();
    context_.run();
    return why;
  }

  const Url& url_;
  const HttpLimits& limits_;
  Moment until_;
  asio::io_context context_{1};
};

Request wired(const Url& url, const HttpRequest& request) {
  Request out(http::string_to_verb(request.method), request.target, 11);
  out.set(http::field::host, url.authority());
  out.set(http::field::user_agent, "asar");
  out.set(http::field::connection, "close");
  if (!request.content_type.empty()) out.set(http::field::content_type, request.content_type);
  out.body() = request.body;
  out.prepare_payload();
  return out;
}

Result<HttpResponse> exchanged(const Url& url, const HttpRequest& request, const HttpLimits& limits,
                               asio::ssl::context& tls) {
  const Request wire = wired(url, request);
  Exchange exchange(url, limits);
  if (!url.tls) {
    beast::tcp_stream stream(exchange.context());
    ASAR_TRY(exchange.connect(stream));
    return exchange.over(stream, wire);
  }
  beast::ssl_stream<beast::tcp_stream> stream(exchange.context(), tls);
  ASAR_TRY(exchange.connect(beast::get_lowest_layer(stream)));
  ASAR_TRY(exchange.shakeHands(stream));
  // A body that is cut off is an error here: without a length it ends with TLS's own farewell only.
  return exchange.over(stream, wire);
}

}  // namespace

Result<HttpClient> HttpClient::make(const HttpLimits& limits, const std::filesystem::path& authorities) {
  auto tls = clientTls(authorities);
  if (!tls) return tls.error();
  return HttpClient(limits, std::move(*tls));
}

Result<HttpResponse> HttpClient::get(const Url& url, const std::string& path) const {
  return send(url, {"GET", url.path + path, "", ""});
}

Result<HttpResponse> HttpClient::post(const Url& url, const std::string& path, const std::string& body) const {
  return send(url, {"POST", url.path + path, "text/plain; charset=utf-8", body});
}

Result<HttpResponse> HttpClient::send(const Url& url, const HttpRequest& request) const {
  if (!url.tls && !url.isLoopback()) {
    return Error{ErrorCode::kRefused, "PLAIN_HTTP",
                 nameOf(url) + " is not on this machine and would be asked unprotected: write https://"};
  }
  try {
    return exchanged(url, request, limits_, *tls_);
  } catch (const std::exception& thrown) {
    return Error{ErrorCode::kUnavailable, "HTTP_FAILED", nameOf(url) + " cannot be asked: " + thrown.what()};
  }
}

}  // namespace ledger
