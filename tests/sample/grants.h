// Grants — a larger grant to each of eight NGOs over the year, and the small grants that they make out of it, each from
// award to closure within two months.
//
// Units    tiyn: 300,000 tenge are 30,000,000.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "tests/sample/year.h"

namespace sample {

inline constexpr std::int64_t kSmallGrant = 30'000'000;

struct Spending {
  ledger::SubjectId id;
  std::int64_t amount = 0;
};

struct Grant {
  ledger::SubjectId id;
  std::size_t number = 0;  // 0, 1, 2 …: decides what becomes of it
  std::size_t start = 0;   // week of the award
  const Funder* funder = nullptr;
  const Grantee* grantee = nullptr;
  ledger::SubjectId disbursement;
  ledger::SubjectId given;  // the expenditure of the funder's own grant that pays it
  std::vector<Spending> spent;
  std::int64_t on_hand = 0;
  ledger::SubjectId refund;
};

ledger::Money tenge(std::int64_t tiyn);
std::string grantNumber(const Grant& grant);

// What is out of the ordinary, by the number of the grant.
inline constexpr std::size_t kOddities = 40;
enum Oddity : std::size_t {
  kQueriedOnce = 3,
  kDisallowed = 7,
  kPartlyDisallowed = 11,
  kGoodsReturned = 13,
  kVendorRefund = 17,
  kInterest = 19,
  kPaidTooMuch = 23,
  kNeverAnswered = 29,
};

bool is(const Grant& grant, Oddity oddity);

class SmallGrants {
 public:
  explicit SmallGrants(Year& year);
  void week(std::size_t week);

 private:
  using Bodies = std::vector<ledger::CommandBody>;
  // The grants that are `age` weeks old, by funder.
  std::vector<std::vector<Grant*>> ofAge(std::size_t week, std::size_t age);

  void award(const std::vector<Grant*>& grants);
  void agree(const std::vector<Grant*>& grants, std::size_t week);
  void confirmAndSpend(Grant& grant);
  void payAgain(const std::vector<Grant*>& grants);
  void spendMore(Grant& grant);
  void finishSpending(Grant& grant);
  void takeBack(Grant& grant);
  // The funder's own grant: it spends what it pays out, and less of it where something comes back.
  void giveOn(const std::vector<Grant*>& grants);
  ledger::CommandBody giving(const Grant& grant, const ledger::SubjectId& disbursement, std::int64_t amount);
  ledger::CommandBody comingBack(const Grant& grant, std::int64_t amount);
  void verify(const std::vector<Grant*>& grants, std::size_t first, std::size_t count);
  void judgeOdd(const std::vector<Grant*>& grants);
  void refund(const std::vector<Grant*>& grants);
  void close(const std::vector<Grant*>& grants);
  // Adds an expenditure of `percent` of the line, rounded to whole tenge.
  void spend(Grant& grant, const char* line, std::int64_t of, std::size_t percent, Bodies& bodies);

  Year& year_;
  std::vector<Grant> grants_;
};

class LargerGrants {
 public:
  explicit LargerGrants(Year& year);
  void week(std::size_t week);

 private:
  void award();
  void agree();
  void pay(std::size_t part);
  std::vector<std::int64_t> tranches() const;
  void spend(std::size_t week);

  Year& year_;
  std::vector<Grantee> grantees_;
  std::vector<Grant> grants_;
  std::int64_t regrants_ = 0;
};

}  // namespace sample
