// Speakers — who speaks for whom: a deputy of a coordinator, keys by tickets, an age that changed, a period that was
// closed and what is still added to it.
#pragma once

#include "tests/sample/year.h"

namespace sample {

class Speakers {
 public:
  explicit Speakers(Year& year) : year_(year) {}
  void week(std::size_t week);

 private:
  void delegate();
  void actAsDeputy();
  void endDelegation();
  void closePeriod();
  void addToClosedPeriod();
  void enrol();
  void loseKey();
  void recoverKey();
  void growOlder();

  const Host& host() const { return year_.cast_.hosts[8]; }
  const Actor& clerk() const { return year_.cast_.clerks[host().region]; }
  // A volunteer with a key.
  const Actor& volunteer() const;
  ledger::HoursClaim claim(std::int64_t after_minutes);
  // 32 bytes that only their person knows.
  ledger::Digest newTicket();
  ledger::KeyRegister registration(const Actor& actor, const ledger::SubjectId& enrolment,
                                   const ledger::Digest& ticket);

  Year& year_;
  ledger::SubjectId delegation_, activity_;
  ledger::Instant began_;  // the activity of the deputy
  std::optional<Actor> newcomer_;
  ledger::SubjectId recovery_;
  ledger::Digest recovery_ticket_;
};

}  // namespace sample
