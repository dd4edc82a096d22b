// OfficeReport — a front office and its region: its mandate, what it did, requests and ideas, service, money, charity.
//
// Shape    the national office stands for the whole country. Figures of service and what the office did with scoped
//          kinds of events (requests, ideas, visits) are for offices. Of a period there is what occurred on its days;
//          organisations are those known.
// Units    minutes; people; minor units; days; hundredths per 1,000 inhabitants.
// Errors   kNotFound OFFICE_UNKNOWN; those of its parts.
// Missing  staff and rooms are there as far as the office reported its capacity.
#pragma once

#include <string>
#include <vector>

#include "projections/report/charity_figures.h"
#include "projections/report/grant_money.h"
#include "projections/report/population_rate.h"
#include "projections/report/service_figures.h"

namespace projections {

struct OfficeMandate {
  std::string act;
  ledger::CivilDay day = 0;  // on which it was recorded
};

// What the office did: facts of one kind.
struct OfficeDeeds {
  std::string event;
  std::int64_t count = 0;
  std::int64_t people = 0;

  template <class V, class Self>
  static void columns(V& v, Self& row) {
    v("event", row.event), v("count", row.count), v("people", row.people);
  }
};

// Requests for help or ideas, by where they stand.
struct OfficeCases {
  std::string state;
  std::string answer;  // of a request: helped referred …; of an idea why it was declined
  std::int64_t count = 0;
  std::int64_t days = 0;  // from the first day to that of the state, on average and rounded down

  template <class V, class Self>
  static void columns(V& v, Self& row) {
    v("state", row.state), v("answer", row.answer), v("count", row.count), v("days", row.days);
  }
};

struct OfficeCapacity {
  std::string indicator;
  std::int64_t quantity = 0;
  ledger::CivilDay day = 0;
};

struct OfficeReport {
  Stamp stamp;
  OfficeRow office;
  std::vector<OfficeMandate> mandates;
  std::int64_t organisations = 0;
  std::vector<OfficeDeeds> deeds;
  std::vector<OfficeCases> requests;
  std::vector<OfficeCases> ideas;
  std::vector<OfficeCapacity> capacity;  // the newest of each indicator
  ServiceFigures service;
  std::vector<MoneyFigures> money;
  CharityFigures charity;
  std::optional<PopulationRate> population;
  bool exact = false;
};

// By its id as text, or the code of its region; "national" is the national office.
ledger::Result<OfficeReport> readOfficeReport(Database& database, std::string_view id_or_region,
                                              const std::optional<Period>& period, bool exact);

}  // namespace projections
