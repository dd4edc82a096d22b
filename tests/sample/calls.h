// Calls — one call for applications from its publication to its close, with the draw of experts, scores, an award and
// appeals; and a contract of the state social order.
#pragma once

#include "tests/sample/year.h"

namespace sample {

class Calls {
 public:
  explicit Calls(Year& year) : year_(year) {}
  void week(std::size_t week);

 private:
  void publish();
  void apply();
  void drawExperts();
  void score();
  void decide();
  void answerAppeals();
  void orderService();

  const Funder& centre() const { return year_.cast_.centre; }
  const Host& applicant(std::size_t i) const { return year_.cast_.hosts[10 + i]; }
  ledger::Money tenge(std::int64_t minor) const { return {minor, *ledger::Currency::parse("KZT")}; }

  Year& year_;
  ledger::SubjectId call_;
  std::vector<ledger::SubjectId> applications_;
  std::vector<const Volunteer*> experts_;
};

}  // namespace sample
