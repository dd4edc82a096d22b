#include "projections/release/crowd.h"

#include <algorithm>

namespace projections {
namespace {

constexpr std::int64_t kPeopleStep = 5;
constexpr std::int64_t kMinutesStep = 600;
constexpr std::int64_t kHoursStep = 10;

void settle(std::vector<Share>& shares) {
  std::ranges::sort(shares, {}, &Share::person);
  std::size_t kept = 0;
  for (std::size_t i = 0; i < shares.size();) {
    Share sum = shares[i];
    for (++i; i < shares.size() && shares[i].person == sum.person; ++i) {
      sum.minutes += shares[i].minutes;
      sum.minor = sum.minor || shares[i].minor;
    }
    if (sum.minutes != 0) shares[kept++] = sum;
  }
  shares.resize(kept);
}

}  // namespace

Crowd::Crowd(std::vector<Share> shares) : shares_(std::move(shares)) {
  settle(shares_);
}

std::int64_t Crowd::minutes() const {
  std::int64_t sum = 0;
  for (const Share& share : shares_) sum += share.minutes;
  return sum;
}

Crowd changeOf(const Crowd& before, const Crowd& now) {
  std::vector<Share> shares = now.shares();
  for (Share share : before.shares()) {
    share.minutes = -share.minutes;
    shares.push_back(share);
  }
  return Crowd(std::move(shares));
}

bool isFew(const Crowd& crowd, const SuppressionRule& rule) {
  const bool minors = std::ranges::any_of(crowd.shares(), &Share::minor);
  return crowd.people() < (minors ? rule.least_with_minors : rule.least);
}

bool isDominated(const Crowd& crowd) {
  std::int64_t all = 0;
  std::int64_t first = 0;
  std::int64_t second = 0;
  for (const Share& share : crowd.shares()) {
    const std::int64_t size = share.minutes < 0 ? -share.minutes : share.minutes;
    all += size;
    second = std::max(second, std::min(first, size));
    first = std::max(first, size);
  }
  return first * 2 > all || (first + second) * 5 > all * 4;
}

std::int64_t roundedPeople(std::int64_t people) {
  return (people + kPeopleStep / 2) / kPeopleStep * kPeopleStep;
}

std::int64_t roundedHours(std::int64_t minutes) {
  return (minutes + kMinutesStep / 2) / kMinutesStep * kHoursStep;
}

}  // namespace projections
