// ReadModels — the projections of this program, wired to one another and kept in one order.
//
// Shape    places first (who and where), then what is corrected while what stood before still stands, then those that
//          attribute by places, then the sums over both, and the register of everything; last what came from other
//          systems, the policies that reports reckon by, what was made public, and the journal of public entries.
// Threads  belongs to its follower's thread.
#pragma once

#include <array>
#include <memory>
#include <span>

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
class PublicEntries;

// The journal of public entries takes longest to write, and nothing else asks it.
enum class Models { kAll, kAllButEntries };

class ReadModels {
 public:
  explicit ReadModels(Models models = Models::kAll);
  ~ReadModels();
  ReadModels(const ReadModels&) = delete;
  ReadModels& operator=(const ReadModels&) = delete;

  std::span<Projection* const> all() const { return std::span(all_).first(count_); }

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
  std::unique_ptr<PublicEntries> entries_;
  std::array<Projection*, 12> all_;
  std::size_t count_;
};

}  // namespace projections
