// Funding — what becomes of grants after their agreement: a long-term one with its years of budgets, its amendment and
// virements; one that is ended before its time, and opened again by a finding; one of which a rest is waived.
//
// Units    tiyn.
#pragma once

#include "tests/sample/year.h"

namespace sample {

class Funding {
 public:
  explicit Funding(Year& year);
  void week(std::size_t week);

 private:
  // One grant of the centre to a host.
  struct Given {
    ledger::SubjectId id;
    const Host* host = nullptr;
    std::string number;
    std::int64_t amount = 0;
  };

  void award(const Given& given, ledger::GrantClass grant_class, const std::vector<ledger::BudgetLine>& lines,
             const std::vector<ledger::Tranche>& tranches);
  void pay(const Given& given, std::uint16_t tranche, std::int64_t amount);
  // Of the line, by the host's officer; the expenditure.
  ledger::SubjectId spend(const Given& given, const char* line, std::int64_t amount);
  void refund(const Given& given, std::int64_t amount);
  void close(const Given& given);

  void limitVirements();
  void startLong();
  void mend();
  void vire();
  void reportYear();
  void amend();
  void suspend();
  void resume();
  void startShort();
  void endShort();
  void recover();

  const Funder& centre() const { return year_.cast_.centre; }

  Year& year_;
  Given long_, ended_, waived_;
  ledger::SubjectId bought_;  // by the one that is ended
};

}  // namespace sample
