// Students — service that earns credits: a student of one host, and a minor who serves with a guardian's consent.
#pragma once

#include "tests/sample/year.h"

namespace sample {

class Students {
 public:
  explicit Students(Year& year) : year_(year), student_(tests::newActor(year.random_)) {}
  void week(std::size_t week);

 private:
  void enrol();
  // In the activity of the week before, each on two days or more, attested at once.
  void serve(std::size_t week);
  void credit();
  std::vector<ledger::CommandBody> claims(const ledger::PersonId& person, std::size_t week, std::size_t days,
                                          ledger::Minutes each);

  const Host& host() const { return year_.cast_.hosts[9]; }
  const Actor& clerk() const { return year_.cast_.clerks[host().region]; }

  Year& year_;
  Actor student_;
  ledger::PersonId minor_;
  std::vector<ledger::CreditUse> used_;
};

}  // namespace sample
