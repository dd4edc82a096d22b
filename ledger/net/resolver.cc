#include "ledger/net/resolver.h"

#include <atomic>
#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/address.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <condition_variable>
#include <memory>
#include <mutex>
#include <optional>
#include <thread>

namespace ledger {
namespace {

namespace asio = boost::asio;
using boost::system::error_code;

// Of the whole process, since a look-up outlives whoever asked for it.
std::atomic<unsigned> lookups_alive{0};

// Shared by who waits and who looks up; the last of them ends it.
struct Pending {
  Pending() : number(++lookups_alive) {}
  ~Pending() { --lookups_alive; }
  Pending(const Pending&) = delete;
  Pending& operator=(const Pending&) = delete;

  const unsigned number;
  std::mutex mutex;
  std::condition_variable changed;
  std::optional<Result<Addresses>> found;
};

}  // namespace

Result<Addresses> systemLookup(const std::string& host) {
  try {
    asio::io_context context;
    asio::ip::tcp::resolver resolver(context);
    Addresses addresses;
    for (const auto& place : resolver.resolve(host, "")) addresses.push_back(place.endpoint().address().to_string());
    return addresses;
  } catch (const std::exception& thrown) {
    return Error{ErrorCode::kUnavailable, "HTTP_FAILED", std::string("cannot be asked: ") + thrown.what()};
  }
}

Result<Addresses> addressesOf(const std::string& host, std::chrono::steady_clock::time_point until,
                              const Lookup& lookup) {
  error_code no_address;
  asio::ip::make_address(host, no_address);
  if (!no_address) return Addresses{host};
  const auto pending = std::make_shared<Pending>();
  if (pending->number > kLookupsMax) {
    return Error{ErrorCode::kUnavailable, "HTTP_FAILED",
                 "cannot be asked: too many names are being looked up and no name server answers"};
  }
  std::thread([pending, lookup, host] {
    auto found = lookup(host);
    const std::lock_guard hold(pending->mutex);
    pending->found = std::move(found);
    pending->changed.notify_one();
  }).detach();
  std::unique_lock hold(pending->mutex);
  if (pending->changed.wait_until(hold, until, [&] { return pending->found.has_value(); }))
    return *std::move(pending->found);
  return Error{ErrorCode::kUnavailable, "HTTP_TIMEOUT", "did not answer in time: its name is still being looked up"};
}

}  // namespace ledger
