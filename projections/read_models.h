// ReadModels — the projections of this program, wired to one another and kept in one order.
//
// Shape    places first (who and where), then what is corrected while what stood before still stands, then those that
//          attribute by places, then the sums over both, and the register of everything; last what came from other
//          systems, the policies that reports reckon by, and what was made public.
// Threads  belongs to its follower's thread.
#pragma once

#include <array>
#include <memory>

#include "projections/projection.h"

namespace projections {

class Places;
class Credits;
class NationalSummary;
class HoursByVolunteer;
class HoursTerms;
class GrantStatements;
class SubjectRegister;
class Exchange;
class Corrections;
class PublishedTerms;
class Releases;

class ReadModels {
 public:
  ReadModels();
  ~ReadModels();
  ReadModels(const ReadModels&) = delete;
  ReadModels& operator=(const ReadModels&) = delete;

  const std::array<Projection*, 11>& all() const { return all_; }

 private:
  std::unique_ptr<Places> places_;
  std::unique_ptr<Credits> credits_;
  std::unique_ptr<NationalSummary> national_;
  std::unique_ptr<HoursByVolunteer> hours_;
  std::unique_ptr<HoursTerms> hours_terms_;
  std::unique_ptr<GrantStatements> grants_;
  std::unique_ptr<SubjectRegister> register_;
  std::unique_ptr<Exchange> exchange_;
  std::unique_ptr<Corrections> corrections_;
  std::unique_ptr<PublishedTerms> terms_;
  std::unique_ptr<Releases> releases_;
  std::array<Projection*, 11> all_;
};

}  // namespace projections
