// The rules on hours, and what several of them ask.
//
// Shape    each is in the file that its subject names; the table is in hours_table.cc.
#pragma once

#include <functional>
#include <map>
#include <string>
#include <vector>

#include "audit/rules/run.h"

namespace audit {

void checkH01(Run& run);
void checkH02(Run& run);
void checkH03(Run& run);
void checkH04(Run& run);
void checkH05(Run& run);
void checkH06(Run& run);
void checkH07(Run& run);
void checkH08(Run& run);
void checkH09(Run& run);
void checkH10(Run& run);
void checkH11(Run& run);
void checkH12(Run& run);
void checkH13(Run& run);
void checkH14(Run& run);
void checkH15(Run& run);
void checkH16(Run& run);
void checkH17(Run& run);
void checkH18(Run& run);
void checkH19(Run& run);
void checkH20(Run& run);
void checkH21(Run& run);
void checkH22(Run& run);
void checkH23(Run& run);
void checkH24(Run& run);
void checkH25(Run& run);

// An hours entry of which minutes stand: what was recorded, and what the state says of it.
struct Served {
  const ServedFact* fact = nullptr;
  const Hours* hours = nullptr;

  std::int64_t day() const { return civilDay(hours->occurred); }
  std::int64_t minutes() const { return hours->standing; }
  bool attested() const { return fact->attest.has_value() && !hours->imported; }
};
using ServedList = std::vector<Served>;

// Those that stand, in the order of the log.
ServedList standingHours(const Run& run);
// The same by an id; zeros leave one out.
std::map<Id, ServedList> standingHoursBy(const Run& run, const std::function<Id(const Served&)>& key);
// By volunteer, whose profiles are one.
std::map<Id, ServedList> standingHoursByPerson(const Run& run);

// The profile under which all profiles of the person are told.
Id profileOf(const Run& run, const Id& person);
// Who attested it, under that profile; zeros: nobody.
Id attestorOf(const Run& run, const Served& served);

// The finding about these entries: their subjects, claims, attestations and minutes.
Raised raisedOnHours(const ServedList& list, Sentence sentence);
// The same, about somebody or something in the first place.
Raised raisedAbout(Subject subject, const ServedList& list, Sentence sentence);

// The credit stands, and was not taken back.
bool standsCredit(const Run& run, const CreditFact& credit);

Told minutesTold(std::int64_t minutes);  // "3:05", in hours and minutes
// "2026-01-01 09:00", at the moment's own offset.
Told momentTold(const Moment& moment);

}  // namespace audit
