// History — a short random one: few persons and subjects, facts in any order of time, figures near the bounds, and a
// share of nonsense. The same seed gives the same history.
#pragma once

#include "tests/reference/model.h"
#include "tests/reference/stage.h"

namespace reference {

struct Attempt {
  ledger::PersonId person;
  ledger::Assurance assurance = ledger::Assurance::kSelf;
  ledger::CommandBody body;
};

class History {
 public:
  History(const Stage& stage, std::uint64_t seed);

  // What is asked next, by what stands in the model.
  Attempt next(const World& world);
  // What was taken is spoken of later; what became a proposal waits for somebody to endorse it.
  void taken(const ledger::CommandBody& body);
  void proposed(const ledger::Digest& leaf, const ledger::CommandBody& body);

  ledger::UtcMs now = 0;
  int attempts = 0;

 private:
  struct Waiting {
    ledger::Digest leaf;
    ledger::Kind kind{};
  };
  enum class Theme { kHours, kMoney, kBoth };

  // history.cc
  void pass();
  Attempt endorsement();
  ledger::Instant fact();
  const std::vector<ledger::PersonId>& secondsFor(ledger::Kind kind) const;

  // hours_history.cc
  Attempt ofHours(const World& world);
  Attempt claim(const World& world);
  Attempt answer(const ledger::HoursClaim& about);
  Attempt afterwards(const World& world, const ledger::HoursClaim& about);
  std::int64_t minutesOf(const World& world, const ledger::HoursClaim& claim);
  std::int64_t minutesBelow(std::int64_t claimed);

  // money_history.cc
  Attempt ofMoney(const World& world);
  Attempt award();
  Attempt agree(const ledger::GrantAward& award);
  Attempt payOut(const Grant& grant);
  Attempt spend(const Grant& grant);
  Attempt check(const Grant& grant);
  Attempt comeIn(const Grant& grant);
  Attempt giveBack(const Grant& grant);
  ledger::SubjectId anyCost(const Grant& grant);
  ledger::SubjectId anyPayment(const Grant& grant);
  ledger::SubjectId newId() { return chance(98) ? random_.id<ledger::SubjectId>() : used(); }
  ledger::SubjectId used();
  ledger::Money near(std::int64_t bound);
  ledger::Money amount(std::int64_t minor);
  ledger::Digest document();
  // Early on, so that one after the other is possible.
  ledger::Instant day(int from, int to);

  Attempt by(const std::vector<ledger::PersonId>& kin, ledger::CommandBody body);
  std::uint64_t below(std::uint64_t bound) { return random_.below(bound); }
  bool chance(std::uint64_t percent) { return below(100) < percent; }
  template <class T>
  const T& one(const std::vector<T>& of) {
    return of[below(of.size())];
  }

  const Stage& stage_;
  ledger::SeededRandom random_;
  Theme theme_;
  int fresh_ = 0;  // numbers given away
  std::vector<Waiting> waiting_;
  std::vector<ledger::HoursClaim> claims_;
  std::vector<ledger::GrantAward> awards_;
};

}  // namespace reference
