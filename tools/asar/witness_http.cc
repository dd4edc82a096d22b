#include "tools/asar/witness_http.h"

#include "ledger/net/http_client.h"

namespace tools {
namespace {

using ledger::Result;
using ledger::WitnessReply;

// A checkpoint with its signatures is the largest answer there is.
constexpr ledger::HttpLimits kLimits{std::chrono::milliseconds{3000}, 16 << 10, 1 << 18};

class OverHttp final : public ledger::WitnessTransport {
 public:
  explicit OverHttp(ledger::HttpClient client) : client_(std::move(client)) {}

  Result<WitnessReply> post(const std::string& url, const std::string& body) override {
    const auto place = ledger::parseUrl(url);
    if (!place) return place.error();
    return replyOf(client_.post(*place, "", body));
  }

  Result<WitnessReply> get(const std::string& url) override {
    const auto place = ledger::parseUrl(url);
    if (!place) return place.error();
    return replyOf(client_.get(*place, ""));
  }

 private:
  static Result<WitnessReply> replyOf(Result<ledger::HttpResponse> response) {
    if (!response) return response.error();
    return WitnessReply{response->status, std::move(response->body)};
  }

  ledger::HttpClient client_;
};

}  // namespace

Result<std::shared_ptr<ledger::WitnessTransport>> witnessesOverHttp(const std::filesystem::path& authorities) {
  auto client = ledger::HttpClient::make(kLimits, authorities);
  if (!client) return client.error();
  return std::shared_ptr<ledger::WitnessTransport>(std::make_shared<OverHttp>(std::move(*client)));
}

}  // namespace tools
