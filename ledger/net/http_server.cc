#include "ledger/net/http_server.h"

#include <array>
#include <atomic>
#include <boost/asio/buffer.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/strand.hpp>
#include <boost/beast/core.hpp>
#include <boost/beast/http.hpp>
#include <optional>
#include <thread>
#include <utility>
#include <vector>

namespace ledger {
namespace {

namespace asio = boost::asio;
namespace beast = boost::beast;
namespace http = boost::beast::http;
using boost::system::error_code;
using Parser = http::request_parser<http::string_body>;
using Wire = http::response<http::string_body>;

constexpr std::size_t kDrainedMax = 4 << 20;

struct Shared {
  HttpServerOptions options;
  HttpHandler handler;
  std::atomic<std::size_t> connections = 0;
};

HttpResponse refusal(const error_code& why) {
  if (why == http::error::body_limit) return {413, "text/plain; charset=utf-8", "", "the body is too large\n"};
  if (why == http::error::header_limit) return {431, "text/plain; charset=utf-8", "", "the headers are too large\n"};
  return {400, "text/plain; charset=utf-8", "", "this is not HTTP: " + why.message() + "\n"};
}

// Wrong bytes, in distinction from a connection that ended.
bool isPeersMistake(const error_code& why) {
  return why.category() == http::make_error_code(http::error::bad_version).category() &&
         why != http::error::end_of_stream && why != http::error::partial_message;
}

// One connection: reads a request, has it answered, reads the next.
class Connection : public std::enable_shared_from_this<Connection> {
 public:
  Connection(asio::ip::tcp::socket socket, Shared& shared) : stream_(std::move(socket)), shared_(shared) {
    ++shared_.connections;
  }
  ~Connection() { --shared_.connections; }
  Connection(const Connection&) = delete;
  Connection& operator=(const Connection&) = delete;

  void read() {
    const HttpLimits& limits = shared_.options.limits;
    parser_.emplace();
    parser_->header_limit(static_cast<std::uint32_t>(limits.header_bytes));
    parser_->body_limit(limits.body_bytes);
    stream_.expires_after(limits.deadline);  // also of a connection that asks for nothing
    http::async_read(stream_, buffer_, *parser_,
                     [self = shared_from_this()](error_code why, std::size_t) { self->answer(why); });
  }

 private:
  void answer(const error_code& why) {
    if (why && !isPeersMistake(why)) return close();
    if (why) return write(refusal(why), 11, /*keep=*/false, http::verb::get);
    auto request = parser_->release();
    HttpResponse response;
    try {
      response = shared_.handler({request.method_string().to_string(), request.target().to_string(),
                                  request[http::field::content_type].to_string(), std::move(request.body())});
    } catch (const std::exception&) {
      // What went wrong inside is nothing a stranger should read.
      response = {500, "text/plain; charset=utf-8", "", "this request could not be answered\n"};
    }
    write(response, request.version(), request.keep_alive(), request.method());
  }

  void write(const HttpResponse& response, unsigned version, bool keep, http::verb method) {
    wire_ = Wire(static_cast<http::status>(response.status), version);
    wire_.set(http::field::content_type, response.content_type);
    if (!response.cache_control.empty()) wire_.set(http::field::cache_control, response.cache_control);
    wire_.set("X-Content-Type-Options", "nosniff");
    wire_.keep_alive(keep);
    wire_.content_length(response.body.size());
    if (method != http::verb::head) wire_.body() = response.body;
    stream_.expires_after(shared_.options.limits.deadline);
    http::async_write(stream_, wire_, [self = shared_from_this()](error_code why, std::size_t) {
      if (why || !self->wire_.keep_alive()) return self->close();
      self->read();
    });
  }

  void close() {
    error_code ignored;  // the peer may have gone before
    stream_.socket().shutdown(asio::ip::tcp::socket::shutdown_send, ignored);
    stream_.expires_after(shared_.options.limits.deadline);
    drain();
  }

  // A peer that still sends would lose the answer if the connection were torn down under it.
  void drain() {
    stream_.async_read_some(asio::buffer(drained_), [self = shared_from_this()](error_code why, std::size_t count) {
      self->drained_bytes_ += count;
      if (!why && self->drained_bytes_ < kDrainedMax) self->drain();
    });
  }

  beast::tcp_stream stream_;
  Shared& shared_;
  beast::flat_buffer buffer_{1 << 21};
  std::optional<Parser> parser_;
  Wire wire_;
  std::array<char, 4096> drained_{};
  std::size_t drained_bytes_ = 0;
};

}  // namespace

struct HttpServer::Engine {
  Engine(const HttpServerOptions& options, HttpHandler handler) : acceptor(context) {
    shared.options = options;
    shared.handler = std::move(handler);
  }

  Result<void> open() {
    const auto failed = [this](const error_code& why) {
      return Error{ErrorCode::kUnavailable, "CANNOT_LISTEN",
                   "cannot listen at " + shared.options.address + " port " + std::to_string(shared.options.port) +
                       ": " + why.message()};
    };
    error_code why;
    const auto address = asio::ip::make_address(shared.options.address, why);
    if (why) return failed(why);
    const asio::ip::tcp::endpoint place(address, shared.options.port);
    acceptor.open(place.protocol(), why);
    if (!why) acceptor.set_option(asio::socket_base::reuse_address(true), why);
    if (!why) acceptor.bind(place, why);
    if (!why) acceptor.listen(asio::socket_base::max_listen_connections, why);
    return why ? Result<void>(failed(why)) : Result<void>();
  }

  void accept() {
    acceptor.async_accept(asio::make_strand(context), [this](error_code why, asio::ip::tcp::socket socket) {
      if (why == asio::error::operation_aborted) return;
      // One that is too many, or a moment without file numbers, must not end the service.
      if (!why && shared.connections < shared.options.connections_max)
        std::make_shared<Connection>(std::move(socket), shared)->read();
      accept();
    });
  }

  Shared shared;  // outlives the connections, which the context holds
  asio::io_context context;
  asio::ip::tcp::acceptor acceptor;
};

HttpServer::HttpServer(std::unique_ptr<Engine> engine) : engine_(std::move(engine)) {}
HttpServer::~HttpServer() = default;

Result<std::unique_ptr<HttpServer>> HttpServer::listen(const HttpServerOptions& options, HttpHandler handler) {
  auto engine = std::make_unique<Engine>(options, std::move(handler));
  ASAR_TRY(engine->open());
  return std::unique_ptr<HttpServer>(new HttpServer(std::move(engine)));
}

std::uint16_t HttpServer::port() const {
  error_code ignored;
  return engine_->acceptor.local_endpoint(ignored).port();
}

void HttpServer::run() {
  engine_->accept();
  std::vector<std::thread> others;
  for (unsigned i = 1; i < engine_->shared.options.threads; ++i)
    others.emplace_back([this] { engine_->context.run(); });
  engine_->context.run();
  for (std::thread& other : others) other.join();
}

void HttpServer::stop() {
  engine_->context.stop();
}

}  // namespace ledger
