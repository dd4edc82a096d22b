#include "ledger/net/tls.h"

#include <boost/asio/ssl/context.hpp>

namespace ledger {

Result<std::shared_ptr<boost::asio::ssl::context>> clientTls(const std::filesystem::path& authorities) {
  namespace ssl = boost::asio::ssl;
  const auto unusable = [&](const std::string& why) {
    return Error{ErrorCode::kUnavailable, "TLS_UNUSABLE",
                 (authorities.empty() ? std::string("the system's certificate authorities") : authorities.string()) +
                     " cannot be used: " + why + "; name a PEM file of the authority that signed the server's " +
                     "certificate"};
  };
  boost::system::error_code failed;
  auto context = std::make_shared<ssl::context>(ssl::context::tls_client);
  context->set_options(ssl::context::no_tlsv1 | ssl::context::no_tlsv1_1 | ssl::context::default_workarounds, failed);
  if (failed) return unusable(failed.message());
  if (authorities.empty()) {
    context->set_default_verify_paths(failed);
  } else {
    context->load_verify_file(authorities.string(), failed);
  }
  if (failed) return unusable(failed.message());
  context->set_verify_mode(ssl::verify_peer, failed);
  if (failed) return unusable(failed.message());
  return context;
}

}  // namespace ledger
