#include "projections/read_models.h"

#include "projections/money/grant_statement.h"
#include "projections/oversight/corrections.h"
#include "projections/oversight/exchange.h"
#include "projections/oversight/national_summary.h"
#include "projections/oversight/places.h"
#include "projections/oversight/public_entries.h"
#include "projections/oversight/published_terms.h"
#include "projections/oversight/releases.h"
#include "projections/oversight/subject_register.h"
#include "projections/people/credits.h"
#include "projections/people/hours_by_volunteer.h"
#include "projections/people/hours_terms.h"

namespace projections {

ReadModels::ReadModels(Models models)
    : places_(std::make_unique<Places>()),
      credits_(std::make_unique<Credits>(*places_)),
      national_(std::make_unique<NationalSummary>(*places_, *credits_)),
      hours_(
          std::make_unique<HoursByVolunteer>(*places_, std::vector<HoursListener*>{national_.get(), credits_.get()})),
      hours_terms_(std::make_unique<HoursTerms>()),
      grants_(std::make_unique<GrantStatements>(*places_, *national_)),
      register_(std::make_unique<SubjectRegister>()),
      exchange_(std::make_unique<Exchange>()),
      corrections_(std::make_unique<Corrections>(StandingFigures{*hours_, *grants_, *credits_})),
      terms_(std::make_unique<PublishedTerms>()),
      releases_(std::make_unique<Releases>()),
      entries_(std::make_unique<PublicEntries>(*register_)),
      all_{places_.get(),   corrections_.get(), hours_.get(),    hours_terms_.get(), credits_.get(),  grants_.get(),
           national_.get(), register_.get(),    exchange_.get(), terms_.get(),       releases_.get(), entries_.get()},
      count_(models == Models::kAll ? all_.size() : all_.size() - 1) {}

ReadModels::~ReadModels() = default;

}  // namespace projections
