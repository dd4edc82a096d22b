// National figures, counted anew from the replayed log: hours and money of the country, by region and by direction; and
// what statements of one grant or one volunteer say.
//
// Shape    figures by path: "/total/attestedMinutes", "/regions/KZ-75/volunteers", "/directions/bilim/entries",
//          "/money/KZT/awarded", "/moneyByRegion/KZ-75/KZT/spent"; what is nowhere told of has no path and is 0. Those
//          of people and hours are marked as hidden: below the country and of some days always, of the country where
//          they are about too few people; and always what was claimed, and by how many entries. A person is counted
//          once in each figure; sub-awards are in the money of the grant that funds them.
//          Of some days alone: service that began on them, activities that started, attendance of their shifts, awards
//          and money by the day of each fact, on hand at the end of the last; organisations and offices as they are.
// Units    minutes; minor units.
// Threads  single-thread.
#pragma once

#include <map>
#include <string>

#include "audit/verify/national_facts.h"
#include "audit/verify/suppression.h"

namespace audit {

struct Figure {
  Sum value = 0;
  bool hidden = false;
};

struct NationalFigures {
  std::map<std::string, Figure> by_path;
  std::map<std::string, Sum> sub_awards;  // "/money/KZT/awarded" of these alone, whose money is in that of others
  SuppressionBounds bounds;
};

// By the policy on suppression that applies on the day of the newest fact.
SuppressionBounds boundsOf(const State& state, const NationalFacts& facts);

NationalFigures nationalOf(const State& state, const NationalFacts& facts, const DayRange& days = {});
// "/grant/spent", "/onHandBefore" of days, "/expenditures/ID/amount", "/disbursements/ID/day"; nothing is hidden.
NationalFigures grantFiguresOf(const State& state, const NationalFacts& facts, const Id& grant, const DayRange& days);
// "/volunteer/attestedMinutes", "/entries/ID/minutes"; of one registration, and nothing is hidden.
NationalFigures serviceFiguresOf(const State& state, const Id& volunteer, const DayRange& days);

// The last part of a path: whether national figures have one of that name.
bool isNationalFigure(std::string_view name);

}  // namespace audit
