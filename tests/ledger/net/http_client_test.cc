// The client and the server, one against the other and each against a peer that speaks no HTTP.
#include "ledger/net/http_client.h"

#include <arpa/inet.h>
#include <gtest/gtest.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

#include <atomic>
#include <thread>

#include "ledger/net/http_server.h"

namespace ledger {
namespace {

using std::chrono::milliseconds;

class Served {
 public:
  explicit Served(HttpHandler handler, HttpServerOptions options = {}) {
    auto server = HttpServer::listen(options, std::move(handler));
    server_ = std::move(*server);
    running_ = std::thread([this] { server_->run(); });
  }
  ~Served() {
    server_->stop();
    running_.join();
  }
  Served(const Served&) = delete;
  Served& operator=(const Served&) = delete;
  std::uint16_t port() const { return server_->port(); }
  Url url() const { return *parseUrl("http://127.0.0.1:" + std::to_string(port()) + "/base"); }

 private:
  std::unique_ptr<HttpServer> server_;
  std::thread running_;
};

// Sends these bytes to the server and gives back all it answers until it closes.
std::string spoken(std::uint16_t port, const std::string& bytes) {
  const int file = ::socket(AF_INET, SOCK_STREAM, 0);
  sockaddr_in place{};
  place.sin_family = AF_INET;
  place.sin_port = htons(port);
  place.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  if (::connect(file, reinterpret_cast<const sockaddr*>(&place), sizeof place) != 0) return "no connection";
  EXPECT_EQ(::send(file, bytes.data(), bytes.size(), MSG_NOSIGNAL), static_cast<ssize_t>(bytes.size()));
  std::string answer;
  char buffer[4096];
  for (ssize_t got = 0; (got = ::recv(file, buffer, sizeof buffer, 0)) > 0;)
    answer.append(buffer, static_cast<std::size_t>(got));
  ::close(file);
  return answer;
}

// Accepts one connection, answers with these bytes and closes, or keeps silent.
class Peer {
 public:
  explicit Peer(std::string answer) : file_(::socket(AF_INET, SOCK_STREAM, 0)) {
    sockaddr_in place{};
    place.sin_family = AF_INET;
    place.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    socklen_t length = sizeof place;
    EXPECT_EQ(::bind(file_, reinterpret_cast<const sockaddr*>(&place), sizeof place), 0);
    EXPECT_EQ(::listen(file_, 1), 0);
    EXPECT_EQ(::getsockname(file_, reinterpret_cast<sockaddr*>(&place), &length), 0);
    port_ = ntohs(place.sin_port);
    running_ = std::thread([this, answer = std::move(answer)] {
      const int peer = ::accept(file_, nullptr, nullptr);
      char buffer[4096];
      EXPECT_GT(::recv(peer, buffer, sizeof buffer, 0), 0);
      if (answer.empty()) {
        while (::recv(peer, buffer, sizeof buffer, 0) > 0) continue;
      } else {
        ::send(peer, answer.data(), answer.size(), MSG_NOSIGNAL);
      }
      ::close(peer);
    });
  }
  ~Peer() {
    running_.join();
    ::close(file_);
  }
  Peer(const Peer&) = delete;
  Peer& operator=(const Peer&) = delete;
  Url url() const { return *parseUrl("http://127.0.0.1:" + std::to_string(port_)); }

 private:
  int file_;
  std::uint16_t port_ = 0;
  std::thread running_;
};

HttpClient client(milliseconds deadline = milliseconds{5000}, std::size_t body = 1 << 16) {
  return *HttpClient::make({deadline, 8 << 10, body});
}

std::string reasonOf(const Result<HttpResponse>& response) {
  return response ? std::to_string(response->status) : response.error().reason;
}

TEST(Http, RequestsAndAnswersArriveWhole) {
  const Served served([](const HttpRequest& request) {
    return HttpResponse{418, "text/x.tlog.size", "max-age=5",
                        request.method + " " + request.target + " " + request.content_type + " " + request.body};
  });
  const std::string body(10'000, 'b');
  const auto posted = client().post(served.url(), "/add-checkpoint", body);
  ASSERT_TRUE(posted.ok()) << posted.error().message;
  EXPECT_EQ(posted->status, 418U);
  EXPECT_EQ(posted->content_type, "text/x.tlog.size");
  EXPECT_EQ(posted->cache_control, "max-age=5");
  EXPECT_EQ(posted->body, "POST /base/add-checkpoint text/plain; charset=utf-8 " + body);
  EXPECT_EQ(client().get(served.url(), "")->body, "GET /base  ");
}

TEST(Http, TheClientReadsNoMoreThanItsBound) {
  const Served served([](const HttpRequest& request) {
    return HttpResponse{200, "text/plain", "", std::string(std::stoul(request.target.substr(6)), 'x')};
  });
  EXPECT_EQ(reasonOf(client(milliseconds{5000}, 1000).get(served.url(), "/1000")), "200");
  EXPECT_EQ(reasonOf(client(milliseconds{5000}, 1000).get(served.url(), "/1001")), "HTTP_TOO_LARGE");
}

TEST(Http, TheClientWaitsNoLongerThanItsDeadline) {
  const Peer silent("");
  const auto begin = std::chrono::steady_clock::now();
  EXPECT_EQ(reasonOf(client(milliseconds{200}).get(silent.url(), "/")), "HTTP_TIMEOUT");
  EXPECT_LT(std::chrono::steady_clock::now() - begin, milliseconds{3000});
}

TEST(Http, TheClientSaysWhatIsNoHttpAndWhatBreaksOff) {
  {
    const Peer peer("220 mail.example ESMTP\r\n\r\n");
    EXPECT_EQ(reasonOf(client().get(peer.url(), "/")), "HTTP_MALFORMED");
  }
  {
    const Peer peer("HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nhalf");
    EXPECT_EQ(reasonOf(client().get(peer.url(), "/")), "HTTP_FAILED");
  }
  {
    const Peer peer("HTTP/1.1 200 OK\r\nX: " + std::string(9000, 'x') + "\r\n\r\n");
    EXPECT_EQ(reasonOf(client().get(peer.url(), "/")), "HTTP_TOO_LARGE");
  }
}

TEST(Http, NobodyThereIsAnError) {
  std::uint16_t port = 0;
  {
    const Served gone([](const HttpRequest&) { return HttpResponse{}; });
    port = gone.port();
  }
  EXPECT_EQ(reasonOf(client().get(*parseUrl("http://127.0.0.1:" + std::to_string(port)), "/")), "HTTP_FAILED");
}

TEST(Http, NothingIsSentUnprotectedToOtherMachines) {
  EXPECT_EQ(reasonOf(client().get(*parseUrl("http://192.0.2.1/"), "")), "PLAIN_HTTP");
}

TEST(Http, AFileWithoutCertificatesIsRefused) {
  const auto made = HttpClient::make({}, "/dev/null");
  ASSERT_FALSE(made.ok());
  EXPECT_EQ(made.error().reason, "TLS_UNUSABLE");
}

TEST(HttpServer, RefusesWhatIsTooLargeMalformedOrTooSlow) {
  HttpServerOptions options;
  options.limits = {milliseconds{300}, 1000, 100};
  std::atomic<int> handled = 0;
  const Served served(
      [&](const HttpRequest&) {
        ++handled;
        return HttpResponse{};
      },
      options);
  const auto status = [&](const std::string& bytes) { return spoken(served.port(), bytes).substr(0, 12); };
  const std::string post = "POST / HTTP/1.1\r\nHost: x\r\nConnection: close\r\nContent-Length: ";
  EXPECT_EQ(status(post + "101\r\n\r\n" + std::string(101, 'b')), "HTTP/1.1 413");
  EXPECT_EQ(status("GET / HTTP/1.1\r\nX: " + std::string(1000, 'x') + "\r\n\r\n"), "HTTP/1.1 431");
  EXPECT_EQ(status("hello\r\n\r\n"), "HTTP/1.1 400");
  EXPECT_EQ(status("GET / HTTP/1.1\r\n"), "") << "one that stops in the middle is dropped";
  EXPECT_EQ(handled, 0);
  EXPECT_EQ(status(post + "100\r\n\r\n" + std::string(100, 'b')), "HTTP/1.1 200");
  EXPECT_EQ(handled, 1);
}

TEST(HttpServer, AHandlerThatThrowsIs500WithoutItsWords) {
  const Served served([](const HttpRequest&) -> HttpResponse { throw std::runtime_error("secret"); });
  const auto response = client().get(served.url(), "");
  EXPECT_EQ(reasonOf(response), "500");
  EXPECT_EQ(response->body.find("secret"), std::string::npos);
}

TEST(HttpServer, AnAddressThatIsTakenIsAnError) {
  const Served served([](const HttpRequest&) { return HttpResponse{}; });
  HttpServerOptions options;
  options.port = served.port();
  const auto second = HttpServer::listen(options, [](const HttpRequest&) { return HttpResponse{}; });
  ASSERT_FALSE(second.ok());
  EXPECT_EQ(second.error().reason, "CANNOT_LISTEN");
}

TEST(HttpServer, AnswersManyAtOnce) {
  HttpServerOptions options;
  options.threads = 4;
  const Served served(
      [](const HttpRequest& request) {
        return HttpResponse{200, "text/plain", "", request.body};
      },
      options);
  std::atomic<int> good = 0;
  std::vector<std::thread> asking;
  for (int i = 0; i < 16; ++i) {
    asking.emplace_back([&, i] {
      const std::string body = "body " + std::to_string(i);
      const auto response = client().post(served.url(), "", body);
      if (response.ok() && response->body == body) ++good;
    });
  }
  for (auto& one : asking) one.join();
  EXPECT_EQ(good, 16);
}

}  // namespace
}  // namespace ledger
