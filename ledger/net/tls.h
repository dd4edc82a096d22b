// TLS — whom a client believes, as a context for Asio.
//
// Shape    TLS 1.2 or later, the peer's certificate and host name always checked: against the authorities of one
//          PEM file, which then are the only ones, or against those of the system.
// Errors   kUnavailable TLS_UNUSABLE where the file cannot be read or holds no certificate.
// Source   RFC 8446; RFC 9525.
#pragma once

#include <filesystem>
#include <memory>

#include "ledger/base/result.h"

namespace boost::asio::ssl {
class context;
}

namespace ledger {

// An empty path means the system's authorities.
Result<std::shared_ptr<boost::asio::ssl::context>> clientTls(const std::filesystem::path& authorities);

}  // namespace ledger
