#include "ledger/net/resolver.h"

#include <gtest/gtest.h>

#include <future>
#include <thread>

namespace ledger {
namespace {

using Clock = std::chrono::steady_clock;
using std::chrono::milliseconds;

// A name server that answers nobody before it is told to.
class Silent {
 public:
  ~Silent() { answer_.set_value(); }

  Lookup lookup() const {
    return [told = told_](const std::string&) {
      told.wait();
      return Addresses{"192.0.2.1"};
    };
  }

 private:
  std::promise<void> answer_;
  std::shared_future<void> told_ = answer_.get_future().share();
};

std::string reasonOf(const Result<Addresses>& found) {
  return found ? "" : found.error().reason;
}

TEST(Resolver, TakesAnAddressAsItIs) {
  const Lookup never = [](const std::string& host) {
    ADD_FAILURE() << host << " was looked up";
    return Addresses{};
  };
  for (const char* address : {"192.0.2.1", "127.0.0.1", "::1", "2001:db8::1"}) {
    const auto found = addressesOf(address, Clock::now(), never);
    ASSERT_TRUE(found.ok()) << address;
    EXPECT_EQ(*found, Addresses{address});
  }
}

TEST(Resolver, LooksUpAName) {
  const auto found = addressesOf("localhost", Clock::now() + milliseconds{10'000});
  ASSERT_TRUE(found.ok()) << found.error().message;
  EXPECT_TRUE(found->front() == "127.0.0.1" || found->front() == "::1") << found->front();
  const Lookup unknown = [](const std::string&) { return Error{ErrorCode::kUnavailable, "HTTP_FAILED", "no such"}; };
  EXPECT_EQ(reasonOf(addressesOf("nowhere.example", Clock::now() + milliseconds{10'000}, unknown)), "HTTP_FAILED");
}

TEST(Resolver, HoldsNobodyPastTheDeadline) {
  const Silent silent;
  const auto begin = Clock::now();
  EXPECT_EQ(reasonOf(addressesOf("slow.example", begin + milliseconds{100}, silent.lookup())), "HTTP_TIMEOUT");
  EXPECT_LT(Clock::now() - begin, milliseconds{5000});
}

TEST(Resolver, LeavesNoMoreLookUpsBehindThanItsBound) {
  {
    const Silent silent;
    for (unsigned i = 0; i < kLookupsMax; ++i)
      EXPECT_EQ(reasonOf(addressesOf("slow.example", Clock::now(), silent.lookup())), "HTTP_TIMEOUT") << i;
    EXPECT_EQ(reasonOf(addressesOf("slow.example", Clock::now(), silent.lookup())), "HTTP_FAILED");
    EXPECT_TRUE(addressesOf("192.0.2.1", Clock::now()).ok());
  }
  std::string last = "HTTP_FAILED";  // until they have ended
  const auto begin = Clock::now();
  while (last == "HTTP_FAILED" && Clock::now() - begin < milliseconds{20'000}) {
    std::this_thread::sleep_for(milliseconds{10});
    last = reasonOf(addressesOf("localhost", Clock::now() + milliseconds{10'000}));
  }
  EXPECT_EQ(last, "");
}

}  // namespace
}  // namespace ledger
